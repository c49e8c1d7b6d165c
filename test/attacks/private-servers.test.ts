import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Services, startServices } from '../../src/services/start-services.js';

const env = { ...process.env, MONGODB_URI: '', REDIS_URL: '' };
let dataDir: string;
let services: Services;

beforeAll(async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'netra-private-')), 'data');
  mkdirSync(dataDir, { mode: 0o755 }); // As a version before left it.
  services = await startServices({ dataDir, env });
});
afterAll(async () => {
  await services.stop();
  rmSync(dataDir, { recursive: true });
});

const passwords = () =>
  [services.mongodbUri, services.redisUrl].map((address) => decodeURIComponent(new URL(address).password));
const without = (address: string) => address.replace(/\/\/[^@]*@/, '//').replace(/&authSource=admin/, '');
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe('another user of the machine', () => {
  it('reads nothing of the data folder', () => {
    for (const folder of ['.', 'mongo', 'redis'])
      expect([folder, modeOf(join(dataDir, folder))]).toEqual([folder, '700']);
    const holding = ['mongo.json', 'redis.json', 'mongo/password', 'redis/redis.conf'];
    for (const file of holding) expect([file, modeOf(join(dataDir, file))]).toEqual([file, '600']);
  });

  it('finds no password in what every user may see of a program', () => {
    expect(new Set(passwords()).size).toBe(2);
    for (const password of passwords()) expect(password).toMatch(/^[\w-]{43}$/);
    for (const { pid } of [services.mongodb!, services.redis!]) {
      const seen = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      for (const password of passwords()) expect(seen).not.toContain(password);
    }
  });

  it('gets nothing from Redis', async () => {
    const redis = new Redis(without(services.redisUrl), { maxRetriesPerRequest: 0, lazyConnect: true });
    const said: string[] = [];
    redis.on('error', (error) => void said.push(error.message));
    await redis.connect().catch((error: Error) => said.push(error.message));
    await expect(redis.keys('*')).rejects.toThrow(/NOAUTH/);
    redis.disconnect();
  });

  it('gets nothing from MongoDB, and can make no user of its own', async () => {
    const client = await new mongo.MongoClient(without(services.mongodbUri)).connect();
    await expect(client.db('netra').collection('accounts').find().toArray()).rejects.toThrow(/requires authentication/);
    const asRoot = { createUser: 'penyusup', pwd: 'x', roles: [{ role: 'root', db: 'admin' }] };
    await expect(client.db('admin').command(asRoot)).rejects.toThrow(/requires authentication/);
    await client.close();
  });

  it('reads no password in what the program tells of its servers', async () => {
    const told = JSON.stringify(await services.describe());
    for (const password of passwords()) expect(told).not.toContain(password);
  });
});

it('the password of the data is the same at the next start, and that of Redis another one', async () => {
  const [mongodb, redis] = passwords();
  await services.stop();
  expect(readdirSync(dataDir)).not.toContain('mongo.json');
  services = await startServices({ dataDir, env });
  expect(passwords()[0]).toBe(mongodb);
  expect(passwords()[1]).not.toBe(redis);
  expect((await services.describe()).map(({ isReachable }) => isReachable)).toEqual([true, true]);
});

it('data whose password is lost is refused with the way out', async () => {
  await services.stop();
  rmSync(join(dataDir, 'mongo/password'));
  await expect(startServices({ dataDir, env })).rejects.toThrow(/menolak kata sandi yang tersimpan/);
});
