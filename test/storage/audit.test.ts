import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mongoose';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEvent } from '../../src/domain/audit.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';

const AT = new Date('2024-10-01T00:00:00Z');
const anEvent = (given: Partial<AuditEvent> = {}): AuditEvent => ({
  at: AT,
  actor: 'system:contoh',
  action: 'flag_viewed',
  subject: 'tanda-contoh',
  details: { n: 1, isFirst: true, note: 'x' },
  ...given,
});

/** Kills the appender with -9 in the middle of its work, once it has acknowledged so many; returns those places. */
async function appendUntil(count: number, bundle: string, env: NodeJS.ProcessEnv): Promise<number[]> {
  const child = spawn(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.split('\n').length > count) child.kill('SIGKILL');
  }
  await ended;
  return said.split('\n').slice(0, -1).map(Number);
}

/** Plain JavaScript that Node runs alone, inside the project so that it finds the packages. */
async function bundleAppender(): Promise<string> {
  await mkdir('.netra', { recursive: true });
  const outDir = await mkdtemp('.netra/test-appender-');
  const entry = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url));
  const output = { entryFileNames: 'appender.mjs' };
  await build({ logLevel: 'error', configFile: false, build: { ssr: entry, outDir, rollupOptions: { output } } });
  return resolve(outDir, 'appender.mjs');
}

describe('the audit chain', () => {
  const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
  const uri = testServices().mongodbUri;
  let databaseName: string;
  let raw: ReturnType<typeof createConnection>;
  let storage: Storage;
  const open = () => openStorage({ uri, databaseName, ...keys });
  const entries = () => raw.collection<Record<string, unknown> & { _id: number }>('audit');

  beforeEach(async () => {
    databaseName = uniqueName('audit');
    raw = await createConnection(uri, { dbName: databaseName }).asPromise();
    storage = await open();
  });
  afterEach(async () => {
    await storage.close();
    await raw.dropDatabase();
    await raw.close();
  });

  it('gives every one of 8 appenders times 50 its own place, without a gap', async () => {
    const appenders = await Promise.all(Array.from({ length: 8 }, open));
    const appended = await Promise.all(
      appenders.map(async ({ audit }, who) => {
        const seqs = [];
        for (let n = 0; n < 50; n += 1) seqs.push((await audit.appendEntry(anEvent({ details: { who, n } }))).seq);
        return seqs;
      }),
    );
    await Promise.all(appenders.map((one) => one.close()));
    expect(appended.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: 400 }, (_, n) => n + 1));
    expect(await storage.audit.verifyChain()).toMatchObject({ ok: true, entries: 400 });
  });

  it('takes what comes at the same moment in one process in its order', async () => {
    const appended = await Promise.all(
      Array.from({ length: 500 }, (_, n) => storage.audit.appendEntry(anEvent({ details: { n } }))),
    );
    expect(appended.map((entry) => entry.seq)).toEqual(Array.from({ length: 500 }, (_, n) => n + 1));
    expect(await storage.audit.verifyChain()).toMatchObject({ ok: true, entries: 500 });
  });

  it('has no gap and has lost no acknowledged entry when appenders are killed with -9', async () => {
    const bundle = await bundleAppender();
    const env = {
      ...process.env,
      MONGODB_URI: uri,
      DATABASE: databaseName,
      HASH_KEY: keys.hashKey.toString('hex'),
      FIELD_KEY: keys.fieldKey.toString('hex'),
      AUDIT_KEY: keys.auditKey.toString('hex'),
    };
    const acknowledged: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const killed = await Promise.all([30, 60].map((count) => appendUntil(count, bundle, env)));
      acknowledged.push(...killed.flat());
      await storage.audit.appendEntry(anEvent({ details: { round } }));
    }
    await rm(dirname(bundle), { recursive: true });
    const verdict = await storage.audit.verifyChain();
    expect(verdict).toMatchObject({ ok: true });
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    expect(await entries().countDocuments({ _id: { $in: acknowledged } })).toBe(acknowledged.length);
  });

  it('finds any one entry that was changed, removed or swapped, the first and the last included', async () => {
    for (let n = 0; n < 6; n += 1) await storage.audit.appendEntry(anEvent({ details: { n } }));
    const whole = await entries().find().sort({ _id: 1 }).toArray();
    const restore = async () => {
      await entries().deleteMany({});
      await entries().insertMany(whole);
    };
    for (const { _id } of whole) {
      for (const change of [
        { actor: 'x' },
        { subject: 'x' },
        { 'details.n': 99 },
        { at: new Date(0) },
        { mac: '0'.repeat(64) },
      ]) {
        await entries().updateOne({ _id }, { $set: change });
        expect(await storage.audit.verifyChain(), `${_id} ${Object.keys(change)}`).toMatchObject({ ok: false });
        await restore();
      }
      await entries().deleteOne({ _id });
      expect(await storage.audit.verifyChain(), `${_id} removed`).toMatchObject({
        ok: false,
        seq: _id,
        problem: 'gap',
      });
      await restore();
      const [one, next] = [whole[_id - 1]!, whole[_id]];
      if (!next) continue;
      await entries().deleteMany({ _id: { $in: [one._id, next._id] } });
      await entries().insertMany([
        { ...one, _id: next._id },
        { ...next, _id: one._id },
      ]);
      expect(await storage.audit.verifyChain(), `${_id} swapped`).toMatchObject({ ok: false });
      await restore();
    }
    expect(await storage.audit.verifyChain()).toMatchObject({ ok: true, entries: 6 });
  });

  it('finds a head that was sealed anew without the key', async () => {
    for (let n = 0; n < 3; n += 1) await storage.audit.appendEntry(anEvent());
    await entries().deleteOne({ _id: 3 });
    const two = await entries().findOne({ _id: 2 });
    await raw.collection('audit_heads').updateOne({ _id: 'keyed' as never }, { $set: { seq: 2, mac: two?.mac } });
    expect(await storage.audit.verifyChain()).toMatchObject({ ok: false });
  });

  it('holds through text that is no whole Unicode, and lists the newest first', async () => {
    await storage.audit.appendEntry(anEvent({ subject: 'half \ud83d pair', details: { note: '\udc00' } }));
    await storage.audit.appendEntry(anEvent({ action: 'exported' }));
    expect(await storage.audit.verifyChain()).toMatchObject({ ok: true, entries: 2 });
    expect((await storage.audit.listEntries({ limit: 1 })).map((entry) => entry.action)).toEqual(['exported']);
    expect((await storage.audit.listEntries({ limit: 5, before: 2 })).map((entry) => entry.seq)).toEqual([1]);
  });

  it('goes on after a lost connection was answered with an error', async () => {
    const other = await open();
    await other.audit.appendEntry(anEvent());
    await other.close();
    await expect(other.audit.appendEntry(anEvent())).rejects.toThrow();
    await storage.audit.appendEntry(anEvent());
    expect(await storage.audit.verifyChain()).toMatchObject({ ok: true, entries: 2 });
  });
});
