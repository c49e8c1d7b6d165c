import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { mongo } from 'mongoose';
import { createFolderStore } from '../../src/evidence/folder-store.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { ACTS, NOW } from './sample.js';
import { createActAdder, type FilesOf, findAccountIds, openSampleStorage, seedPeople } from './seed-sample.js';

/** What the evidence of the sample acts holds; `none`: nobody has done anything yet. */
type SampleActs = FilesOf | 'none';

interface Snapshot {
  /** In the order of `ACCOUNTS`. */
  readonly accountIds: readonly string[];
  readonly collections: readonly {
    readonly name: string;
    readonly indexes: readonly mongo.IndexDescription[];
    readonly documents: readonly mongo.Document[];
  }[];
  /** Path below the evidence folder, and content. */
  readonly files: readonly (readonly [path: string, content: Uint8Array])[];
}

const snapshots = new Map<SampleActs, Promise<Snapshot>>();
let client: mongo.MongoClient | undefined;

/**
 * Lays the sample into a database and a folder that are both empty. Written once in a process, for each `acts` by
 * itself, by the ways the program has for it, and from then on copied as it stands: users whose passwords are hashed at
 * their full price are most of what a fixture costs.
 */
export async function laySample(
  acts: SampleActs,
  to: { databaseName: string; evidenceDir: string },
): Promise<Pick<Snapshot, 'accountIds'>> {
  const found = snapshots.get(acts) ?? takeSnapshot(acts);
  snapshots.set(acts, found);
  const { collections, files, accountIds } = await found;
  const db = openClient().db(to.databaseName);
  await Promise.all([
    ...collections.map(async ({ name, indexes, documents }) => {
      const collection = db.collection(name);
      if (indexes.length + documents.length === 0) await db.createCollection(name);
      if (indexes.length > 0) await collection.createIndexes([...indexes]);
      if (documents.length > 0) await collection.insertMany([...documents]);
    }),
    ...files.map(async ([path, content]) => {
      await mkdir(dirname(join(to.evidenceDir, path)), { recursive: true });
      await writeFile(join(to.evidenceDir, path), content, { flag: 'wx', mode: 0o440 });
    }),
  ]);
  return { accountIds };
}

async function takeSnapshot(acts: SampleActs): Promise<Snapshot> {
  const databaseName = uniqueName('sample');
  const evidenceDir = await mkdtemp(join(tmpdir(), 'netra-sample-'));
  const storage = await openSampleStorage(databaseName);
  try {
    await seedPeople(storage);
    const accountIds = await findAccountIds(storage);
    if (acts !== 'none') {
      const evidence = await createFolderStore(evidenceDir, { clock: () => NOW });
      const addAct = createActAdder({ storage, evidence, accountIds, files: acts });
      for (const act of ACTS) await addAct(act);
    }
    return { accountIds, collections: await readDatabase(databaseName), files: await readFolder(evidenceDir) };
  } finally {
    await storage.close();
    await openClient().db(databaseName).dropDatabase();
    await rm(evidenceDir, { recursive: true });
  }
}

async function readDatabase(databaseName: string): Promise<Snapshot['collections']> {
  const db = openClient().db(databaseName);
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  return Promise.all(
    names.map(async (name) => ({
      name,
      indexes: (await db.collection(name).indexes()).filter(
        (index) => index.name !== '_id_',
      ) as mongo.IndexDescription[],
      // Numbers keep the kind they are stored as.
      documents: await db.collection(name).find({}, { promoteValues: false }).toArray(),
    })),
  );
}

async function readFolder(dir: string): Promise<Snapshot['files']> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.map(async (path) => [relative(dir, path), await readFile(path)] as const));
}

/** One for all fixtures of a process; its sockets end with it. */
function openClient(): mongo.MongoClient {
  client ??= new mongo.MongoClient(testServices().mongodbUri);
  return client;
}
