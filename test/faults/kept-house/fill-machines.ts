import { randomUUID } from 'node:crypto';
import type { Report } from '../../../src/domain/report.js';
import { readLinkOf } from '../../../src/domain/report-moves.js';
import { sealOf, sealPack } from '../../../src/evidence/seal-pack.js';
import type { ConsoleFixture } from '../../console/console-fixture.js';
import { ACTS, NOW } from '../../console/sample.js';
import { TYPED } from './said.js';

const DAY = '2026-11-19';
const SETS = { ruleset: `sha256:${'a1'.repeat(32)}`, elections: `sha256:${'b2'.repeat(32)}` };

/** What workers, the schedule and commands leave behind; `read`: a report with a link, tied to an account. */
export async function fillMachines(fixture: ConsoleFixture, read: Report): Promise<void> {
  const { storage, accountIds } = fixture;
  await storage.nipKeys.takeIntoUse({ at: NOW, actor: 'system:test' });
  await storage.accounts.recordVisit(accountIds[0]!, { cursor: 'kursor-contoh', nextVisitAt: NOW, at: NOW });
  await storage.activities.saveUnmarkedOnce(['tidak-ditandai-contoh'], NOW);
  const flagId = 'flagsealing0000000000006';
  await fixture.addAct({ ...ACTS[0]!, id: flagId, hoursAgo: 1 }, { isSealed: false });
  await storage.rulesets.saveSetsOnce([SETS.ruleset, SETS.elections].map(aSet), NOW);
  await storage.rulesets.recordInForce(SETS, NOW, '0.1.0');
  await storage.ruleStates.saveRuleState({
    processId: randomUUID(),
    ...SETS,
    engine: '0.1.0',
    since: NOW,
    toldAt: NOW,
  });
  const counted = {
    as: 'shadow',
    rule: 'pose-near-ticket',
    title: 'Pose (contoh)',
    officeCode: 'SBY',
    day: DAY,
  } as const;
  const act = { activityId: 'bayangan-contoh', accountId: accountIds[0]!, isMarked: false };
  await storage.ruleCounts.saveCountsOnce([{ ...counted, ...act }], NOW);
  await registerPoster(fixture);
  await sendMails(fixture);
  await readLink(fixture, read.id);
}

/** Eight numbers of 32 bits are how a picture looks whole. */
async function registerPoster({ storage }: ConsoleFixture): Promise<void> {
  const file = { id: randomUUID(), type: 'image/png', bytes: 12, broughtSha256: 'ab'.repeat(32) };
  const of = { election: 'contoh', ticket: 'contoh-pilwalkot/1', addedBy: 'analis-contoh', addedAt: NOW };
  await storage.campaignPictures.addCampaignPicture({ id: randomUUID(), file, ...of }, [
    Uint32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  ]);
}

function aSet(hash: string) {
  return { hash, content: Buffer.from(`isi ${hash} (contoh)`) };
}

async function sendMails({ storage }: ConsoleFixture): Promise<void> {
  const receipt = { officeCode: 'SBY', day: DAY, recipient: 'sekda@contoh.test' };
  await storage.digests.claimDigestOnce({ ...receipt, now: NOW, staleAfterMs: 60_000 });
  const details = { day: DAY, attempts: 1 };
  const sending = { at: NOW, actor: 'system:digest', action: 'digest_sending', subject: 'SBY', details } as const;
  await storage.digests.recordReceipt({ ...receipt, state: 'sending', attempts: 1, at: NOW }, sending);
  const sent = { ...receipt, state: 'sent', attempts: 1, messageId: 'contoh@contoh.test', at: NOW } as const;
  await storage.digests.recordReceipt(sent, { ...sending, action: 'digest_sent' });
  const { user } = (await storage.users.findUserByUsername('reviewer2'))!;
  const turn = { userId: user.id, day: DAY };
  await storage.noticeMails.claimNoticeMail(turn, { now: NOW, retryBefore: NOW });
  await storage.noticeMails.recordNoticeMail(turn, 'sent');
}

/** A pack that was sealed when the link came, and what was read. */
async function readLink({ storage, linkPacks }: ConsoleFixture, reportId: string): Promise<void> {
  const report = (await storage.reports.findReport(reportId))!;
  const id = 'pakettautancontoh000000001';
  const about = { flagId: id, activityId: reportId, url: TYPED.link, finalUrl: TYPED.link, status: 200 } as const;
  const environment = { netra: '0.1.0', browser: 'Chromium (contoh)', viewport: '1280x900', os: 'linux' };
  const [startedAt, sealedAt] = [NOW.toISOString(), NOW.toISOString()];
  const files = [{ name: 'text.txt', content: Buffer.from(TYPED.post) } as const];
  const pack = sealPack({ ...about, textSource: 'page', startedAt, sealedAt, environment, missing: [] }, files);
  const sealed = sealOf(id, await linkPacks.saveOnce(pack));
  const post = { kind: 'post', text: TYPED.post, author: { handle: 'wiratmoko.contoh.test' }, media: [] } as const;
  const reading = { outcome: 'seen', by: 'read', at: NOW, tries: 1, post, pack: { id, ...sealed } } as const;
  await storage.reports.saveReading(readLinkOf(report, reading, undefined));
}
