import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locateMongodb, viewMachine } from '../../src/services/locate.mjs';
import { type Services, startServices } from '../../src/services/start-services.js';
import { narrowRights, rolePrivileges } from '../../src/storage/database-role.js';
import { lookUpAudit } from '../../src/storage/look-up-audit.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { startRoleProxy } from '../support/role-proxy.js';
import { testServices, uniqueName } from '../support/test-services.js';
import { walkTheWholeWay } from './whole-way.js';

const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
const connect = (uri: string, dbName: string) => createConnection(uri, { dbName }).asPromise();

/** Migrations are a keeper's work; what Netra does in a day is its own user's. */
async function walkAs(own: string, keeper: string, databaseName: string) {
  await (await openStorage({ uri: keeper, databaseName, ...keys })).close();
  const storage = await openStorage({ uri: own, databaseName, ...keys });
  try {
    return await walkTheWholeWay(storage, keys.hashKey);
  } finally {
    await storage.close();
  }
}

/** What would rewrite the log, tried by whoever has got hold of the program's own password. */
async function expectRefusals(connection: Connection): Promise<void> {
  const log = connection.collection<{ _id: number }>('audit');
  const entries = await log.countDocuments();
  expect(entries).toBeGreaterThan(0);
  const tried = [
    () => log.updateOne({ _id: 1 }, { $set: { a: 1 } }),
    () => log.updateOne({ _id: -1 }, { $set: { a: 1 } }, { upsert: true }),
    () => log.replaceOne({ _id: 1 }, {}),
    () => log.findOneAndUpdate({ _id: 1 }, { $set: { a: 1 } }),
    () => log.findOneAndDelete({ _id: 1 }),
    () => log.deleteOne({ _id: 1 }),
    () => log.bulkWrite([{ deleteMany: { filter: {} } }]),
    () => log.drop(),
    () => log.rename('lain'),
    () => log.aggregate([{ $out: 'audit' }]).toArray(),
    () =>
      connection
        .collection('flags')
        .aggregate([{ $merge: { into: 'audit' } }])
        .toArray(),
    () => connection.db!.command({ collMod: 'audit', validator: {} }),
    () => connection.db!.command({ convertToCapped: 'audit', size: 4_096 }),
    () => connection.dropDatabase(),
    () => connection.collection<{ _id: string }>('audit_heads').deleteOne({ _id: 'keyed' }),
    () => connection.collection<{ _id: number }>('audit_timestamps').deleteOne({ _id: 1 }),
    () => connection.db!.command({ grantRolesToUser: 'netra', roles: ['readWrite'] }),
  ];
  for (const attempt of tried) await expect(attempt(), String(attempt)).rejects.toMatchObject({ code: 13 });
  expect(await log.countDocuments()).toBe(entries);
}

/** The stand-in for MongoDB enforces no roles; the table of what each command needs is MongoDB's manual's. */
describe('the role, held against what each command needs', () => {
  it('lets Netra go its whole way, and rewrites no entry of the log', async () => {
    const { mongodbUri } = testServices();
    const database = uniqueName('role');
    const proxy = await startRoleProxy(mongodbUri, { database, privileges: rolePrivileges(database) });
    expect(await walkAs(proxy.uri, mongodbUri, database)).toEqual({ newFlags: 1, isWhole: true });
    expect(proxy.refused).toEqual([]);
    const connection = await connect(proxy.uri, database);
    await expectRefusals(connection);
    await connection.close();
    await proxy.close();
  });
});

const { MONGODB_URI: _mongodb, REDIS_URL: _redis, ...env } = process.env;
const found = locateMongodb(viewMachine(env));
const hasMongod = found?.from !== 'environment' && found?.product === 'mongod';

/** With log-in and as a replica set, as in production: only a real `mongod` can refuse, where the machine has one. */
describe.skipIf(!hasMongod)('a real MongoDB, towards the user of the program', () => {
  let folder: string;
  let services: Services;
  let own: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netra-mongod-'));
    services = await startServices({ dataDir: folder, env, ephemeral: true });
    const keeper = await connect(services.mongodbUri, 'netra');
    await keeper.db!.command({ createUser: 'program', pwd: 'contoh', roles: ['readWrite'] });
    await keeper.close();
    const address = new URL(services.mongodbUri);
    Object.assign(address, { username: 'program', password: 'contoh' });
    address.searchParams.set('authSource', 'netra');
    own = address.href;
  });
  afterAll(async () => {
    await services.stop();
    await rm(folder, { recursive: true });
  });

  it('lets it go its whole way, and refuses to change or remove what is in the log, once the role is given', async () => {
    expect((await lookUpAudit(own)).rewriting).toEqual(expect.arrayContaining(['remove', 'update']));
    for (let time = 1; time <= 2; time += 1)
      await narrowRights(services.mongodbUri, { database: 'netra', user: 'program' });
    expect(await lookUpAudit(own)).toMatchObject({ rewriting: [], user: 'program' });
    expect(await walkAs(own, services.mongodbUri, 'netra')).toEqual({ newFlags: 1, isWhole: true });
    const connection = await connect(own, 'netra');
    await expectRefusals(connection);
    await connection.close();
  });
});
