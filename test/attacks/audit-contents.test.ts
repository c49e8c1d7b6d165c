import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeReport } from '../../src/cli/audit/describe-report.js';
import { isOfFlag } from '../../src/domain/audit-contradiction.js';
import { decide } from '../../src/domain/flag.js';
import { A_SEAL, aFlagDraft, anActivity, NOW } from '../storage/builders.js';
import { type AttackedLog, openAttackedLog, type Raw, writePlainLog } from './audit-log.js';

// What flags say that opened before the log sealed contents: it is sealed once, by the upgrade, and held from then on.

type Loose = Record<string, unknown> & { _id: string };
const MIGRATION = { _id: '0020-sealed-contents' };
/** More than one entry names. */
const ADOPTED = 1_100;
const A_REVIEW = { verdict: 'confirmed', reason: 'contoh', weighed: [], reviewerId: 'peninjau-a', at: NOW } as const;

let log: AttackedLog;
const flags = () => log.raw.collection<Loose>('flags');
const verify = async () => (await log.reopen()).audit.verify();
const problems = async () => (await verify()).contradictions.map((one) => [one.problem, isOfFlag(one) && one.flagId]);
const sealings = () => log.raw.collection<Raw>('audit').find({ action: 'contents_sealed' }).toArray();
/** The next start finds the upgrade undone. */
const askAgain = () => log.raw.collection<Loose>('migrations').deleteOne(MIGRATION);

afterEach(() => log.close());

describe('flags of the version whose log had no key', () => {
  beforeEach(async () => {
    log = await openAttackedLog(async (raw, hashKey) => {
      await writePlainLog(raw, 3, hashKey);
      const draft = { ...aFlagDraft({ cleared: [] }), state: 'open', version: 2, reviews: [], evidence: A_SEAL };
      const ids = Array.from({ length: ADOPTED }, (_, n) => `lama-${String(n).padStart(4, '0')}`);
      await raw.collection<Loose>('flags').insertMany(ids.map((_id) => ({ ...draft, _id, activityId: _id })) as never);
      const acts = ids.slice(0, 2).map((id) => ({ ...anActivity({ id }), _id: id }));
      await raw.collection<Loose>('activities').insertMany(acts as never);
    });
  });

  it('are sealed as they stand, and held from that day on', async () => {
    const report = await verify();
    expect(report).toMatchObject({ ok: true, contents: { late: ADOPTED, unsealed: 0 } });
    expect(describeReport(report, false)).toContainEqual(
      expect.stringMatching(/^Isi 1100 tanda baru disegel .* 20\d\d/),
    );
    await flags().updateOne({ _id: 'lama-0000' }, { $set: { accountId: 'akun-orang-lain' } });
    await log.raw.collection<Loose>('activities').updateOne({ _id: 'lama-0001' }, { $set: { text: 'lain' } });
    await flags().updateOne({ _id: 'lama-1099' }, { $set: { officeCode: 'dinas-lain' } });
    const found = ['lama-0000', 'lama-0001', 'lama-1099'].map((id) => ['content_differs', id]);
    expect(await problems()).toEqual(found);
    // Asked again, it does not seal what they say now in place of what they said.
    await askAgain();
    expect(await problems()).toEqual(found);
    expect((await sealings()).map(({ details }) => (details as { count: number }).count)).toEqual([500, 500, 100]);
  });

  it('that came after the last one named are all that a second go seals, and stay unknown to the log', async () => {
    const { _id, ...one } = (await flags().findOne({ _id: 'lama-0005' }))!;
    await flags().insertOne({ _id: 'palsu|dengan spasi', ...one });
    await flags().insertOne({ _id: '#palsu', ...one });
    await askAgain();
    expect((await problems()).map(([problem]) => problem)).toEqual(Array(4).fill(expect.stringMatching(/_unlogged$/)));
    expect((await sealings()).map(({ details }) => (details as { count: number }).count)).toEqual([500, 500, 100, 1]);
  });
});

describe('flags that the log tells of', () => {
  beforeEach(async () => {
    log = await openAttackedLog();
  });

  /** Opened by a version that did not seal what they say; decided since, where that is wanted. */
  async function anOlderFlag({ isDecided = false } = {}): Promise<string> {
    const activity = anActivity();
    const { id } = activity;
    const draft = aFlagDraft({ id, activityId: id, cleared: [] });
    await log.storage.activities.saveMarkedOnce([{ activity, flag: draft }]);
    await flags().updateOne({ _id: id }, { $set: { state: 'open', evidence: A_SEAL, openedAt: NOW, version: 2 } });
    const details = { manifest: A_SEAL.manifestSha256 };
    const opening = { at: NOW, actor: 'system:evidence', action: 'flag_opened', subject: id, details } as const;
    await log.storage.audit.appendEntry(opening);
    if (!isDecided) return id;
    const flag = (await log.storage.flags.findFlag(id))!;
    await log.storage.flags.saveDecision(decide(flag, flag.version, A_REVIEW), A_REVIEW);
    return id;
  }
  const named = async () => (await sealings()).flatMap(({ details }) => String((details as Loose).flags).split(' '));

  it('are sealed where neither opening nor verdict has done it', async () => {
    const [open, decided] = [await anOlderFlag(), await anOlderFlag({ isDecided: true })];
    expect((await verify()).contents).toMatchObject({ late: 1, unsealed: 1 });
    await askAgain();
    expect(await verify()).toMatchObject({ ok: true, contents: { late: 2, unsealed: 0 } });
    expect(await named()).toEqual([expect.stringMatching(`^${open}\\|`)]);
    await flags().updateOne({ _id: open }, { $set: { accountId: 'akun-orang-lain' } });
    await flags().updateOne({ _id: decided }, { $set: { accountId: 'akun-orang-lain' } });
    expect((await problems()).map(([problem]) => problem)).toEqual(['content_differs', 'content_differs']);
  });

  it('are sealed by several processes that start at once', async () => {
    for (let n = 0; n < 3; n += 1) await anOlderFlag();
    await askAgain();
    await Promise.all([1, 2, 3].map(() => log.reopen()));
    expect(await verify()).toMatchObject({ ok: true, contradictionCount: 0, contents: { late: 3, unsealed: 0 } });
  });

  it('are sealed although somebody wrote into the log that they are', async () => {
    const id = await anOlderFlag();
    await anOlderFlag();
    const forged = { subject: id, action: 'verdict_given', 'details.content': 'a'.repeat(64) };
    await log.raw.collection<Raw>('audit').updateOne({ _id: 3 }, { $set: forged });
    await askAgain();
    expect((await verify()).chain).toMatchObject({ ok: false, seq: 3 });
    expect(await named()).toContainEqual(expect.stringMatching(`^${id}\\|`));
  });

  it('are not sealed by a log that does not hold, but once a person has gone on', async () => {
    await anOlderFlag();
    await log.raw.collection<Raw>('audit_heads').updateMany({}, { $set: { seal: 'f'.repeat(64) } });
    await askAgain();
    const report = await verify();
    expect(report).toMatchObject({ chain: { ok: false }, contents: { late: 0, unsealed: 1 } });
    expect(describeReport(report, false)).toContainEqual(expect.stringMatching(/^Isi 1 tanda .* belum disegel/));
    expect(await log.raw.collection<Loose>('migrations').findOne(MIGRATION)).toBeNull();
    const { seq } = report.chain as { seq: number };
    const asked = { brokenAt: seq, by: 'Petugas Contoh', reason: 'contoh: diperiksa', at: NOW };
    await (await log.reopen()).audit.resume(asked);
    expect(await verify()).toMatchObject({ contradictionCount: 0, contents: { late: 1, unsealed: 0 } });
    expect(await log.raw.collection<Loose>('migrations').findOne(MIGRATION)).not.toBeNull();
  });
});
