import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStorage } from '../../src/storage/open-storage.js';
import { createNipSeal } from '../../src/storage/sealed-nip.js';
import { IS_WHOLE } from '../faults/bench.js';
import { anAccountDraft } from '../support/core.js';
import { type KeysSite, openKeysSite, openRaw } from '../support/keys-site.js';
import { runNetra } from '../support/run-netra.js';
import { testServices, uniqueName } from '../support/test-services.js';

// Two people change the key of NIPs at once, and one of the two programs dies: the keys on the disk open every NIP.

const PROGRAM = resolve(import.meta.dirname, '../../bin/netra.js');
/** In short one where each of the two is killed. */
const ROUNDS = IS_WHOLE ? 32 : 2;
/** Four programs start in each round, on a machine that may be busy. */
const ROUND_LIMIT_MS = 60_000;
const COUNT = 2_000;
const LONGEST_APART_MS = 1_200;

let databaseName: string;
let raw: Awaited<ReturnType<typeof openRaw>>;
let site: KeysSite;

beforeEach(async () => {
  databaseName = uniqueName('keysrace');
  raw = await openRaw(databaseName);
  site = openKeysSite(databaseName);
});
afterEach(async () => {
  await raw.dropDatabase();
  await raw.close();
  site.close();
});

function start(command: 'rotate' | 'forget'): { child: ChildProcess; ended: Promise<unknown> } {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [PROGRAM, 'keys', command], {
    env: { PATH, HOME, ...site.env },
    stdio: 'ignore',
  });
  return { child, ended: once(child, 'exit') };
}

async function countClosed(): Promise<number> {
  const { hashKey, fieldKey, formerFieldKeys } = site.readKeys();
  const seal = createNipSeal({ fieldKey, hashKey, formerKeys: formerFieldKeys });
  const stored = await raw.collection<{ _id: string; nipSealed: string }>('accounts').find().toArray();
  expect(stored).toHaveLength(COUNT);
  return stored.filter(({ _id, nipSealed }) => {
    try {
      return !seal.unseal(nipSealed, _id).startsWith('1980010120060');
    } catch {
      return true;
    }
  }).length;
}

it(
  'loses no NIP where rotate and forget run at once, at any distance, and one is killed',
  async () => {
    expect((await runNetra(['keys', 'forget'], { env: site.env })).exitCode).toBe(0); // Makes keys.json.
    const storage = await openStorage({ uri: testServices().mongodbUri, databaseName, ...site.readKeys() });
    const people = Array.from({ length: COUNT }, (_, n) =>
      anAccountDraft(n, { nip: `1980010120060${String(10_000 + n)}`, handle: `pegawai-${n}.contoh.test` }),
    );
    await storage.registry.saveRegistry({ offices: [], drafts: people }, () => ({
      at: new Date('2026-11-20T03:00:00Z'),
      actor: 'system:cli',
      action: 'registry_imported',
      subject: 'contoh',
      details: {},
    }));
    await storage.close();

    let kills = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const apart = new Promise((done) => setTimeout(done, ((round + Math.random()) * LONGEST_APART_MS) / ROUNDS));
      const isForgetKilled = round % 4 === 1;
      const forget = start('forget');
      await apart;
      const rotate = start('rotate');
      if (await killedWhereItHurts(isForgetKilled ? forget.child : rotate.child)) kills += 1;
      await Promise.all([forget.ended, rotate.ended]);
      expect(await countClosed(), `round ${round}`).toBe(0);
      // What is left undone is done, so that the next round begins with one key.
      expect((await runNetra(['keys', 'rotate'], { env: site.env })).exitCode).toBe(0);
      expect((await runNetra(['keys', 'forget'], { env: site.env })).exitCode).toBe(0);
      expect(await countClosed()).toBe(0);
    }
    expect(kills).toBeGreaterThan(0);
  },
  ROUNDS * ROUND_LIMIT_MS,
);

/** With -9 in the moment after the file has lost a former key, else some time after it got one; false where it ended before. */
async function killedWhereItHurts(child: ChildProcess): Promise<boolean> {
  const longest = 40 + Math.random() * 400;
  let since: number | undefined;
  while (child.exitCode === null) {
    const formers = site.readKeys().formerFieldKeys.length;
    if (formers > 0) since ??= performance.now();
    if (since !== undefined && (formers === 0 || performance.now() - since > longest)) return child.kill('SIGKILL');
    await new Promise((done) => setTimeout(done, 2));
  }
  return false;
}
