import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFolderStore } from '../../src/evidence/folder-store.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { ACTS, NOW } from './sample.js';
import { laySample } from './sample-snapshot.js';
import { createActAdder, findAccountIds, openSampleStorage, seedPeople, smallFiles } from './seed-sample.js';

/** One database written by the program's own ways, the other one a copy: what fixtures stand on. */
let written: Storage;
let laid: Storage;
let raw: { written: Connection; laid: Connection };
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'netra-snapshot-'));
  const names = { written: uniqueName('written'), laid: uniqueName('laid') };
  written = await openSampleStorage(names.written);
  await seedPeople(written);
  const evidence = await createFolderStore(join(dir, 'written'), { clock: () => NOW });
  const accountIds = await findAccountIds(written);
  const addAct = createActAdder({ storage: written, evidence, accountIds, files: smallFiles });
  for (const act of ACTS) await addAct(act);
  await laySample(smallFiles, { databaseName: names.laid, evidenceDir: join(dir, 'laid') });
  const open = (dbName: string) => createConnection(testServices().mongodbUri, { dbName }).asPromise();
  raw = { written: await open(names.written), laid: await open(names.laid) };
});

afterAll(async () => {
  await Promise.all([written?.close(), laid?.close(), raw?.written.close(), raw?.laid.close()]);
  await rm(dir, { recursive: true, force: true });
});

/** Each collection with its rules of order and how much is in it; ids of people differ by design. */
async function shapeOf(connection: Connection) {
  const names = (await connection.listCollections()).map(({ name }) => name).sort();
  return Promise.all(
    names.map(async (name) => {
      const collection = connection.collection(name);
      const indexes = (await collection.indexes()).toSorted((a, b) => a.name!.localeCompare(b.name!));
      return { name, indexes, count: await collection.countDocuments() };
    }),
  );
}

it('lays every collection with its indexes and documents, so that no migration is left', async () => {
  const before = await shapeOf(raw.laid);
  expect(before).toEqual(await shapeOf(raw.written));
  laid = await openSampleStorage(raw.laid.name);
  expect(await shapeOf(raw.laid)).toEqual(before);
});

it('keeps the kind of each number, and every field', async () => {
  const read = (connection: Connection) =>
    connection.collection('flags').find({}, { promoteValues: false }).sort({ _id: 1 }).toArray();
  expect(await read(raw.laid)).toEqual(await read(raw.written));
});

it('lays a log that holds, and the packs that the flags name', async () => {
  const expected = await written.audit.verify();
  expect(expected).toMatchObject({ ok: true, chain: { ok: true } });
  // Its last link names a person, whose id is another one here.
  const { headMac, ...chain } = expected.chain as typeof expected.chain & { headMac: string };
  expect(await laid.audit.verify()).toMatchObject({ ...expected, chain });
  const [theirs, ours] = await Promise.all(
    ['written', 'laid'].map((name) => createFolderStore(join(dir, name), { clock: () => NOW })),
  );
  for (const { id } of ACTS) {
    expect(await ours!.findManifest(id)).toEqual(await theirs!.findManifest(id));
    expect(await ours!.listEntries(id)).toEqual(await theirs!.listEntries(id));
  }
});
