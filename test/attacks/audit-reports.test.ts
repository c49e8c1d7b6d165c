import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeReport, exitCodeOf } from '../../src/cli/audit/describe-report.js';
import { isOfFlag, type ReportProblem } from '../../src/domain/audit-contradiction.js';
import type { ReportOutcome } from '../../src/domain/report.js';
import { decideReport, joinReport, leaveToRegistry, tieReport, toNewReport } from '../../src/domain/report-moves.js';
import { aFlagDraft, anActivity, minutesAfter, NOW } from '../storage/builders.js';
import { type AttackedLog, openAttackedLog } from './audit-log.js';

let log: AttackedLog;
type Loose = Record<string, unknown> & { _id: string };
const reports = () => log.raw.collection<Loose>('reports');
const change = (_id: string, $set: Record<string, unknown>) => reports().updateOne({ _id }, { $set });
const verify = async (now = NOW) => (await log.reopen()).audit.verify([], now);
const problems = async (now?: Date) =>
  (await verify(now)).contradictions.map((one) => [one.problem, isOfFlag(one) || one.reportId]);
const BY = { by: 'peninjau-a', at: NOW };
const DAY = 24 * 60;
const account = { id: 'akun-contoh', officeCode: 'dinas-contoh' };

const stand = async (id: string) => (await log.storage.reports.findReport(id))!;

async function aReport(): Promise<string> {
  const brought = {
    id: randomUUID(),
    door: 'public',
    broughtAt: NOW,
    channel: 'public',
    who: { name: 'Nama Contoh' },
    act: { words: 'Ayo menangkan pasangan contoh.' },
    files: [{ id: randomUUID(), type: 'image/png', bytes: 9, broughtSha256: randomBytes(32).toString('hex') }],
  } as const;
  await log.storage.reports.saveReportOnce(toNewReport(brought, { hasIdentity: true }), { identity: 'kotak' });
  return brought.id;
}

async function aTied(): Promise<string> {
  const id = await aReport();
  await log.storage.reports.saveMove(tieReport(await stand(id), 1, account), BY);
  return id;
}

async function aDecided(outcome: ReportOutcome): Promise<string> {
  const id = await aTied();
  const decision = { outcome, reason: 'Sudah diperiksa.', ...BY };
  const activity = anActivity();
  const flag = aFlagDraft({ id: activity.id, activityId: activity.id, cleared: [] });
  const isTrue = outcome === 'true';
  const decided = decideReport(await stand(id), 2, { decision, flagId: isTrue ? flag.id : undefined });
  await log.storage.reports.saveReportDecision(decided, isTrue ? { activity, flag } : undefined);
  return id;
}

describe('somebody who writes reports beside the log', () => {
  let fresh: string;
  let tied: string;
  let refused: string;
  let found: string;
  beforeAll(async () => {
    log = await openAttackedLog();
    [fresh, tied, refused, found] = [
      await aReport(),
      await aTied(),
      await aDecided('not_true'),
      await aDecided('true'),
    ];
    await log.keepAsItStands();
  });
  beforeEach(() => log.putBack());
  afterAll(() => log.close());

  const isNamed = async (problem: ReportProblem, ...ids: string[]) => {
    expect((await problems()).toSorted()).toEqual(ids.map((id) => [problem, id]).toSorted());
    const report = await verify();
    expect(report).toMatchObject({ ok: false, chain: { ok: true } });
    expect(exitCodeOf(report)).toBe(4);
    expect(describeReport(report, false).join('\n')).toContain(`Laporan ${ids[0]}`);
  };

  it('is not there at first: all holds, and so it does when reports are gone after their time', async () => {
    expect(await verify()).toMatchObject({ ok: true, contradictionCount: 0 });
    await reports().deleteMany({ _id: { $in: [fresh, tied] } });
    await reports().deleteOne({ _id: refused });
    expect(await problems(minutesAfter(200 * DAY))).toEqual([]);
    await reports().deleteOne({ _id: found });
    expect(await problems(minutesAfter(200 * DAY))).toEqual([['report_missing', found]]);
    expect(await problems(minutesAfter(366 * DAY))).toEqual([]);
  });

  it('cannot remove a report before its time, whatever became of it', async () => {
    await reports().deleteMany({});
    await isNamed('report_missing', fresh, tied, refused, found);
    expect(await problems(minutesAfter(100 * DAY))).toHaveLength(3);
  });

  it('cannot have the database remove it sooner', async () => {
    await change(fresh, { expireAt: new Date(0) });
    await reports().deleteOne({ _id: fresh });
    await isNamed('report_missing', fresh);
  });

  it('cannot put one there that came in by no door', async () => {
    await reports().insertOne({ ...(await reports().findOne({ _id: fresh }))!, _id: 'laporan-palsu' });
    await isNamed('report_unlogged', 'laporan-palsu');
  });

  it('cannot decide one, nor have it look decided', async () => {
    const { decision } = (await reports().findOne({ _id: refused }))!;
    await change(tied, { state: 'decided', decision });
    await change(fresh, { state: 'decided' });
    await isNamed('report_decision_unlogged', fresh, tied);
  });

  it('cannot take a decision back', async () => {
    await reports().updateMany(
      { _id: { $in: [refused, found] } },
      { $set: { state: 'identified' }, $unset: { decision: '', flagId: '' } },
    );
    await isNamed('report_decision_missing', refused, found);
  });

  it.each<Record<string, unknown>>([
    { 'decision.outcome': 'not_asn' },
    { 'decision.by': 'orang-lain' },
    { 'decision.at': new Date(0) },
    { flagId: 'tanda-lain' },
    { 'files.0.broughtSha256': 'e'.repeat(64) },
    { state: 'identified' },
    { decision: 'ya' },
  ])('cannot change what was decided, by whom, when and on what: %o', async (fields) => {
    for (const id of [refused, found]) await change(id, fields);
    await isNamed('report_decision_differs', refused, found);
  });

  it.each<Record<string, unknown>>([
    { 'decision.sealed': 'alasan lain' },
    { sealed: 'isi lain' },
    { accountId: 'akun-orang-lain' },
    { officeCode: 'dinas-lain' },
    { channel: 'private' },
    { identity: 'kotak lain' },
    { broughtBy: 'orang-lain' },
    { expireAt: minutesAfter(9_999 * DAY) },
    { reading: { outcome: 'gone' } },
    { 'files.0.id': 'berkas-lain' },
  ])('cannot change what else a decided report says: %o', async (fields) => {
    for (const id of [refused, found]) await change(id, fields);
    await isNamed('report_content_differs', refused, found);
  });

  it('cannot hide one among those that go with another, or tie it to somebody else', async () => {
    await change(fresh, { state: 'duplicate', duplicateOf: found });
    await change(tied, { accountId: 'akun-orang-lain' });
    await isNamed('report_step_differs', fresh, tied);
  });

  it('is answered for by name as it stands; that stays named, and what he does after is new', async () => {
    await reports().deleteOne({ _id: fresh });
    await change(refused, { 'decision.by': 'orang|lain' });
    await reports().insertOne({ ...(await reports().findOne({ _id: tied }))!, _id: 'laporan palsu' });
    const before = (await problems()).toSorted();
    expect(before.map(([problem]) => problem)).toEqual([
      'report_decision_differs',
      'report_missing',
      'report_unlogged',
    ]);
    await (await log.reopen()).audit.resume({
      brokenAt: 0,
      by: 'Petugas Contoh',
      reason: 'contoh: diperiksa',
      at: NOW,
    });
    const report = await verify();
    expect(report).toMatchObject({ ok: false, contradictionCount: 0, answeredCount: 3 });
    expect(report.answered.map((one) => [one.problem, isOfFlag(one) || one.reportId]).toSorted()).toEqual(before);
    expect(exitCodeOf(report)).toBe(5);
    await change(refused, { 'decision.by': 'orang ketiga' });
    await reports().deleteOne({ _id: 'laporan palsu' });
    expect((await problems()).toSorted()).toEqual([
      ['report_decision_differs', refused],
      ['report_missing', 'laporan palsu'],
    ]);
  });
});

describe('what people do to a report', () => {
  afterEach(() => log.close());

  it('is no contradiction, at any step or while it is being written', async () => {
    log = await openAttackedLog();
    const first = await aReport();
    const joined = await aReport();
    await log.storage.reports.saveMove(joinReport(await stand(joined), 1, await stand(first)), BY);
    const left = await aTied();
    await log.storage.reports.saveMove(leaveToRegistry(await stand(left), 2), BY);
    await log.storage.reports.saveMove(tieReport(await stand(left), 3, account), BY);
    const decided = await aDecided('cannot_be_shown');
    const message = { id: randomUUID(), from: 'reporter', text: 'Terima kasih (contoh).', at: NOW } as const;
    await log.storage.reports.saveMessageOnce(decided, message);
    expect(await verify()).toMatchObject({ ok: true });
    let isOver = false;
    const writing = Promise.all(
      [1, 2].map(async () => {
        while (!isOver) await aDecided('true');
      }),
    );
    const storage = await log.reopen();
    for (let n = 0; n < 8; n += 1) expect(await storage.audit.verify([], NOW)).toMatchObject({ ok: true });
    isOver = true;
    await writing;
  });
});
