import { resolve } from 'node:path';
import type { Connection } from 'mongoose';
import { expect } from 'vitest';
import { type Program, runOnce } from '../integration/supervisor.js';
import { testServices } from '../support/test-services.js';
import { openDyingWay } from './dying-connection.js';
import type { FormerData } from './former-data.js';

type Opened = Pick<FormerData, 'databaseName' | 'dataDir'>;

/** The real program on a way of its own. */
export function auditVerify(mongodbUri: string, { databaseName, dataDir }: Opened, ...more: string[]): Program {
  const uri = new URL(mongodbUri);
  uri.pathname = databaseName;
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, ...surroundings } = process.env;
  const own = { MONGODB_URI: uri.href, REDIS_URL: testServices().redisUrl, NETRA_DATA_DIR: dataDir };
  const args = [resolve('bin/netra.js'), 'audit', 'verify', '--json', ...more];
  return { name: 'audit verify', args, env: { ...surroundings, ...own } };
}

/** Everything in the database, by collection. */
export async function snapshotOf(raw: Connection): Promise<Record<string, unknown[]>> {
  const collections = await raw.db!.listCollections().toArray();
  const all = await Promise.all(
    collections.map(async ({ name }) => [name, await raw.collection(name).find().sort({ _id: 1 }).toArray()]),
  );
  return Object.fromEntries(all);
}

/** Opened and killed before the n-th write. Whether it came to its end: then there were not as many. */
export async function openKilled(opened: Opened, before: number): Promise<boolean> {
  let kill: () => void = () => {};
  const way = await openDyingWay(testServices().mongodbUri, { before, kill: () => kill() });
  const { child, ended } = runOnce(auditVerify(way.uri, opened));
  kill = () => child.kill('SIGKILL');
  const { code, stderr } = await ended;
  await way.close();
  expect([0, null], stderr).toContain(code);
  return code === 0;
}
