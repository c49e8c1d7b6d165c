import { ensureUsers } from '../../src/console/access/create-user.js';
import type { Activity } from '../../src/domain/activity.js';
import { canonicalJson } from '../../src/domain/canonical-json.js';
import type { NotObservableReason, Observation } from '../../src/domain/coverage.js';
import type { EvidenceItemName } from '../../src/domain/evidence.js';
import { SIGNALS, type Signal } from '../../src/domain/platform.js';
import { localDay, timeZoneOf } from '../../src/domain/region.js';
import type { EvidenceStore, PackFile } from '../../src/evidence/evidence-store.js';
import { sealOf, sealPack } from '../../src/evidence/seal-pack.js';
import { toSealedAct } from '../../src/steps/sealed-act.js';
import type { FlagDraft } from '../../src/storage/flag-document.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { findByHandle } from '../storage/builders.js';
import { testServices } from '../support/test-services.js';
import { ACCOUNTS, NOW, OFFICES, PASSWORD, type SampleAct, USERS } from './sample.js';

/** What the evidence of an act holds beside the act itself. */
export type FilesOf = (act: SampleAct) => Promise<readonly PackFile[]> | readonly PackFile[];

export function openSampleStorage(databaseName: string): Promise<Storage> {
  return openStorage({
    uri: testServices().mongodbUri,
    databaseName,
    ...KEYS,
  });
}

/** They guard nothing but invented samples. */
export const KEYS = {
  hashKey: Buffer.alloc(32, 1),
  fieldKey: Buffer.alloc(32, 2),
  auditKey: Buffer.alloc(32, 3),
} as const;

/** Offices, users of every role, accounts and two days of coverage, by the ways the program itself has for them. */
export async function seedPeople(storage: Storage): Promise<void> {
  await storage.offices.saveOffices(OFFICES);
  const drafts = USERS.map((user) => ({ ...user, password: PASSWORD }));
  const { users, audit, offices } = storage;
  await ensureUsers({ users, audit, offices, clock: () => NOW, actor: 'system:test' }, drafts);
  await seedAccounts(storage);
  await seedCoverage(storage, await findAccountIds(storage));
}

async function seedAccounts(storage: Storage): Promise<void> {
  await storage.accounts.saveAccounts(
    ACCOUNTS.map((account, i) => ({
      ...account,
      nip: `19800101200501100${i}`,
      region: OFFICES.find((o) => o.code === account.officeCode)!.region,
      platform: 'bluesky' as const,
      mandate: {
        decree: 'SK Wali Kota Contoh 188/1/2026',
        office: 'BKPSDM Contoh',
        from: '2026-01-01',
        to: '2027-06-30',
      },
      proof: 'proven' as const,
    })),
  );
}

/** In the order of `ACCOUNTS`. */
export async function findAccountIds(storage: Storage): Promise<string[]> {
  const found = await Promise.all(ACCOUNTS.map((a) => findByHandle(storage, 'bluesky', a.handle)));
  return found.map((a) => a!.id);
}

const HIDDEN: Partial<Record<Signal, NotObservableReason>> = { likes: 'not_offered', follows: 'login_wall' };

async function seedCoverage(storage: Storage, accountIds: readonly string[]): Promise<void> {
  const yesterday = new Date(NOW.getTime() - 24 * 3_600_000);
  await storage.coverage.recordCoverage([...coverageOf(accountIds, yesterday), ...coverageOf(accountIds, NOW)]);
}

function coverageOf(accountIds: readonly string[], at: Date) {
  return accountIds.flatMap((accountId, i) =>
    SIGNALS.map((signal) => {
      const account = ACCOUNTS[i]!;
      const { region } = OFFICES.find((o) => o.code === account.officeCode)!;
      const reason = i % 2 === 0 ? HIDDEN[signal] : undefined;
      const observation: Observation = reason
        ? { state: 'not_observable', reason }
        : signal === 'posts'
          ? { state: 'seen', count: i + 1 }
          : { state: 'none' };
      const { officeCode } = account;
      const day = localDay(at, timeZoneOf(region));
      return { accountId, officeCode, platform: 'bluesky' as const, signal, day, observation, skipped: {}, at };
    }),
  );
}

/** Small invented bytes. */
export function smallFiles({ text }: SampleAct): PackFile[] {
  const file = (name: EvidenceItemName, content: string) => ({ name, content: Buffer.from(content) });
  return [
    file('viewport.png', '\u0089PNG contoh <script>window.hacked=6</script>'),
    file('page.mhtml', '<html><script>window.hacked=7</script></html>'),
    file('text.txt', `<b>${text}</b>`),
  ];
}

function sealedAct({ region, ...activity }: Activity & { region: string }): Buffer {
  return canonicalJson(toSealedAct({ id: activity.accountId, region, position: 'Pelaksana' }, activity));
}

/** Takes acts in as marked, and seals what is known of each as its evidence. */
export function createActAdder(given: {
  storage: Storage;
  evidence: EvidenceStore;
  accountIds: readonly string[];
  files: FilesOf;
}) {
  const { storage, evidence, accountIds, files } = given;
  return async (act: SampleAct, { isSealed = true } = {}): Promise<void> => {
    const at = new Date(NOW.getTime() - act.hoursAgo * 3_600_000);
    const accountId = accountIds[act.account]!;
    const { officeCode } = ACCOUNTS[act.account]!;
    const { region } = OFFICES.find((o) => o.code === officeCode)!;
    const { id, kind, text } = act;
    const common = { accountId, platform: 'bluesky', kind } as const;
    const url = `https://bsky.contoh.test/profile/${ACCOUNTS[act.account]!.handle}/post/${id}`;
    const activity: Activity = {
      ...common,
      ...{
        id,
        text,
        url,
        source: 'bluesky',
        externalId: `at://did:plc:contoh/${id}`,
        publishedAt: at,
        publishedAtSource: act.publishedAtSource,
        collectedAt: at,
      },
      ...(act.target ? { target: act.target } : {}),
      ...(act.media ? { media: act.media } : {}),
    };
    const flag: FlagDraft = {
      ...common,
      ...{ id, activityId: id, officeCode, region, actedAt: at, stage: 'campaign', createdAt: at },
      ...{ matches: act.matches, cleared: act.cleared ?? [], ...(act.notes && { notes: act.notes }) },
      sides: act.sides,
      points: act.points,
      ...{ ruleset: `sha256:${'a1'.repeat(32)}`, elections: `sha256:${'b2'.repeat(32)}`, engine: '0.1.0' },
    };
    await storage.activities.saveMarkedOnce([{ activity, flag }]);
    if (!isSealed) return;
    const pack = sealPack(
      {
        ...{ flagId: id, activityId: id, url, finalUrl: url, status: 200, textSource: 'page' },
        ...{ startedAt: at.toISOString(), sealedAt: new Date(at.getTime() + 4000).toISOString() },
        environment: { netra: '0.1.0', browser: 'Chromium (contoh)', viewport: '1280x900', os: 'linux' },
        missing: [{ name: 'fullpage.png', reason: 'timeout', detail: 'halaman tidak selesai dimuat' }],
      },
      [...(await files(act)), { name: 'activity.json', content: sealedAct({ ...activity, region }) }],
    );
    const seal = sealOf(id, await evidence.saveOnce(pack));
    await storage.flags.openFlag(id, seal, new Date(at.getTime() + 5000));
  };
}
