import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeFreePort } from '../../src/services/free-port.js';
import { locateMongodb, viewMachine } from '../../src/services/locate.mjs';
import { narrowRights } from '../../src/storage/database-role.js';
import { lookUpAudit } from '../../src/storage/look-up-audit.js';

const { MONGODB_URI: _ours, ...env } = process.env;
const found = locateMongodb(viewMachine(env));
const command = found?.from !== 'environment' && found?.product === 'mongod' ? found.command : undefined;

/** The stand-in for MongoDB enforces no roles: only a real `mongod` can refuse, where the machine has one. */
describe.skipIf(command === undefined)('a real MongoDB, towards the user of the program', () => {
  let folder: string;
  let server: ChildProcess;
  let port: number;
  const addressOf = (user: string, database: string) =>
    `mongodb://${user}:contoh@127.0.0.1:${port}/netra?authSource=${database}`;
  const connect = (uri: string) => createConnection(uri, { serverSelectionTimeoutMS: 9_000 }).asPromise();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netra-mongod-'));
    port = await takeFreePort();
    const options = ['--auth', '--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'];
    server = spawn(command!, options, { stdio: 'ignore' });
    // The first user is made by whoever comes from the machine itself.
    const first = await connect(`mongodb://127.0.0.1:${port}/admin`);
    await first.db!.command({ createUser: 'root', pwd: 'contoh', roles: ['root'] });
    await first.close();
    const root = await connect(addressOf('root', 'admin'));
    await root.useDb('netra').db!.command({ createUser: 'netra', pwd: 'contoh', roles: ['readWrite'] });
    await root.close();
  });
  afterAll(async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
    await rm(folder, { recursive: true });
  });

  it('refuses to change or remove what is in the log, once the role is given', async () => {
    const own = addressOf('netra', 'netra');
    expect((await lookUpAudit(own)).rewriting).toEqual(expect.arrayContaining(['remove', 'update']));
    await narrowRights(addressOf('root', 'admin'), { database: 'netra', user: 'netra' });
    await narrowRights(addressOf('root', 'admin'), { database: 'netra', user: 'netra' });
    expect(await lookUpAudit(own)).toMatchObject({ rewriting: [], user: 'netra' });
    const connection = await connect(own);
    const log = connection.collection<{ _id: number }>('audit');
    await log.insertOne({ _id: 1 });
    const tried = [
      () => log.updateOne({ _id: 1 }, { $set: { a: 1 } }),
      () => log.replaceOne({ _id: 1 }, {}),
      () => log.deleteOne({ _id: 1 }),
      () => log.drop(),
      () => connection.dropDatabase(),
      () => log.rename('lain'),
      () =>
        log
          .find()
          .toArray()
          .then(() => log.aggregate([{ $out: 'audit' }]).toArray()),
      () => connection.collection<{ _id: number }>('audit_timestamps').deleteOne({ _id: 1 }),
    ];
    for (const attempt of tried) await expect(attempt(), String(attempt)).rejects.toMatchObject({ code: 13 });
    await connection.collection('flags').updateOne({ a: 1 }, { $set: { a: 2 } }, { upsert: true });
    expect(await log.countDocuments()).toBe(1);
    await connection.close();
  });
});
