import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type Connection, createConnection, mongo } from 'mongoose';
import { parseKeys } from '../../src/config/keys-file.js';
import { testServices, uniqueName } from '../support/test-services.js';

const FORMER = resolve(import.meta.dirname, 'former-data/recorded');

/** What the version of former-data/README.md left behind, in a database and a folder of its own. */
export interface FormerData {
  readonly databaseName: string;
  readonly dataDir: string;
  readonly raw: Connection;
  readonly keys: ReturnType<typeof readFormerKeys>;
  close(): Promise<void>;
}

/** Each collection as that version stored it, in the order of its ids. */
export function readFormer(collection: string): Record<string, unknown>[] {
  return readLines(`collections/${collection}.ndjson`);
}

function readLines(path: string): Record<string, unknown>[] {
  const lines = readFileSync(join(FORMER, path), 'utf8').split('\n');
  // A whole number comes back as one, and not as an object around it: they are compared with what the driver reads.
  return lines.filter(Boolean).map((line) => mongo.BSON.EJSON.parse(line, { relaxed: true }));
}

export async function restoreFormer(): Promise<FormerData> {
  const databaseName = uniqueName('former');
  const raw = await createConnection(testServices().mongodbUri, { dbName: databaseName }).asPromise();
  const dataDir = await mkdtemp(join(tmpdir(), 'netra-former-'));
  cpSync(join(FORMER, 'data'), dataDir, { recursive: true });
  for (const file of readdirSync(join(FORMER, 'collections'))) {
    const name = basename(file, '.ndjson');
    await raw.collection(name).insertMany(readFormer(name) as never[]);
  }
  for (const { collection, key, ...options } of readLines('indexes.ndjson'))
    await raw.collection(String(collection)).createIndex(key as Record<string, 1>, options);
  return {
    ...{ databaseName, dataDir, raw, keys: readFormerKeys() },
    async close() {
      await raw.dropDatabase();
      await raw.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

function readFormerKeys() {
  return parseKeys(readFileSync(join(FORMER, 'data/keys.json'), 'utf8'))!;
}
