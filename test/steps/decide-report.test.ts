import { randomBytes, randomUUID } from 'node:crypto';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/domain/account.js';
import type { Activity } from '../../src/domain/activity.js';
import { createActivityId } from '../../src/domain/activity-id.js';
import type { ReportOutcome } from '../../src/domain/report.js';
import { type Brought, bringReport } from '../../src/intake/reports/bring-report.js';
import { type CheckedAct, createReportedAct, isSameAct, isSameByPlace } from '../../src/intake/reports/reported-act.js';
import { createReportTruth, type ReportTruth } from '../../src/steps/decide-report.js';
import { createTakeIn, type TakeIn } from '../../src/steps/take-in-acts.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { findByHandle } from '../storage/builders.js';
import { fakeScreener } from '../support/fake-screener.js';
import { testServices, uniqueName } from '../support/test-services.js';

// All people, handles and posts are invented ("contoh").
const NOW = new Date('2024-10-02T03:00:00.000Z');
const databaseName = uniqueName('truth');
const hashKey = randomBytes(32);
const activityId = createActivityId(hashKey);
const idOf = (account: Account, act: Parameters<typeof activityId>[2] & { externalId: string }) =>
  activityId(account.platform, act.externalId, act);
let storage: Storage;
let truth: ReportTruth<CheckedAct>;
let takeIn: TakeIn;
let account: Account;
const enqueued: string[] = [];
let stage: 'campaign' | null = 'campaign';

beforeAll(async () => {
  const keys = { hashKey, fieldKey: randomBytes(32), auditKey: randomBytes(32) };
  storage = await openStorage({ uri: testServices().mongodbUri, databaseName, ...keys });
  await storage.accounts.saveAccounts([anAccount('camat.contoh', '1'), anAccount('belum.contoh', '2', 'claimed')]);
  account = (await findByHandle(storage, 'tiktok', 'camat.contoh'))!;
  const screener = () => {
    const fake = fakeScreener();
    return { ...fake, screen: (input: Parameters<typeof fake.screen>[0]) => ({ ...fake.screen(input), stage }) };
  };
  const enqueueEvidence = async (ids: readonly string[]) => void enqueued.push(...ids);
  const clock = () => NOW;
  const { accounts, activities, ruleCounts } = storage;
  truth = createReportTruth({
    ...storage,
    screener,
    toAct: createReportedAct(idOf),
    isSameAct,
    enqueueEvidence,
    clock,
  });
  const onSetAside = () => {};
  takeIn = createTakeIn({
    accounts,
    activities,
    ruleCounts,
    screener,
    isSameByPlace,
    enqueueEvidence,
    onSetAside,
    clock,
  });
});
afterAll(async () => {
  await storage.close();
  const raw = await createConnection(testServices().mongodbUri, { dbName: databaseName }).asPromise();
  await raw.dropDatabase();
  await raw.close();
});

function anAccount(handle: string, nip: string, proof: 'proven' | 'claimed' = 'proven') {
  return {
    name: `Nama ${handle}`,
    nip: `19800101200601100${nip}`,
    position: 'Camat',
    officeCode: 'kec-contoh',
    region: '35.78',
    platform: 'tiktok' as const,
    handle,
    mandate: { decree: 'SK contoh', office: 'BKPSDM contoh', from: '2024-09-01', to: '2024-11-30' },
    proof,
  };
}

const video = (id: number, author = 'camat.contoh') => `https://www.tiktok.com/@${author}/video/74123456789012345${id}`;
const decision = (outcome: ReportOutcome) => ({ outcome, reason: 'Sudah dicocokkan.', by: 'peninjau', at: NOW });
const checked = (given: Partial<CheckedAct> = {}): CheckedAct => ({
  kind: 'post',
  words: 'Selamat pagi semua.',
  actedAt: new Date('2024-10-01T05:00:00.000Z'),
  ...given,
});

async function bring(given: Partial<Brought>) {
  const brought: Brought = {
    id: randomUUID(),
    door: 'public',
    broughtAt: NOW,
    channel: 'public',
    who: {},
    act: {},
    files: [],
    accountId: account.id,
    officeCode: account.officeCode,
    ...given,
  };
  return (await bringReport({ ...storage, enqueueLooks: async () => {} }, brought)).report;
}

const decide = (report: Awaited<ReturnType<typeof bring>>, given: Partial<CheckedAct> = {}) =>
  truth.decide(report, { seenVersion: 1, decision: decision('true'), checked: checked(given) });
const countFlags = async () => (await storage.flags.listFlagsOfAccount(account.id, { limit: 100 })).length;

describe('a report that is found true', () => {
  it('becomes a flag that says how it came, also where no rule marks it, and its evidence is asked for', async () => {
    const report = await bring({ act: { kind: 'post', link: video(10) } });
    const { flagId } = await decide(report);
    const flag = await storage.flags.findFlag(flagId!);
    expect(flag).toMatchObject({ state: 'sealing', matches: [], stage: 'campaign', accountId: account.id });
    expect(await storage.activities.findMarked(flagId!)).toMatchObject({
      source: 'report',
      url: 'https://www.tiktok.com/@_/video/7412345678901234510',
      publishedAtSource: 'first_seen',
    });
    expect(enqueued).toContain(flagId);
    expect(await storage.reports.listReportsOfFlag(flagId!)).toMatchObject([{ id: report.id, state: 'decided' }]);
    const { ok } = await storage.audit.verify();
    expect(ok).toBe(true);
    const entries = (await storage.audit.listEntries({ limit: 3 })).map(({ action }) => action);
    expect(entries).toEqual(expect.arrayContaining(['flags_marked', 'report_decided']));
  });

  it('carries what the rules say where they mark it as well', async () => {
    const { flagId } = await decide(await bring({ act: { link: video(11) } }), { words: 'TANDA ayo menang' });
    expect(await storage.flags.findFlag(flagId!)).toMatchObject({ matches: [{ rule: 'contoh' }] });
  });

  it('joins the flag that the same act has, by its link, its name in an import, or its words', async () => {
    const words = 'TANDA kalimat yang cukup panjang untuk dikenali lagi';
    const act: Activity = {
      id: '',
      accountId: account.id,
      platform: 'tiktok',
      source: 'import',
      collectedAt: NOW,
      kind: 'post',
      externalId: '7412345678901234520',
      text: words,
      publishedAt: new Date('2024-10-01T01:00:00.000Z'),
      url: `${video(20)}?is_from_webapp=1`,
    };
    const [imported] = (await takeIn([{ ...act, id: idOf(account, act) }])).flagIds;
    const before = await countFlags();
    const byLink = await decide(
      await bring({ act: { link: `https://m.tiktok.com/@camat.contoh/video/7412345678901234520` } }),
    );
    const byWords = await decide(await bring({ act: { story: 'Hanya tangkapan layar.' } }), { words: `${words}!` });
    const other = await decide(await bring({ act: { link: video(21) } }), { words });
    expect([byLink.flagId, byWords.flagId]).toEqual([imported, imported]);
    expect(other.flagId).not.toBe(imported);
    expect(await countFlags()).toBe(before + 1);
    expect(await storage.reports.listReportsOfFlag(imported!)).toHaveLength(2);
  });

  it('stays the one flag when a machine reads the act later, under another name and in other words', async () => {
    const { flagId } = await decide(await bring({ act: { link: video(60) } }), {
      words: 'TANDA seperti diketik orang',
    });
    const collected = (n: number, externalId: string): Activity => {
      const act = { kind: 'post', externalId, text: 'TANDA seperti tertulis di sana' } as const;
      const url = `${video(n)}?lang=id`;
      const known = { accountId: account.id, platform: 'tiktok', source: 'tiktok', collectedAt: NOW } as const;
      return { ...act, ...known, id: idOf(account, act), publishedAt: NOW, url };
    };
    const before = await countFlags();
    const [same, other] = [collected(60, 'nama-lain-60'), collected(61, 'nama-lain-61')];
    expect(await takeIn([same, other])).toMatchObject({ newActivities: 2, flagIds: [other.id] });
    expect(await takeIn([same, other])).toMatchObject({ newActivities: 0, flagIds: [] });
    expect(await countFlags()).toBe(before + 1);
    expect(await storage.activities.findMarked(same.id)).toBeUndefined();
    expect(await storage.activities.findMarked(flagId!)).toMatchObject({ text: 'TANDA seperti diketik orang' });
  });

  it('is another act when the same words stand in public later: what was said in a closed group has no place', async () => {
    const words = 'TANDA kata-kata yang sama persis di dua tempat yang berlainan';
    const { flagId } = await decide(await bring({ channel: 'private', act: { story: 'Dari grup kantor.' } }), {
      words,
    });
    const act = { kind: 'post', externalId: '7412345678901234562', text: words } as const;
    const known = { accountId: account.id, platform: 'tiktok', source: 'tiktok', collectedAt: NOW } as const;
    const id = idOf(account, act);
    const collected: Activity = { ...act, ...known, id, publishedAt: NOW, url: video(62) };
    expect(await takeIn([collected])).toMatchObject({ flagIds: [id] });
    expect(id).not.toBe(flagId);
  });

  it('is one flag when two people find the same act true at the same moment', async () => {
    const reports = await Promise.all([30, 30].map((n) => bring({ act: { link: video(n) } })));
    const before = await countFlags();
    const outcomes = await Promise.allSettled(reports.map((report) => decide(report)));
    for (const [i, outcome] of outcomes.entries()) if (outcome.status === 'rejected') await decide(reports[i]!);
    expect(await countFlags()).toBe(before + 1);
    const found = await Promise.all(reports.map(({ id }) => storage.reports.findReport(id)));
    expect(new Set(found.map((report) => report!.flagId)).size).toBe(1);
  });

  it('is decided together with its flag or not at all: where one of its writes fails, nothing of it stands', async () => {
    const report = await bring({ act: { link: video(41) } });
    const id = idOf(account, { kind: 'post', externalId: '7412345678901234541', text: 'Selamat pagi semua.' });
    const raw = await createConnection(testServices().mongodbUri, { dbName: databaseName }).asPromise();
    try {
      // Somebody's content without a flag: the flag of this act cannot be stored beside it.
      await raw.collection('activities').insertOne({ _id: id as never });
      const before = (await storage.audit.getHead()).seq;
      await expect(decide(report)).rejects.toThrow('sudah berubah');
      expect(await storage.reports.findReport(report.id)).toMatchObject({ state: 'identified', version: 1 });
      expect(await storage.flags.findFlag(id)).toBeUndefined();
      expect(await storage.activities.findKnownIds([id])).toEqual(new Set());
      expect((await storage.audit.getHead()).seq).toBe(before);
      await raw.collection('activities').deleteOne({ _id: id as never });
      expect(await decide(report)).toMatchObject({ state: 'decided', flagId: id });
    } finally {
      await raw.close();
    }
  });

  it('makes a flag also of an act that was read before and left unmarked', async () => {
    const externalId = '7412345678901234540';
    const act = { kind: 'post', externalId, text: 'Selamat pagi semua.' } as const;
    const id = idOf(account, act);
    await storage.activities.saveUnmarkedOnce([id], NOW);
    const { flagId } = await decide(await bring({ act: { link: video(40) } }));
    expect(flagId).toBe(id);
    expect(await storage.activities.findMarked(id)).toBeDefined();
    expect(
      await takeIn([
        { ...act, id, accountId: account.id, platform: 'tiktok', source: 'tiktok', collectedAt: NOW, publishedAt: NOW },
      ]),
    ).toMatchObject({ newActivities: 0 });
  });

  it('keeps of a like whose post it was only where that is a public side, and never follows a closed channel', async () => {
    const like = await decide(
      await bring({ door: 'patrol', broughtBy: 'petugas', act: { link: video(50, 'warga.biasa') } }),
      { kind: 'like' },
    );
    const liked = await storage.activities.findMarked(like.flagId!);
    expect(liked).toMatchObject({ kind: 'like', source: 'finding', text: '', target: { text: 'Selamat pagi semua.' } });
    expect(JSON.stringify(liked)).not.toContain('warga.biasa/');
    expect(liked!.url).toBeUndefined();
    const closed = await bring({
      channel: 'private',
      act: { link: 'https://chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv' },
    });
    const { flagId } = await decide(closed, { words: 'Ayo semua dukung di grup kita.' });
    const kept = await storage.activities.findMarked(flagId!);
    expect(kept).toMatchObject({ externalId: `report:${closed.id}` });
    expect(kept!.url ?? kept!.target?.url).toBeUndefined();
  });
});

describe('a report that makes no flag', () => {
  it.each(['not_true', 'cannot_be_shown', 'not_asn', 'private_channel', 'not_our_matter'] as const)(
    'is one that was decided as %s',
    async (outcome) => {
      const report = await bring({ act: { link: video(60) } });
      const before = await countFlags();
      const decided = await truth.decide(report, { seenVersion: 1, decision: decision(outcome), checked: checked() });
      expect(decided).toMatchObject({ state: 'decided', flagId: undefined });
      expect(await countFlags()).toBe(before);
    },
  );

  it('is true of an account that may not be watched, at a time outside the mandate or in no stage: nothing is stored', async () => {
    const unproven = (await findByHandle(storage, 'tiktok', 'belum.contoh'))!;
    const before = (await storage.activities.countActs()).marked;
    const ofUnproven = await bring({ accountId: unproven.id, officeCode: unproven.officeCode });
    await expect(decide(ofUnproven)).rejects.toThrow('Kepemilikan akun ini belum terbukti');
    const report = await bring({ act: { link: video(70) } });
    await expect(decide(report, { actedAt: new Date('2024-08-01T00:00:00Z') })).rejects.toThrow('di luar masa mandat');
    stage = null;
    await expect(decide(report).finally(() => (stage = 'campaign'))).rejects.toThrow('tidak ada tahapan');
    await expect(truth.decide(report, { seenVersion: 1, decision: decision('true') })).rejects.toThrow(
      'belum diperiksa',
    );
    expect((await storage.activities.countActs()).marked).toBe(before);
    expect(await storage.reports.findReport(report.id)).toMatchObject({ state: 'identified', version: 1 });
  });

  it('is one on which somebody decided first: the later one neither decides nor makes a flag', async () => {
    const report = await bring({ act: { link: video(80) } });
    await truth.decide(report, { seenVersion: 1, decision: decision('not_true') });
    const before = await countFlags();
    await expect(decide(report)).rejects.toThrow('sudah berubah');
    expect(await countFlags()).toBe(before);
  });
});

describe('whose account it is', () => {
  it('is found by the handle on that platform, and words of a name find every namesake', async () => {
    const found = await storage.accounts.findAccountsNamed({ platform: 'tiktok', handles: ['@Camat.Contoh'] });
    expect(found.map(({ id }) => id)).toEqual([account.id]);
    expect(await storage.accounts.findAccountsNamed({ platform: 'x', handles: ['camat.contoh'] })).toEqual([]);
  });

  it.each([
    ['the beginning of a handle', 'cam', ['camat.contoh']],
    ['words of a name, in any order', 'CONTOH camat nama', ['camat.contoh']],
    ['a word of two names', 'nama', ['belum.contoh', 'camat.contoh']],
    ['the last digits of a NIP', '001', ['camat.contoh']],
    ['nothing that is a pattern', '.*', []],
    ['nothing at all', ' ', []],
  ])('is looked for by %s', async (_how, text, handles) => {
    const found = await storage.accounts.findPeople(text, { officeCodes: ['kec-contoh'], limit: 10 });
    expect(found.map(({ handle }) => handle)).toEqual(handles);
    expect(await storage.accounts.findPeople(text, { officeCodes: ['lain'], limit: 10 })).toEqual([]);
  });
});
