import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { type Connection, createConnection, mongo } from 'mongoose';
import { testServices, uniqueName } from '../support/test-services.js';

/** Where what former versions left behind is kept: one folder each. */
export const FORMER_DATA = resolve(import.meta.dirname, 'former-data');

/** What a version of former-data/README.md left behind, in a database and a folder of its own. */
export interface FormerData {
  readonly databaseName: string;
  readonly dataDir: string;
  readonly raw: Connection;
  close(): Promise<void>;
}

/** Each collection as that version stored it, in the order of its ids. */
export function readFormer(version: string, collection: string): Record<string, unknown>[] {
  const path = `collections/${collection}.ndjson`;
  return existsSync(join(FORMER_DATA, version, path)) ? readLines(version, path) : [];
}

function readLines(version: string, path: string): Record<string, unknown>[] {
  const lines = readFileSync(join(FORMER_DATA, version, path), 'utf8').split('\n');
  // A whole number comes back as one, and not as an object around it: they are compared with what the driver reads.
  return lines.filter(Boolean).map((line) => mongo.BSON.EJSON.parse(line, { relaxed: true }));
}

/** Into a database and a folder that are empty. */
export async function layFormer(version: string, to: { databaseName: string; dataDir: string }): Promise<Connection> {
  const raw = await createConnection(testServices().mongodbUri, { dbName: to.databaseName }).asPromise();
  cpSync(join(FORMER_DATA, version, 'data'), to.dataDir, { recursive: true });
  for (const file of readdirSync(join(FORMER_DATA, version, 'collections'))) {
    const name = basename(file, '.ndjson');
    await raw.collection(name).insertMany(readFormer(version, name) as never[]);
  }
  for (const { collection, key, ...options } of readLines(version, 'indexes.ndjson'))
    await raw.collection(String(collection)).createIndex(key as Record<string, 1>, options);
  return raw;
}

export async function restoreFormer(version: string): Promise<FormerData> {
  const databaseName = uniqueName('former');
  const dataDir = await mkdtemp(join(tmpdir(), 'netra-former-'));
  const raw = await layFormer(version, { databaseName, dataDir });
  return {
    ...{ databaseName, dataDir, raw },
    async close() {
      await raw.dropDatabase();
      await raw.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
