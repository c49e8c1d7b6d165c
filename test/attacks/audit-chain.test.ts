import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainHashOf } from '../../src/domain/audit-mac.js';
import { AuditBrokenError } from '../../src/storage/audit-head.js';
import { type AttackedLog, anEvent, openAttackedLog, type Raw, writePlainLog } from './audit-log.js';

let log: AttackedLog;
const entries = () => log.raw.collection<Raw>('audit');
const heads = () => log.raw.collection<Record<string, unknown> & { _id: string }>('audit_heads');
const verify = async () => (await log.reopen()).audit.verifyChain();
const append = (n = 1) =>
  Promise.all(Array.from({ length: n }, (_, i) => log.storage.audit.appendEntry(anEvent({ details: { i } }))));

describe('somebody who writes the database without the key', () => {
  beforeEach(async () => {
    log = await openAttackedLog();
    for (let n = 0; n < 12; n += 1) {
      await log.storage.audit.appendEntry(anEvent({ actor: n % 3 ? 'peninjau-a' : 'peninjau-b' }));
    }
  });
  afterEach(() => log.close());

  it('cannot take out what one person did and chain the rest anew', async () => {
    const whole = await entries().find().sort({ _id: 1 }).toArray();
    let previous = whole[0]!.previous as string;
    const rest = whole
      .filter((one) => one.actor !== 'peninjau-b')
      .map((one, index) => {
        const mac = plainHashOf(index + 1, previous, one as never);
        const entry = { ...one, _id: index + 1, previous, mac };
        previous = mac;
        return entry;
      });
    await entries().deleteMany({});
    await entries().insertMany(rest);
    const head = {
      seq: rest.length,
      mac: previous,
      seal: createHmac('sha256', 'guessed').update(previous).digest('hex'),
    };
    await heads().updateOne({ _id: 'keyed' }, { $set: head });
    expect(await verify()).toEqual({ ok: false, seq: 1, problem: 'hash' });
    // The honest process does not sign it either.
    await expect(append()).rejects.toBeInstanceOf(AuditBrokenError);
    expect(await verify()).toEqual({ ok: false, seq: 1, problem: 'hash' });
  });

  it('cannot make the log plain again and go on from there', async () => {
    const whole = await entries().find().sort({ _id: 1 }).toArray();
    await log.raw.dropDatabase();
    await writePlainLog(log.raw, whole.length - 3);
    expect(await verify()).toEqual({ ok: false, seq: whole.length - 3, problem: 'head_missing' });
  });

  it('cannot have a head signed that is missing, even as if the log had never had one', async () => {
    await heads().deleteOne({ _id: 'keyed' });
    await expect(append()).rejects.toMatchObject({ problem: 'head_missing' });
    await log.raw.collection('migrations').deleteOne({ _id: '0005-keyed-audit' as never });
    const later = await log.reopen();
    await expect(later.audit.appendEntry(anEvent())).rejects.toMatchObject({ problem: 'head_missing' });
    expect(await verify()).toEqual({ ok: false, seq: 13, problem: 'head_missing' });
    expect(await entries().countDocuments()).toBe(12);
  });

  it('cannot have a head signed that the key did not make', async () => {
    await heads().updateOne({ _id: 'keyed' }, { $set: { seal: 'f'.repeat(64) } });
    await expect(append()).rejects.toMatchObject({ problem: 'head_forged' });
    expect(await verify()).toMatchObject({ ok: false, problem: 'head_forged' });
  });

  it('cannot cut the tail: the head knows how long the log was', async () => {
    await entries().deleteMany({ _id: { $gt: 9 } });
    await expect(append()).rejects.toMatchObject({ problem: 'gap' });
    await expect((await log.reopen()).audit.appendEntry(anEvent())).rejects.toMatchObject({ problem: 'gap' });
    expect(await verify()).toEqual({ ok: false, seq: 10, problem: 'gap' });
  });

  it('cannot add an entry behind the head', async () => {
    const last = await entries().findOne({ _id: 12 });
    await entries().insertOne({ ...last!, _id: 13, previous: last!.mac, mac: 'a'.repeat(64) });
    await expect(append()).rejects.toMatchObject({ seq: 13, problem: 'hash' });
    expect(await verify()).toEqual({ ok: false, seq: 13, problem: 'hash' });
  });

  it('cannot set the log back with its head while a process of ours has seen more', async () => {
    const early = await heads().findOne({ _id: 'keyed' });
    await append(3);
    await entries().deleteMany({ _id: { $gt: 12 } });
    await heads().replaceOne({ _id: 'keyed' }, early!);
    await expect(append()).rejects.toMatchObject({ seq: 13, problem: 'gap' });
  });

  it('finds that what cannot even be written down is named, not a crash', async () => {
    await entries().updateOne({ _id: 4 }, { $set: { at: 'kemarin', details: null } });
    expect(await verify()).toEqual({ ok: false, seq: 4, problem: 'hash' });
    await heads().updateOne({ _id: 'keyed' }, { $set: { seq: { $gt: 0 }, mac: 3 } as never });
    await expect(append()).rejects.toMatchObject({ problem: 'head_forged' });
  });

  it('loses no link that was written before a kill, and takes it over', async () => {
    const early = await heads().findOne({ _id: 'keyed' });
    await append(2);
    // As a process leaves it that dies between the links and the head.
    await heads().replaceOne({ _id: 'keyed' }, early!);
    expect(await verify()).toMatchObject({ ok: true, entries: 14 });
    await (await log.reopen()).audit.appendEntry(anEvent());
    expect(await verify()).toMatchObject({ ok: true, entries: 15 });
    expect(await heads().findOne({ _id: 'keyed' })).toMatchObject({ seq: 15 });
  });
});

describe('a log of the version before, which had no key', () => {
  afterEach(() => log.close());

  it('stays what it is, is fixed by the first keyed entry, and verify says up to where', async () => {
    log = await openAttackedLog((raw, hashKey) => writePlainLog(raw, 7, hashKey));
    await append();
    expect(await verify()).toMatchObject({ ok: true, entries: 9, plainEntries: 7 });
    const [, fixing] = await log.storage.audit.listEntries({ limit: 2 });
    expect(fixing).toMatchObject({ seq: 8, action: 'log_keyed', details: { plainEntries: 7, plainSealedTo: 7 } });
    await writeAnewWithoutPerson('orang-1');
    expect(await verify()).toMatchObject({ ok: false, problem: 'gap' });
  });

  it('is not rewritten in its plain part, renumbered or not, once it is fixed', async () => {
    log = await openAttackedLog((raw, hashKey) => writePlainLog(raw, 7, hashKey));
    let previousHash = '0'.repeat(64);
    for (const one of await entries()
      .find({ _id: { $lte: 7 } })
      .sort({ _id: 1 })
      .toArray()) {
      const forged = { ...one, actor: 'orang-lain', previousHash };
      previousHash = plainHashOf(one._id, previousHash, forged as never);
      await entries().replaceOne({ _id: one._id }, { ...forged, hash: previousHash });
    }
    expect(await verify()).toEqual({ ok: false, seq: 8, problem: 'previous_hash' });
  });

  it('that was rewritten before stays known as broken for ever', async () => {
    log = await openAttackedLog(async (raw, hashKey) => {
      await writePlainLog(raw, 7, hashKey);
      await raw.collection<Raw>('audit').updateOne({ _id: 3 }, { $set: { actor: 'orang-lain' } });
    });
    await append();
    expect(await verify()).toEqual({ ok: false, seq: 3, problem: 'hash' });
    await entries().updateOne({ _id: 3 }, { $set: { actor: 'orang-0' } });
    expect(await verify()).toEqual({ ok: false, seq: 3, problem: 'hash' });
  });

  it('without its head, or with one that is not ours, is broken where it ends', async () => {
    log = await openAttackedLog((raw) => writePlainLog(raw, 7));
    expect(await verify()).toEqual({ ok: false, seq: 7, problem: 'head_missing' });
    await log.close();
    log = await openAttackedLog((raw) => writePlainLog(raw, 7, Buffer.alloc(32)));
    expect(await verify()).toEqual({ ok: false, seq: 7, problem: 'head_forged' });
  });

  it('is given its key once, by however many processes at the same moment', async () => {
    log = await openAttackedLog((raw, hashKey) => writePlainLog(raw, 7, hashKey));
    await log.raw.collection('migrations').deleteOne({ _id: '0005-keyed-audit' as never });
    await entries().deleteMany({ _id: { $gt: 7 } });
    await heads().deleteOne({ _id: 'keyed' });
    await Promise.all(Array.from({ length: 4 }, log.reopen));
    expect(await verify()).toMatchObject({ ok: true, entries: 8, plainEntries: 7 });
  });
});

async function writeAnewWithoutPerson(actor: string): Promise<void> {
  await entries().deleteMany({ actor });
}
