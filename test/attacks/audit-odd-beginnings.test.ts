import { mongo } from 'mongoose';
import { afterEach, describe, expect, it } from 'vitest';
import { checkTimestamps } from '../../src/cli/audit/check-timestamps.js';
import { stampHeadDaily } from '../../src/steps/stamp-head.js';
import { type AttackedLog, anEvent, openAttackedLog, writePlainLog } from './audit-log.js';

/** Values that Netra never writes, in what is read before the keyed log begins, and in the time-stamps beside it. */

type Loose = Record<string, unknown> & { _id: unknown };
type Raw = AttackedLog['raw'];
const { Decimal128, Binary } = mongo;

let log: AttackedLog | undefined;
afterEach(() => log?.close());

const insert = (raw: Raw, name: string, document: Loose) => raw.collection(name).insertOne(document as never);
const change = (raw: Raw, name: string, { _id, ...fields }: Loose) =>
  raw.collection(name).updateOne({ _id } as never, { $set: fields } as never);
/** What answers each question of a text with an error. */
const NO_TEXT = { toString: 1 };

describe.each<[string, (raw: Raw) => Promise<unknown>]>([
  ['a head whose place is no number', (raw) => change(raw, 'audit_heads', { _id: 'head', seq: NO_TEXT })],
  ['a head whose hash is no text', (raw) => change(raw, 'audit_heads', { _id: 'head', hash: NO_TEXT })],
  ['an entry at no place', (raw) => insert(raw, 'audit', { _id: 'bukan tempat', ...anEvent() })],
  ['an entry beside a place', (raw) => insert(raw, 'audit', { _id: Decimal128.fromString('2.5'), ...anEvent() })],
  ['a last entry whose hash is no text', (raw) => change(raw, 'audit', { _id: 3, hash: NO_TEXT })],
  [
    'an entry whose details are bytes',
    (raw) => change(raw, 'audit', { _id: 2, details: new Binary(Buffer.from('x')) }),
  ],
  ['a flag whose reviews are none', (raw) => insert(raw, 'flags', { _id: 'palsu', state: 'open', reviews: 'xx' })],
  [
    'a review that is none',
    (raw) => insert(raw, 'flags', { _id: 'palsu', state: 'decided', reviews: [null, NO_TEXT] }),
  ],
  [
    'a flag whose id is no text',
    (raw) => insert(raw, 'flags', { _id: 7, state: 9, evidence: { manifestSha256: NO_TEXT } }),
  ],
  ['a flag whose id holds our own signs', (raw) => insert(raw, 'flags', { _id: 'a|b c%+', state: 1, reviews: [] })],
])('%s, from before the log had a key', (_what, attack) => {
  it('keeps nobody from starting, and is named', async () => {
    log = await openAttackedLog(async (raw, hashKey) => {
      await writePlainLog(raw, 3, hashKey);
      await attack(raw);
    });
    const report = await (await log.reopen()).audit.verify();
    expect(report.ok).toBe(false);
    expect(JSON.stringify(report)).not.toMatch(/null,"mac|NaN/);
  });
});

describe('time-stamps that Netra never wrote', () => {
  const AT = new Date('2026-11-20T03:00:00Z');
  const ODD: readonly Loose[] = [
    { _id: 'zzz', head: 'x', at: AT, token: 'x' },
    { _id: new mongo.ObjectId(), head: NO_TEXT, at: AT, token: 'x' },
    { _id: 10 ** 9, head: 'x', at: 'kemarin', token: 'x' },
    { _id: 10 ** 9 + 1, head: 'x', at: new Binary(Buffer.from('x')), token: 'x' },
    { _id: 10 ** 9 + 2, head: 'x', at: AT, token: NO_TEXT },
    { _id: Decimal128.fromString('1.5'), head: 'x', at: AT, token: null },
    { _id: Number.NaN, at: AT },
  ];

  it('stop no stamp of the day, and are each named by who checks them', async () => {
    log = await openAttackedLog();
    const { storage, raw } = log;
    await storage.audit.appendEntry(anEvent());
    for (const document of ODD) await insert(raw, 'audit_timestamps', document);
    const { audit, timestamps } = storage;
    expect(await timestamps.findLatestTimestamp()).toBeUndefined();
    const stamp = async () => ({ at: AT, token: Buffer.from('contoh') });
    const deps = { audit, timestamps, stamp, clock: () => AT };
    expect(await stampHeadDaily(deps)).toMatchObject({ seq: 1 });
    expect(await stampHeadDaily(deps)).toBeUndefined();
    const timestamp = { url: 'https://cap.contoh.example', caFile: undefined };
    const { reportOn } = await checkTimestamps({ config: { timestamp }, storage });
    const { problems } = reportOn([]);
    expect(problems).toHaveLength(ODD.length + 1);
    expect(problems.every(({ seq }) => Number.isFinite(seq))).toBe(true);
  });
});
