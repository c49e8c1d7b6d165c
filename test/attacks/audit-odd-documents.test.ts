import { mongo } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeReport, exitCodeOf } from '../../src/cli/audit/describe-report.js';
import { runAuditResume } from '../../src/cli/audit/resume/resume.js';
import { openingEvent } from '../../src/domain/audit-events.js';
import { createAuditMac } from '../../src/domain/audit-mac.js';
import { decide, type Review } from '../../src/domain/flag.js';
import { bytesOf } from '../../src/storage/audit-bytes.js';
import { A_SEAL, aFlagDraft, anActivity, NOW } from '../storage/builders.js';
import { type AttackedLog, anEvent, openAttackedLog } from './audit-log.js';

/** Values that Netra never writes, put into the database by somebody who writes it beside Netra. */

let log: AttackedLog;
let sealing: string;
let open: string;
let decided: string;
type Loose = Record<string, unknown> & { _id: unknown };
const collection = (name: string) => log.raw.collection<Loose>(name);
const change = (name: string, _id: unknown, fields: object) =>
  collection(name).updateOne({ _id } as never, { $set: fields } as never);
const forged = (_id: unknown) => ({ ...anEvent(), _id, previous: 'x', mac: 'a'.repeat(64) });
const { Decimal128, Long, ObjectId, Binary } = mongo;
const A_REVIEW: Review = { verdict: 'confirmed', reason: 'contoh', weighed: [], reviewerId: 'peninjau-a', at: NOW };
const asked = { by: 'Petugas Contoh', reason: 'contoh: diperiksa', at: NOW };

async function aFlag(isOpened: boolean): Promise<string> {
  const activity = anActivity();
  const draft = aFlagDraft({ id: activity.id, activityId: activity.id, cleared: [] });
  await log.storage.activities.saveMarkedOnce([{ activity, flag: draft }]);
  if (isOpened) await log.storage.flags.openFlag(draft.id, A_SEAL, NOW);
  return draft.id;
}

/** What `verify` says, as another process sees it. */
const verify = async () => {
  const report = await (await log.reopen()).audit.verify();
  const lines = describeReport(report, false).join('\n');
  return { report, lines, exitCode: exitCodeOf(report) };
};

beforeAll(async () => {
  log = await openAttackedLog();
  [sealing, open, decided] = [await aFlag(false), await aFlag(true), await aFlag(true)];
  const flag = (await log.storage.flags.findFlag(decided))!;
  await log.storage.flags.saveDecision(decide(flag, flag.version, A_REVIEW), A_REVIEW);
  for (let n = 0; n < 6; n += 1) await log.storage.audit.appendEntry(anEvent({ details: { n } }));
  await log.keepAsItStands();
});
beforeEach(() => log.putBack());
afterAll(() => log.close());

/** Names it, is gone on with by name, and names it for ever. */
async function isNamedAndAnswered(): Promise<void> {
  const before = await verify();
  expect(before.exitCode).toBe(4);
  const { chain } = before.report;
  const { audit } = await log.reopen();
  await audit.listEntries({ limit: 50 });
  await audit.resume({ ...asked, brokenAt: chain.ok ? 0 : chain.seq });
  await audit.appendEntry(anEvent());
  const after = await verify();
  expect(after.lines).not.toMatch(/undefined|NaN|object Object/);
  expect(after).toMatchObject({ exitCode: 5 });
}

describe.each([
  ['place that is no number', { seq: Number.NaN }],
  ['place of another kind', { seq: Decimal128.fromString('12') }],
  ['place below the first', { seq: -1 }],
  ['place beyond all numbers', { seq: Long.fromString('9223372036854775807') }],
  ['seal of the entry that is no text', { mac: { toString: 1 } }],
  ['seal that is no text', { seal: { toString: 1 } }],
])('a head with a %s', (_what, fields) => {
  it('is a forged head, and a named person goes on', async () => {
    await change('audit_heads', 'keyed', fields);
    expect((await verify()).report.chain).toMatchObject({ problem: 'head_forged' });
    await expect((await log.reopen()).audit.appendEntry(anEvent())).rejects.toMatchObject({ problem: 'head_forged' });
    await isNamedAndAnswered();
  });
});

describe.each<[string, () => Promise<unknown>]>([
  ['a document beside a place', () => collection('audit').insertOne(forged(Decimal128.fromString('7.5')) as never)],
  [
    'a place whose number is of another kind',
    async () => {
      const entry = await collection('audit').findOne({ _id: 7 } as never);
      await collection('audit').deleteOne({ _id: 7 } as never);
      await collection('audit').insertOne({ ...entry, _id: Decimal128.fromString('7') } as never);
    },
  ],
  ['a number of another kind for its details', () => change('audit', 7, { details: Decimal128.fromString('1') })],
  ['bytes for its details', () => change('audit', 7, { details: new Binary(Buffer.from('x')) })],
  ['no details', () => change('audit', 7, { details: null })],
  ['a link of the first entry that is no text', () => change('audit', 1, { previous: Number.NaN })],
])('%s in the log', (_what, attack) => {
  it('is a break, named and gone on with', async () => {
    await attack();
    await isNamedAndAnswered();
  });
});

describe.each<[string, () => Promise<unknown>]>([
  ['nothing but an id', () => collection('flags').insertOne({ _id: 'palsu' })],
  ['an id that is no text', () => collection('flags').insertOne({ _id: new ObjectId(), state: 'open', reviews: [] })],
  ['an empty id', () => collection('flags').insertOne({ _id: '', state: 'sealing', reviews: [] })],
  ['six million signs', () => collection('flags').insertOne({ _id: `${' '.repeat(6e6)}x`, state: 'x', reviews: [] })],
  ['a text for reviews', () => change('flags', sealing, { reviews: 'xx' })],
  ['no review among its reviews', () => change('flags', decided, { reviews: [null] })],
  ['a hundred thousand reviews', () => change('flags', sealing, { reviews: Array(100_000).fill(null) })],
  ['a number for a reason that is none', () => change('flags', decided, { 'reviews.0.reason': Number.NaN })],
  ['a reason with bytes', () => change('flags', decided, { 'reviews.0.reason': [new Binary(Buffer.from('x'))] })],
  ['a number for its state', () => change('flags', open, { state: 7 })],
  ['an object for its seal', () => change('flags', open, { 'evidence.manifestSha256': { a: 1 } })],
  ['an empty seal', () => change('flags', open, { 'evidence.manifestSha256': '' })],
  ['nothing in its evidence', () => change('flags', sealing, { evidence: {} })],
])('a flag with %s', (_what, attack) => {
  it('contradicts, and is answered for as it stands', async () => {
    await attack();
    expect((await verify()).report.chain.ok).toBe(true);
    await isNamedAndAnswered();
  });
});

it('a key of the driver’s own, which it reads and refuses to write, has its bytes all the same', () => {
  expect(bytesOf({ a: { _bsontype: 'x' } })).not.toEqual(bytesOf({ a: { _bsontype: 'y' } }));
});

it('an entry with a field beside what is sealed is a break', async () => {
  await change('audit', 7, { catatan: 'contoh' });
  expect((await verify()).report.chain).toMatchObject({ seq: 7, problem: 'hash' });
  await isNamedAndAnswered();
});

it('a place far behind the end is not followed: it would use up the places, and is moved out by hand', async () => {
  const { seq } = await log.storage.audit.getHead();
  const resume = async () => (await log.reopen()).audit.resume({ ...asked, brokenAt: seq + 1 });
  for (const far of [10 ** 14, 10 ** 14 - 1, seq + 2_000_000]) {
    await collection('audit').insertOne(forged(far) as never);
    await expect(resume()).rejects.toThrow('bukan catatan');
    await collection('audit').deleteOne({ _id: far } as never);
  }
  await collection('audit').insertOne(forged(seq + 1_000) as never);
  expect(await resume()).toMatchObject({ seq: seq + 1_001 });
});

it('what waits without our seal does not stand in the way of what waits with it', async () => {
  const junk = (n: number) => ({ ...anEvent(), _id: `0-${n}`, seal: 'x', details: { n: Number.NaN } });
  await collection('audit_waiting').insertMany(Array.from({ length: 250 }, (_, n) => junk(n)) as never);
  const mac = createAuditMac(log.keys.auditKey);
  const evidence = { ...A_SEAL, manifestSha256: 'a'.repeat(64) };
  const waits = { ...openingEvent(sealing, evidence, { at: NOW, content: '' }), of: 'z-contoh' };
  const { of: _id, ...event } = waits;
  await change('flags', sealing, { state: 'open', evidence });
  await collection('audit_waiting').insertOne({ _id, ...event, seal: mac.ofWaiting(waits) } as never);
  expect(await verify()).toMatchObject({ exitCode: 0 });
  expect(await (await log.reopen()).audit.placeLeft()).toBe(1);
  expect(await verify()).toMatchObject({ exitCode: 0 });
});

it('no id of the database writes lines, colours or directions of its own into the report', async () => {
  const id = '\u001b[2JRantai utuh\n\u202e\u2028\u009b1m';
  await collection('flags').insertOne({ _id: id, state: 'sealing', reviews: [] } as never);
  const { lines } = await verify();
  expect(lines.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  expect(lines).not.toMatch(/^Rantai utuh$/m);
});

it.each(['a\u001b[2J', 'a\nb', 'a\u202eb', 'a\u2028b', '\u200b', '...', 'a\u009b'])(
  'nobody goes on under a name or for a reason that cannot be read: %j',
  async (text) => {
    await change('flags', open, { state: 7 });
    const { audit } = await log.reopen();
    const deps = { audit, clock: () => NOW, write: () => undefined };
    const run = (given: object) =>
      runAuditResume(deps, { heads: [], at: '0', by: 'Contoh', reason: 'contoh', ...given });
    await expect(run({ by: text })).rejects.toThrow('tidak terlihat');
    await expect(run({ reason: text })).rejects.toThrow('tidak terlihat');
    expect(await run({})).toBe(0);
  },
);

it('whoever is second to answer is told that it is answered, not that nothing ever was wrong', async () => {
  await change('flags', open, { state: 7 });
  await isNamedAndAnswered();
  const again = (await log.reopen()).audit.resume({ ...asked, brokenAt: 0 });
  await expect(again).rejects.toThrow('sudah dijawab dengan nama dan alasan');
});

it('what was answered for is held against what stands there later, whatever it is', async () => {
  await change('flags', open, { state: 7 });
  await isNamedAndAnswered();
  await change('flags', open, { state: '7' });
  expect((await verify()).report.contradictions).toMatchObject([{ problem: 'state_differs', flagId: open }]);
});
