import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonical-json.js';
import { RetryableError } from '../domain/errors.js';
import type { EvidenceCapturer } from '../evidence/evidence-capturer.js';
import type { Packs } from '../evidence/open-packs.js';
import { openAddressOf } from '../links/open-address.js';
import type { LinkFound, ReadLinkDeps } from '../steps/read-report-link.js';
import { APP_FAULTS } from '../words/app.js';
import { sayError } from '../words/say.js';

/** Seals what stands behind a link under an id of the report and the account: whatever it is tied to later has another one. */
export function createLinkSealer({ capture }: EvidenceCapturer, packs: Packs): ReadLinkDeps['seal'] {
  return async ({ reportId, accountId, link, reading }, { signal, isLastTry: lastTry }) => {
    const id = createHash('sha256').update(`${reportId} ${accountId}`).digest('base64url');
    const activity = { report: reportId, account: accountId, link: link.canonical };
    const beside = [{ name: 'reading.json', content: canonicalJson(reading) } as const];
    const isShownOnly = reading.by === 'shown';
    const { href: url } = openAddressOf({ canonical: link.canonical, input: link.given });
    const page = { url, text: reading.post?.text ?? '', isShownOnly, lastTry };
    const seal = await capture({ flagId: id, activityId: reportId, activity, beside, ...page }, signal);
    // Where a pack stands, a killed process had read the link before: what it read is what was sealed.
    const { content } = await packs.readItem({ flagId: id, ...seal }, 'reading.json');
    if (!content) throw new RetryableError(...sayError(APP_FAULTS.linkPackChanged, 'id'));
    return { pack: { id, ...seal }, reading: JSON.parse(Buffer.from(content).toString('utf8')) as LinkFound };
  };
}
