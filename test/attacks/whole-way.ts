import { createActivityId } from '../../src/domain/activity-id.js';
import type { Clock } from '../../src/domain/clock.js';
import type { CollectorEvent } from '../../src/domain/collecting.js';
import { decide, type Review } from '../../src/domain/flag.js';
import { SIGNALS } from '../../src/domain/platform.js';
import { isSameByPlace } from '../../src/intake/reports/reported-act.js';
import { renderDigest } from '../../src/mail/render-digest.js';
import { wayOf } from '../../src/platforms/index.js';
import { buildDigest } from '../../src/steps/build-digest.js';
import { captureFlagEvidence } from '../../src/steps/capture-flag-evidence.js';
import { collectAccount } from '../../src/steps/collect-account.js';
import { sendDigest } from '../../src/steps/send-digest.js';
import { createTakeIn } from '../../src/steps/take-in-acts.js';
import type { Storage } from '../../src/storage/storage.js';
import { A_SEAL, findByHandle } from '../storage/builders.js';
import { anAccountDraft } from '../support/core.js';
import { fakeScreener } from '../support/fake-screener.js';
import { noPictures } from '../support/no-pictures.js';

const NOW = new Date('2026-11-20T03:00:00Z');
const clock: Clock = () => NOW;
const REVIEW: Review = { verdict: 'confirmed', reason: 'contoh', weighed: [], reviewerId: 'peninjau-a', at: NOW };
const NO_FILES = { readFile: async () => Buffer.of(), takePicture: async () => 'picture_off' as const };
const attempt = { signal: new AbortController().signal, isLastTry: false };

/** Registry, visit, flag, evidence, verdict, digest, log: what Netra writes in a day, by the steps that write it. */
export async function walkTheWholeWay(
  storage: Storage,
  hashKey: Buffer,
): Promise<{ newFlags: number; isWhole: boolean }> {
  const account = await register(storage);
  await visit(storage, { accountId: account.id, hashKey });
  const { flags } = await storage.flags.listFlagQueue({ state: 'sealing' }, { limit: 10 });
  for (const { id } of flags) {
    await captureFlagEvidence({ ...storage, ...NO_FILES, capture: async () => A_SEAL, clock }, id, attempt);
    await storage.flags.claimFlag(id, { by: REVIEW.reviewerId, until: new Date(NOW.getTime() + 60_000), now: NOW });
    const open = (await storage.flags.findFlag(id))!;
    await storage.flags.saveDecision(decide(open, open.version, REVIEW), REVIEW);
  }
  const { receipt } = await tellOffice(storage);
  await storage.timestamps.saveTimestampOnce({ seq: 1, head: 'contoh', at: NOW, token: Buffer.from('contoh') });
  await logInAndOut(storage);
  const { ok } = await storage.audit.verify();
  return { newFlags: flags.length, isWhole: ok && receipt?.state === 'sent' };
}

async function register(storage: Storage) {
  const draft = anAccountDraft(1);
  const office = { code: 'OPD-1', name: 'Dinas Contoh', region: '35.78', timeZone: 'Asia/Jakarta' as const };
  await storage.registry.saveRegistry(
    { offices: [{ ...office, digestTo: 'sekda@contoh.test' }], drafts: [draft] },
    () => ({
      at: NOW,
      actor: 'system:cli',
      action: 'registry_imported',
      subject: 'contoh',
      details: {},
    }),
  );
  return (await findByHandle(storage, draft.platform, draft.handle))!;
}

async function visit(storage: Storage, { accountId, hashKey }: { accountId: string; hashKey: Buffer }): Promise<void> {
  const aPost = (externalId: string, text: string): CollectorEvent => ({
    type: 'seen',
    activity: { kind: 'post', externalId, text, publishedAt: new Date('2026-11-19T03:00:00Z') },
  });
  const events: CollectorEvent[] = [
    aPost('p-1', 'TANDA contoh'),
    aPost('p-2', 'biasa'),
    ...SIGNALS.map((signal) => ({ type: 'signal_read', signal }) as const),
    { type: 'cursor', cursor: 'c-1' },
  ];
  const idOf = createActivityId(hashKey);
  const takeIn = createTakeIn({
    isSameByPlace,
    ...storage,
    screener: () => fakeScreener(),
    enqueueEvidence: async () => {},
    onSetAside: ({ error }) => {
      throw error;
    },
    clock,
  });
  const collector = {
    platform: 'bluesky' as const,
    rateLimits: 'platform' as const,
    async *collect() {
      yield* events;
    },
  };
  const deps = {
    ...storage,
    takeIn,
    clock,
    visitEveryMs: 3_600_000,
    collectorFor: () => collector,
    pictures: noPictures,
  };
  await collectAccount(
    { ...deps, activityId: (of, act) => idOf(of.platform, act.externalId, act) },
    accountId,
    attempt,
  );
}

function tellOffice(storage: Storage) {
  const deps = {
    ...storage,
    mailer: { send: async () => ({ response: '250 contoh' }) },
    build: (request: Parameters<typeof buildDigest>[1]) =>
      buildDigest({ ...storage, wayOf, countAccounts: async () => 1 }, request),
    render: (digest: Parameters<typeof renderDigest>[0]) =>
      renderDigest(digest, { consoleUrl: 'https://netra.contoh' }),
    messageIdDomain: 'contoh.example',
    clock: () => new Date('2026-11-21T00:30:00Z'),
  };
  return sendDigest(deps, { officeCode: 'OPD-1', day: '2026-11-20' });
}

async function logInAndOut({ users, audit }: Storage): Promise<void> {
  const user = {
    id: 'p-1',
    username: 'contoh',
    displayName: 'Contoh',
    role: 'auditor',
    officeCodes: [],
    isActive: true,
  } as const;
  await users.saveUser(user, 'sidik');
  const expiresAt = new Date(NOW.getTime() + 60_000);
  const session = { tokenHash: 't', userId: user.id, csrfToken: 'c', openedAt: NOW, expiresAt, sessionEpoch: 0 };
  await users.saveSession(session);
  await audit.appendEntry({ at: NOW, actor: user.id, action: 'login', subject: user.id, details: {} });
  await users.deleteSession('t');
  await users.changeUser(user.id, { isActive: false });
}
