import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readHeads } from '../../src/cli/audit/read-heads.js';
import { runAuditVerify } from '../../src/cli/audit/verify/verify.js';
import { createAuditMac } from '../../src/domain/audit-mac.js';
import { renderDigest } from '../../src/mail/render-digest.js';
import { wayOf } from '../../src/platforms/index.js';
import { buildDigest } from '../../src/steps/build-digest.js';
import { type AttackedLog, anEvent, openAttackedLog, type Raw } from './audit-log.js';

let log: AttackedLog;
let mailed: string;
const entries = () => log.raw.collection<Raw>('audit');

beforeEach(async () => {
  log = await openAttackedLog();
  for (let n = 0; n < 9; n += 1) await log.storage.audit.appendEntry(anEvent({ details: { n } }));
  mailed = /\d+-[0-9a-f]{40}-[0-9a-f]{4}/.exec(await aDigestMail())?.[0] ?? '';
  await log.storage.audit.appendEntry(anEvent({ at: new Date('2026-10-02T00:00:00Z') }));
});
afterEach(() => log.close());

async function aDigestMail(): Promise<string> {
  const office = { code: 'o', name: 'Dinas Contoh', region: '35.78', timeZone: 'Asia/Jakarta' } as const;
  const now = new Date('2026-10-02T00:00:00Z');
  const digest = await buildDigest(
    { ...log.storage, wayOf, countAccounts: async () => 1 },
    { office, day: '2026-10-01', now },
  );
  return renderDigest(digest, {}).text;
}

async function verify(heads: readonly string[], headsFile?: string) {
  let output = '';
  const write = (text: string) => {
    output += text;
  };
  const { audit } = await log.reopen();
  const exitCode = await runAuditVerify({ audit, write }, { heads: await readHeads({ heads, headsFile }) });
  return { exitCode, output };
}

/** What the holder of the database and of every key can do: write the log anew from a place on, with whole seals. */
async function rewriteFrom(seq: number, change: (entry: Raw) => Raw): Promise<void> {
  const mac = createAuditMac(log.keys.auditKey);
  let previous = (await entries().findOne({ _id: seq - 1 }))!.mac as string;
  for (const one of await entries()
    .find({ _id: { $gte: seq } })
    .sort({ _id: 1 })
    .toArray()) {
    const forged = change(one);
    const sealed = mac.ofEntry(one._id, previous, forged as never);
    await entries().replaceOne({ _id: one._id }, { ...forged, previous, mac: sealed });
    previous = sealed;
  }
  await sealHead(mac);
}

async function sealHead(mac = createAuditMac(log.keys.auditKey)): Promise<void> {
  const last = (await entries().find().sort({ _id: -1 }).limit(1).toArray())[0]!;
  const head = { seq: last._id, mac: last.mac as string };
  const change = { $set: { ...head, seal: mac.ofHead(head) } };
  await log.raw.collection<{ _id: string }>('audit_heads').updateOne({ _id: 'keyed' }, change);
}

it('proves the log up to the day of a head that was copied from a digest mail', async () => {
  const { exitCode, output } = await verify([mailed]);
  expect(exitCode).toBe(0);
  expect(output).toContain('Terbukti dengan kepala dari luar sampai catatan 9, tanggal 2026-10-01.');
  expect((await verify([])).output).toContain('Belum dibandingkan dengan kepala dari luar');
});

it('convicts even a keeper with key and database who rewrites what a mail has proven', async () => {
  await rewriteFrom(5, (entry) => ({ ...entry, actor: 'orang-lain' }));
  expect((await verify([])).exitCode).toBe(0);
  const { exitCode, output } = await verify([mailed]);
  expect(exitCode).toBe(4);
  expect(output).toMatch(/Rantai putus pada catatan 9: .*kepala yang disalin dari luar/);
});

it('convicts a keeper with key and database who cuts the tail', async () => {
  await entries().deleteMany({ _id: { $gt: 6 } });
  await sealHead();
  expect((await verify([])).exitCode).toBe(0);
  expect(await verify([mailed])).toMatchObject({ exitCode: 4 });
});

it('reads many heads from a file, and says up to where the log was still proven', async () => {
  const early = /kepala (\S+)/.exec((await verify([])).output)![1]!;
  await log.storage.audit.appendEntry(anEvent());
  const late = /kepala (\S+)/.exec((await verify([])).output)![1]!;
  await rewriteFrom(11, (entry) => ({ ...entry, actor: 'orang-lain' }));
  const folder = await mkdtemp(join(tmpdir(), 'netra-heads-'));
  await writeFile(join(folder, 'kepala.txt'), `\r\n${late}\r\n\n  ${mailed.toUpperCase()}  \n${early}\n`);
  const { exitCode, output } = await verify([], join(folder, 'kepala.txt'));
  await rm(folder, { recursive: true });
  expect(exitCode).toBe(4);
  expect(output).toContain('putus pada catatan 11');
  expect(output).toContain('sampai catatan 10, tanggal 2026-10-02');
});

it('takes a slip in copying for a slip, and not for a rewritten log', async () => {
  const slip = mailed.replace(/-(.)/, (_all, sign: string) => `-${sign === 'a' ? 'b' : 'a'}`);
  await expect(verify([slip])).rejects.toThrow('Bukan kepala catatan, atau salah salin');
  for (const text of ['', '9', mailed.slice(0, -1), `x${mailed}`]) await expect(verify([text])).rejects.toThrow();
});
