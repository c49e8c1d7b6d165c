import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/cli/audit/describe-report.js';
import { type FactProblem, isOfFlag } from '../../src/domain/audit-contradiction.js';
import { decide, type Review } from '../../src/domain/flag.js';
import { A_SEAL, aFlagDraft, anActivity, NOW } from '../storage/builders.js';
import { type AttackedLog, openAttackedLog, writePlainLog } from './audit-log.js';

let log: AttackedLog;
type Loose = Record<string, unknown> & { _id: string };
const flags = () => log.raw.collection<Loose>('flags');
const verify = async () => (await log.reopen()).audit.verify();
const problems = async () => (await verify()).contradictions.map((one) => [one.problem, isOfFlag(one) && one.flagId]);
const A_REVIEW: Review = { verdict: 'confirmed', reason: 'contoh', weighed: [], reviewerId: 'peninjau-a', at: NOW };

/** Marked, sealed, opened; with a verdict where one is wanted. Returns its id. */
async function aFlag({ reviews = [] as readonly Review[], isOpened = true } = {}): Promise<string> {
  const activity = anActivity();
  const draft = aFlagDraft({ id: activity.id, activityId: activity.id, cleared: [] });
  await log.storage.activities.saveMarkedOnce([{ activity, flag: draft }]);
  if (isOpened) await log.storage.flags.openFlag(draft.id, A_SEAL, NOW);
  for (const review of reviews) {
    const flag = (await log.storage.flags.findFlag(draft.id))!;
    await log.storage.flags.saveDecision(decide(flag, flag.version, review), review);
  }
  return draft.id;
}

describe('somebody who writes the database beside the log', () => {
  let sealing: string;
  let open: string;
  let decided: string;
  beforeAll(async () => {
    log = await openAttackedLog();
    sealing = await aFlag({ isOpened: false });
    open = await aFlag();
    decided = await aFlag({ reviews: [{ ...A_REVIEW, verdict: 'needs_context' }, A_REVIEW] });
    await log.keepAsItStands();
  });
  beforeEach(() => log.putBack());
  afterAll(() => log.close());

  it('is not there at first: all holds', async () => {
    expect(await verify()).toMatchObject({ ok: true, contradictionCount: 0 });
  });

  const answer = async () => {
    const asked = { brokenAt: 0, by: 'Petugas Contoh', reason: 'contoh: diperiksa', at: NOW };
    await (await log.reopen()).audit.resume(asked);
    return verify();
  };

  it('is answered for by name as it stands; that stays named, and what he does after is new', async () => {
    const one = await flags().findOne({ _id: sealing });
    const forged = 'tanda|palsu dengan spasi';
    await flags().insertOne({ ...one!, _id: forged });
    await flags().deleteOne({ _id: sealing });
    await flags().updateOne({ _id: open }, { $set: { state: 'decided' } });
    await flags().updateOne({ _id: decided }, { $set: { 'reviews.1.reason': 'lain' } });
    const before = (await problems()).toSorted();
    expect(before.map(([problem]) => problem)).toEqual([
      'flag_missing',
      'flag_unlogged',
      'state_differs',
      'verdict_differs',
    ]);
    const report = await answer();
    expect(report).toMatchObject({ ok: false, chain: { ok: true }, contradictionCount: 0, answeredCount: 4 });
    expect(report.answered.map((one) => [one.problem, isOfFlag(one) && one.flagId]).toSorted()).toEqual(before);
    expect(exitCodeOf(report)).toBe(5);
    await expect(answer()).rejects.toThrow('tidak ada yang dilanjutkan');
    // What was taken over is held against the log as anything else.
    await flags().updateOne({ _id: decided }, { $set: { 'reviews.1.reason': 'lain lagi' } });
    await flags().deleteOne({ _id: forged });
    await flags().insertOne({ ...one!, _id: sealing });
    await flags().updateOne({ _id: open }, { $set: { state: 'sealing' } });
    expect((await problems()).toSorted()).toEqual(
      [
        ['flag_missing', forged],
        ['flag_unlogged', sealing],
        ['state_differs', open],
        ['verdict_differs', decided],
      ].toSorted(),
    );
    expect(exitCodeOf(await verify())).toBe(4);
  });

  it('has no say in what is decided after it was answered for', async () => {
    await flags().updateOne({ _id: open }, { $set: { evidence: { ...A_SEAL, manifestSha256: 'b'.repeat(64) } } });
    expect(await answer()).toMatchObject({ contradictionCount: 0 });
    const flag = (await log.storage.flags.findFlag(open))!;
    await log.storage.flags.saveDecision(decide(flag, flag.version, A_REVIEW), A_REVIEW);
    expect(await verify()).toMatchObject({ contradictionCount: 0, answeredCount: 1 });
  });

  const found = async (problem: FactProblem, flagId: string) => {
    expect(await problems()).toEqual([[problem, flagId]]);
    const { ok, chain } = await verify();
    expect(ok).toBe(false);
    expect(chain.ok).toBe(true);
  };

  it('cannot delete a flag with its act, whatever its state', async () => {
    for (const id of [sealing, open, decided]) {
      for (const name of ['flags', 'activities', 'known_acts']) {
        await log.raw.collection<Loose>(name).deleteOne({ _id: id });
      }
    }
    const all = await problems();
    expect(all).toHaveLength(3);
    expect(all).toEqual(expect.arrayContaining([sealing, open, decided].map((id) => ['flag_missing', id])));
  });

  it('cannot put a flag there that no rule made', async () => {
    const one = await flags().findOne({ _id: sealing });
    await flags().insertOne({ ...one!, _id: 'tanda-palsu' });
    await found('flag_unlogged', 'tanda-palsu');
  });

  it('cannot exchange the seal of the evidence', async () => {
    await flags().updateOne({ _id: open }, { $set: { 'evidence.manifestSha256': 'e'.repeat(64) } });
    await found('seal_differs', open);
  });

  it('cannot send a flag back to be sealed once more', async () => {
    await flags().updateOne({ _id: open }, { $set: { state: 'sealing' }, $unset: { evidence: '' } });
    await found('opening_missing', open);
  });

  it('cannot open a flag', async () => {
    await flags().updateOne({ _id: sealing }, { $set: { state: 'open', evidence: A_SEAL as never } });
    await found('opening_unlogged', sealing);
  });

  it('cannot give a verdict', async () => {
    await flags().updateOne({ _id: open }, { $set: { state: 'decided' }, $push: { reviews: A_REVIEW as never } });
    await found('verdict_unlogged', open);
  });

  it.each([
    { verdict: 'dismissed' },
    { reason: 'lain' },
    { reviewerId: 'orang-lain' },
    { weighed: ['news'] },
    { at: new Date(0) },
  ])('cannot change a verdict: %o', async (change) => {
    await flags().updateOne({ _id: decided }, { $set: { 'reviews.1': { ...A_REVIEW, ...change } } });
    await found('verdict_differs', decided);
  });

  it('cannot take a verdict back', async () => {
    await flags().updateOne({ _id: decided }, { $set: { state: 'open' }, $pop: { reviews: 1 } as never });
    await found('verdict_missing', decided);
  });

  it.each(['open', 'sealing'])('cannot put what is decided among what is %s', async (state) => {
    await flags().updateOne({ _id: decided }, { $set: { state } });
    await found('state_differs', decided);
  });

  it.each([
    { decidedVerdict: 'dismissed' },
    { decidedAt: new Date(0) },
    { decidedAt: null },
    { deciders: ['orang-lain'] },
    { deciders: [] },
  ])('cannot change what lists and digests count of a decision: %o', async (change) => {
    await flags().updateOne({ _id: decided }, { $set: change });
    await found('decision_differs', decided);
  });

  it('cannot have a flag counted as decided that nobody decided', async () => {
    await flags().updateOne({ _id: open }, { $set: { decidedVerdict: 'confirmed', decidedAt: NOW } });
    await found('decision_differs', open);
  });

  it.each<Record<string, unknown>>([
    { accountId: 'akun-orang-lain' },
    { officeCode: 'dinas-lain' },
    { actedAt: new Date(0) },
    { createdAt: new Date(0) },
    { openedAt: new Date(0) },
    { stage: 'quiet' },
    { 'matches.0.rule': 'aturan-lain' },
    { cleared: [{ reason: 'news', spans: [] }] },
    { activityId: 'tindakan-lain' },
    { activityId: /./ },
  ])('cannot have an open or decided flag say something else: %o', async (change) => {
    for (const id of [open, decided]) await flags().updateOne({ _id: id }, { $set: change });
    expect((await problems()).toSorted()).toEqual([open, decided].map((id) => ['content_differs', id]).toSorted());
  });

  it('cannot change the words of the act or who wrote them, nor take the act away and leave the flag', async () => {
    const acts = log.raw.collection<Loose>('activities');
    const act = (await acts.findOne({ _id: open }))!;
    for (const change of [
      { text: 'Pilih nomor 9 (contoh)' },
      { accountId: 'akun-orang-lain' },
      { url: 'https://x.test' },
    ]) {
      await acts.replaceOne({ _id: open }, { ...act, ...change });
      await found('content_differs', open);
    }
    await acts.deleteOne({ _id: open });
    await found('content_differs', open);
  });

  it('cannot change what a flag says before somebody decides it, and have the verdict cover it', async () => {
    await flags().updateOne({ _id: open }, { $set: { accountId: 'akun-orang-lain' } });
    const flag = (await log.storage.flags.findFlag(open))!;
    await log.storage.flags.saveDecision(decide(flag, flag.version, A_REVIEW), A_REVIEW);
    await found('content_differs', open);
    expect(await answer()).toMatchObject({ contradictionCount: 0, answeredCount: 1 });
    await flags().updateOne({ _id: open }, { $set: { accountId: 'akun-ketiga', decidedVerdict: 'dismissed' } });
    expect((await problems()).toSorted()).toEqual([
      ['content_differs', open],
      ['decision_differs', open],
    ]);
  });

  it('cannot do any of it by writing entries that wait for their place', async () => {
    await flags().insertOne({ ...(await flags().findOne({ _id: sealing }))!, _id: 'tanda-palsu' });
    const event = {
      at: NOW,
      actor: 'system:rules',
      action: 'flags_marked',
      subject: 's',
      details: { flags: 'tanda-palsu' },
    };
    await log.raw.collection<Loose>('audit_waiting').insertOne({ _id: 'w', ...event, seal: 'f'.repeat(64) });
    expect(await (await log.reopen()).audit.placeLeft()).toBe(0);
    await found('flag_unlogged', 'tanda-palsu');
  });
});

describe('what is honest', () => {
  afterEach(() => log.close());

  it('is no contradiction while it is being written', async () => {
    log = await openAttackedLog();
    let isOver = false;
    const writing = Promise.all(
      Array.from({ length: 3 }, async () => {
        while (!isOver) await aFlag({ reviews: [A_REVIEW] });
      }),
    );
    const storage = await log.reopen();
    for (let n = 0; n < 10; n += 1) expect(await storage.audit.verify()).toMatchObject({ ok: true });
    isOver = true;
    await writing;
  });

  it('was taken over from the version before, and is held from then on', async () => {
    log = await openAttackedLog(async (raw, hashKey) => {
      await writePlainLog(raw, 3, hashKey);
      const draft = {
        ...aFlagDraft({ cleared: [] }),
        state: 'decided',
        decidedAt: A_REVIEW.at,
        version: 3,
        reviews: [A_REVIEW],
        evidence: A_SEAL,
      };
      await raw
        .collection<Loose>('flags')
        .insertMany(
          Array.from({ length: 1_100 }, (_, n) => ({ ...draft, _id: `lama-${String(n).padStart(4, '0')}` })) as never,
        );
    });
    expect(await verify()).toMatchObject({ ok: true, chain: { plainEntries: 3 } });
    await flags().updateOne({ _id: 'lama-0007' }, { $set: { 'reviews.0.reason': 'lain' } });
    await flags().deleteOne({ _id: 'lama-1099' });
    expect(await problems()).toEqual([
      ['verdict_differs', 'lama-0007'],
      ['flag_missing', 'lama-1099'],
    ]);
  });
});
