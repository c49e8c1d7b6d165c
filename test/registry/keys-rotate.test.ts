import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.js';
import { createNipSeal } from '../../src/storage/sealed-nip.js';
import type { Storage } from '../../src/storage/storage.js';
import { anAccountDraft } from '../support/core.js';
import { type KeysSite, openKeysSite, openRaw } from '../support/keys-site.js';
import { runNetra } from '../support/run-netra.js';
import { testServices, uniqueName } from '../support/test-services.js';

const NOW = new Date('2026-11-20T03:00:00Z');
const [hashKey, auditKey] = [randomBytes(32), randomBytes(32)];
const [oldKey, newKey, lostKey] = [randomBytes(32), randomBytes(32), randomBytes(32)];

let databaseName: string;
let raw: Awaited<ReturnType<typeof openRaw>>;
let opened: Storage[];
beforeEach(async () => {
  databaseName = uniqueName('keys');
  raw = await openRaw(databaseName);
  opened = [];
});
afterEach(async () => {
  for (const storage of opened) await storage.close();
  await raw.dropDatabase();
  await raw.close();
});

interface AccountSeals {
  readonly _id: string;
  readonly nipSealed: string;
  readonly nipHash: string;
}
const seals = () => raw.collection<AccountSeals>('accounts').find().sort({ _id: 1 }).toArray();

async function open(keys: { fieldKey?: Buffer; formerFieldKeys?: Buffer[]; hashKey?: Buffer; auditKey?: Buffer }) {
  const storage = await openStorage({ uri: testServices().mongodbUri, databaseName, hashKey, auditKey, ...keys });
  opened.push(storage);
  return storage;
}

/** All of it, as `netra keys rotate` does. */
async function reseal({ nipKeys }: Storage, limit = 3): Promise<{ resealed: number; unreadable: string[] }> {
  const sum = { resealed: 0, unreadable: [] as string[] };
  for (let after: string | undefined; ; ) {
    const { resealed, unreadable, next } = await nipKeys.resealBatch({ after, limit });
    sum.resealed += resealed;
    sum.unreadable.push(...unreadable);
    after = next;
    if (after === undefined) return sum;
  }
}

const change = { at: NOW, actor: 'system:cli' };
const drafts = (count: number, from = 0) => Array.from({ length: count }, (_, n) => anAccountDraft(from + n));
const importInto = ({ registry }: Storage, given: ReturnType<typeof drafts>) =>
  registry.saveRegistry({ offices: [], drafts: given }, () => ({
    at: NOW,
    actor: 'system:cli',
    action: 'registry_imported',
    subject: 'contoh',
    details: {},
  }));

describe('a change of the key of NIPs', () => {
  it('turns every seal and hash, in batches, and is done where it is done', async () => {
    const before = await open({ fieldKey: oldKey });
    await importInto(before, drafts(7));
    const after = await open({ fieldKey: newKey, formerFieldKeys: [oldKey] });
    expect(await after.nipKeys.takeIntoUse(change)).toEqual({ isNew: true });
    expect(await after.nipKeys.countOthers()).toEqual({ opened: 7, unreadable: 0 });

    expect(await after.nipKeys.resealBatch({ limit: 3 })).toMatchObject({ resealed: 3, unreadable: [] });
    // Half-way: whoever holds both keys reads all of it, and an import of the same list finds nothing changed.
    for (const { _id } of await seals()) expect(await after.accounts.getNip(_id)).toMatch(/^19800101200604/);
    expect(await importInto(after, drafts(7))).toMatchObject({ accounts: { created: 0, updated: 0, unchanged: 7 } });

    expect(await reseal(after)).toEqual({ resealed: 4, unreadable: [] });
    expect(await reseal(after)).toEqual({ resealed: 0, unreadable: [] });
    expect(await after.nipKeys.countOthers()).toEqual({ opened: 0, unreadable: 0 });
    const alone = await open({ fieldKey: newKey });
    const nips = await Promise.all((await seals()).map(({ _id }) => alone.accounts.getNip(_id)));
    expect(nips.sort()).toEqual(drafts(7).map(({ nip }) => nip));
    expect(await importInto(alone, drafts(7))).toMatchObject({ accounts: { unchanged: 7 } });
    expect(await after.nipKeys.takeIntoUse(change)).toEqual({ isNew: false });
    const told = (await alone.audit.listEntries({ limit: 50 })).filter(({ action }) => action === 'nip_key_changed');
    expect(told).toEqual([expect.objectContaining({ actor: 'system:cli' })]);
    expect(told[0]?.details.before).not.toBe(told[0]?.subject);
  });

  it('turns hashes from before NIPs had a hash key of their own', async () => {
    const storage = await open({ fieldKey: oldKey });
    await importInto(storage, drafts(2));
    const blind = createNipSeal({ fieldKey: undefined, hashKey });
    for (const { _id } of await seals()) {
      const nipHash = blind.holderMark(await storage.accounts.getNip(_id));
      await raw.collection<AccountSeals>('accounts').updateOne({ _id }, { $set: { nipHash } });
    }
    expect(await importInto(storage, drafts(2))).toMatchObject({ accounts: { unchanged: 2 } });
    expect(await reseal(storage)).toEqual({ resealed: 2, unreadable: [] });
    for (const { nipHash } of await seals()) expect(nipHash).toMatch(/^[0-9a-f]{8}\./);
    expect(await importInto(storage, drafts(2))).toMatchObject({ accounts: { unchanged: 2 } });
  });

  it('refuses whoever still seals with the former key, also an import that began before', async () => {
    const stale = await open({ fieldKey: oldKey });
    await importInto(stale, drafts(2));
    const ahead = await open({ fieldKey: newKey, formerFieldKeys: [oldKey] });
    await expect(importInto(ahead, drafts(1, 2))).rejects.toThrow(/belum dipakai/);
    await Promise.allSettled([
      ahead.nipKeys.takeIntoUse(change),
      ...Array.from({ length: 8 }, (_, n) => importInto(stale, drafts(5, 10 + 5 * n))),
    ]);
    await reseal(ahead);
    await expect(importInto(stale, drafts(1, 99))).rejects.toThrow(/kunci yang tidak dipegang/);
    expect(await ahead.nipKeys.countOthers()).toEqual({ opened: 0, unreadable: 0 });
    const alone = await open({ fieldKey: newKey });
    for (const { _id } of await seals()) expect(await alone.accounts.getNip(_id)).toMatch(/^19800101200604/);
  });

  it('names what no key opens, and does not write over it', async () => {
    const storage = await open({ fieldKey: oldKey });
    await importInto(storage, drafts(3));
    const [broken] = await seals();
    const nipSealed = `${broken!.nipSealed.slice(0, -8)}AAAAAAAA`;
    await raw.collection<AccountSeals>('accounts').updateOne({ _id: broken!._id }, { $set: { nipSealed } });
    const after = await open({ fieldKey: newKey, formerFieldKeys: [oldKey] });
    await after.nipKeys.takeIntoUse(change);
    expect(await reseal(after)).toEqual({ resealed: 2, unreadable: [broken!._id] });
    expect(await after.nipKeys.countOthers()).toEqual({ opened: 0, unreadable: 1 });
    expect((await seals())[0]?.nipSealed).toBe(nipSealed);
  });

  it('goes on without a key that is lost only where that is said', async () => {
    await importInto(await open({ fieldKey: lostKey }), drafts(2));
    const after = await open({ fieldKey: newKey });
    await expect(after.nipKeys.takeIntoUse(change)).rejects.toThrow(/tidak dipegang/);
    expect(await after.nipKeys.takeIntoUse({ ...change, isLost: true })).toEqual({
      isNew: true,
      givenUp: idOf(lostKey),
    });
    const [entry] = await after.audit.listEntries({ limit: 1 });
    expect(entry).toMatchObject({ action: 'nip_key_changed', details: { isLost: true } });
  });
});

describe('netra keys', () => {
  const PROGRAM = resolve(import.meta.dirname, '../../bin/netra.js');
  let site: KeysSite;
  beforeEach(() => {
    site = openKeysSite(databaseName);
  });
  afterEach(() => site.close());

  const run = (...args: string[]) => runNetra(['keys', ...args, '--json'], { env: site.env });

  it('says that there is nothing to forget, and what to do where keys come from the environment', async () => {
    expect(JSON.parse((await run('forget')).stdout)).toEqual({ forgotten: 0, unreadable: 0 });
    const keys = { NETRA_FIELD_KEY: oldKey.toString('base64') };
    const { exitCode, stderr } = await runNetra(['keys', 'rotate'], { env: { ...site.env, ...keys } });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('NETRA_FORMER_FIELD_KEYS');
  });

  it('turns what a key of the environment sealed, and says when the former one may go', async () => {
    expect((await run('forget')).exitCode).toBe(0); // Makes keys.json.
    const { hashKey, auditKey } = site.readKeys();
    await importInto(await open({ fieldKey: oldKey, hashKey, auditKey }), drafts(3));
    site.env.NETRA_FIELD_KEY = newKey.toString('base64');
    site.env.NETRA_FORMER_FIELD_KEYS = `${lostKey.toString('base64')}\n${oldKey.toString('base64')}\n`;
    expect((await run('forget')).exitCode).toBe(1);
    expect(JSON.parse((await run('rotate')).stdout)).toEqual({ resealed: 3, unreadable: [], left: 0 });
    const { stdout } = await runNetra(['keys', 'forget'], { env: site.env });
    expect(stdout).toContain('kosongkan NETRA_FORMER_FIELD_KEYS');
  });

  it('comes to its end however often it is killed, and every NIP can be read at each moment', async () => {
    expect((await run('forget')).exitCode).toBe(0);
    const first = site.readKeys();
    const before = await open({ ...first, formerFieldKeys: [] });
    const COUNT = 2_500;
    const people = Array.from({ length: COUNT }, (_, n) =>
      anAccountDraft(n, { nip: `1980010120060${String(10_000 + n)}`, handle: `pegawai-${n}.contoh.test` }),
    );
    await before.accounts.saveAccounts(people);
    const ids = (await seals()).map(({ _id }) => _id);

    let kills = 0;
    let isUnderWay = 0;
    for (let isDone = false; !isDone; ) {
      const child = spawn(process.execPath, [PROGRAM, 'keys', 'rotate'], {
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...site.env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      // First where the file has changed and the database has not; then somewhere in one of the next batches.
      const times = 1 + Math.floor(Math.random() * 2);
      isDone = await (kills === 0 ? endedBefore(child, /baru dibuat/g, 1) : endedBefore(child, /^… /gm, times));
      if (!isDone) kills += 1;

      const kept = site.readKeys();
      expect(statSync(site.path).mode & 0o777).toBe(0o600);
      const all = [kept.fieldKey, ...kept.formerFieldKeys];
      expect(all.some((key) => key.equals(first.fieldKey))).toBe(true);
      expect(kept.formerFieldKeys.length).toBeLessThan(2);
      const storage = await open({ ...kept, formerFieldKeys: [...kept.formerFieldKeys] });
      for (const n of [0, 800, 1_600, COUNT - 1]) {
        expect(await storage.accounts.getNip(ids[n]!)).toMatch(/^1980010120060/);
      }
      const turned = (await seals()).filter(({ nipSealed }) => !nipSealed.startsWith(`v1.${idOf(first.fieldKey)}.`));
      if (turned.length > 0 && turned.length < COUNT) isUnderWay += 1;
    }
    expect(kills).toBeGreaterThan(1);
    expect(isUnderWay).toBeGreaterThan(0);

    const { fieldKey, formerFieldKeys } = site.readKeys();
    expect(formerFieldKeys).toEqual([first.fieldKey]);
    expect(JSON.parse((await run('rotate')).stdout)).toEqual({ resealed: 0, unreadable: [], left: 0 });
    expect(JSON.parse((await run('forget')).stdout)).toEqual({ forgotten: 1, unreadable: 0 });
    expect(site.readKeys()).toMatchObject({ fieldKey, formerFieldKeys: [] });
    expect(existsSync(join(site.dataDir, 'keys.json.next'))).toBe(false);

    const alone = createNipSeal({ fieldKey, hashKey: first.hashKey });
    const stored = await seals();
    const nips = stored.map(({ _id, nipSealed }) => alone.unseal(nipSealed, _id));
    expect(nips.toSorted()).toEqual(people.map(({ nip }) => nip).toSorted());
    expect(stored.every(({ nipHash }, n) => alone.isHashOf(nipHash, nips[n]!))).toBe(true);
    const { audit } = await open({ ...first, fieldKey, formerFieldKeys: [] });
    await audit.placeLeft();
    const told = (await audit.listEntries({ limit: 20 })).map(({ action }) => action).reverse();
    expect(told).toEqual(['nip_key_changed', 'nip_key_forgotten']);
    expect(await audit.verify()).toMatchObject({ ok: true });
  });

  /** Killed with -9 once it has said such a line so often; true where it came to its end before. */
  async function endedBefore(child: ChildProcess, line: RegExp, times: number): Promise<boolean> {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if ((said.match(line) ?? []).length >= times) child.kill('SIGKILL');
    });
    await once(child, 'exit');
    return child.exitCode !== null;
  }
});

function idOf(key: Buffer): string {
  return createNipSeal({ fieldKey: key, hashKey: key }).keyId();
}

describe('a watched account whose key was lost', () => {
  const [seen, other] = [anAccountDraft(1), anAccountDraft(2)];
  const registry = (storage: Storage, drafts: readonly (typeof seen)[]) =>
    storage.registry.saveRegistry({ offices: [], drafts }, () => ({
      at: NOW,
      actor: 'system:cli',
      action: 'registry_imported',
      subject: 'contoh',
      details: {},
    }));

  /** Both were visited, the key is gone, and `rotate --lost` and `forget --lost` are done. */
  async function lose(): Promise<Storage> {
    const before = await open({ fieldKey: lostKey });
    await registry(before, [seen, other]);
    for (const { id } of await before.accounts.listAccounts()) {
      await before.accounts.recordVisit(id, { nextVisitAt: NOW, at: NOW });
    }
    const after = await open({ fieldKey: newKey });
    await after.nipKeys.takeIntoUse({ ...change, isLost: true });
    return after;
  }

  it('is the same person’s by name and last digits, and its NIP is sealed anew by the next import', async () => {
    const storage = await lose();
    const again = [{ ...seen, name: ` ${seen.name.toUpperCase()}  ` }, other];
    expect(await storage.accounts.findTakenOver(again)).toEqual([]);
    expect(await registry(storage, [seen, other])).toMatchObject({ accounts: { created: 0, updated: 2 } });
    expect(await storage.nipKeys.countOthers()).toEqual({ opened: 0, unreadable: 0 });
    const [one] = await storage.accounts.findAccountsByHandle(seen.platform, [seen.handle]);
    expect(await storage.accounts.getNip(one!.id)).toBe(seen.nip);
  });

  it('does not change hands: another name or other last digits are refused, and said to be of a lost key', async () => {
    const storage = await lose();
    const taken = [
      { ...seen, nip: `${seen.nip.slice(0, -1)}9` },
      { ...other, name: 'Contoh Orang Lain' },
    ];
    expect(await storage.accounts.findTakenOver(taken)).toMatchObject([
      { index: 0, isClosed: true },
      { index: 1, isClosed: true },
    ]);
  });
});
