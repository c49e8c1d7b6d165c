import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markProcess } from '../../src/services/process-mark.mjs';
import { readRecord, writeRecord } from '../../src/services/server-record.js';
import { type Services, startServices } from '../../src/services/start-services.js';
import { until } from '../support/until.js';

// No address of the environment: these tests are about private servers.
const env = { ...process.env, MONGODB_URI: '', REDIS_URL: '' };

describe('private services', () => {
  let dataDir: string;
  const open: Services[] = [];
  const programs: ChildProcess[] = [];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'netra-test-'));
  });
  afterEach(async () => {
    for (const program of programs.splice(0)) program.kill('SIGKILL');
    await Promise.all(open.splice(0).map((services) => services.stop()));
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async (options: { ephemeral?: boolean; log?: (line: string) => void } = {}) => {
    const services = await startServices({ dataDir, env, ...options });
    open.push(services);
    return services;
  };

  it('start, say who they are, and keep their data from one run to the next', async () => {
    const first = await start();
    const [mongodb, redis] = await first.describe();
    expect(mongodb).toMatchObject({ name: 'MongoDB', isReachable: true });
    expect(redis).toMatchObject({ name: 'Redis', isReachable: true, evictionPolicy: 'noeviction' });
    await writeMark(first, 'kept');
    await first.stop();

    const second = await start();
    expect(await readMark(second)).toEqual({ mongodb: 'kept', redis: 'kept' });
  });

  it('leave no process and no record after stop, and may be stopped twice', async () => {
    const services = await start();
    const pids = [services.mongodb!.pid!, services.redis!.pid!];
    await services.stop();
    await services.stop();
    expect(pids.map(markProcess)).toEqual([undefined, undefined]);
    expect(readdirSync(dataDir).filter((name) => /json|lock/.test(name))).toEqual([]);
  });

  it('lose no acknowledged write of MongoDB when killed, and come back on the same port', async () => {
    const services = await start();
    const port = services.mongodb!.port;
    const connection = await connect(services);
    const writes = connection.collection<{ _id: number }>('writes');
    let acknowledged = 0;
    const write = async () => {
      for (let n = 1; ; n += 1) {
        await writes.insertOne({ _id: n }, { writeConcern: { w: 'majority', j: true } });
        acknowledged = n;
      }
    };
    const writing = Promise.allSettled([write()]); // Ends with the server.
    await until(() => acknowledged >= 200);
    await services.mongodb!.kill9();
    const atTheKill = acknowledged;
    await connection.close(true);
    expect(await writing).toMatchObject([{ status: 'rejected' }]);
    await services.mongodb!.restart();
    expect(services.mongodb!.port).toBe(port);

    const again = await connect(services);
    expect(await again.collection('writes').countDocuments({})).toBeGreaterThanOrEqual(atTheKill);
    await again.close();
  });

  it('bring Redis back on the same port with what was synced', async () => {
    const services = await start();
    const redis = new Redis(services.redisUrl, { retryStrategy: () => 20, maxRetriesPerRequest: null });
    const faults: NodeJS.ErrnoException[] = [];
    redis.on('error', (error) => faults.push(error));
    await redis.set('mark', 'kept');
    await redis.config('SET', 'appendfsync', 'always'); // Flushes what stands in the buffer.
    await redis.set('other', '1');
    await services.redis!.kill9();
    expect(services.redis!.pid && markProcess(services.redis!.pid)).toBeUndefined();
    await services.redis!.restart();
    expect(await redis.get('mark')).toBe('kept');
    expect(faults.filter(({ code }) => !code?.startsWith('ECONN'))).toEqual([]);
    redis.disconnect();
  });

  it('come back by themselves when somebody else kills them', async () => {
    const lines: string[] = [];
    const services = await start({ log: (line) => lines.push(line) });
    const { pid, port } = services.redis!;
    process.kill(pid!, 'SIGKILL');
    await until(() => services.redis!.pid !== pid && isReady('redis.json'));
    expect(services.redis!.port).toBe(port);
    expect(lines.join()).toContain('Redis berhenti sendiri (SIGKILL)');
  });

  it('are shared with a second program on the same data, which does not stop them', async () => {
    const owner = await hold();
    const guest = await start();
    expect(guest.mongodbUri).toBe(owner.mongodbUri);
    expect(guest.mongodb).toBeUndefined();
    await guest.stop();
    expect((await guest.describe()).every((server) => server.isReachable)).toBe(true);
  });

  it('start once when two programs start at the same moment', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one.mongodbUri).toBe(other.mongodbUri);
    expect([one.redis, other.redis].filter(Boolean)).toHaveLength(1);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'end with a program that gets %s and knows nothing of them',
    async (signal) => {
      const owner = await hold();
      owner.program.kill(signal);
      expect((await once(owner.program, 'exit'))[1]).toBe(signal);
      expect(owner.pids.map(markProcess)).toEqual([undefined, undefined]);
    },
  );

  it.runIf(process.platform === 'linux')('end when their program is killed with -9', async () => {
    const owner = await hold();
    owner.program.kill('SIGKILL');
    await until(() => owner.pids.every((pid) => !markProcess(pid)));
  });

  it('end an orphan of a killed program and take over its data', async () => {
    const owner = await hold();
    await writeMark(owner, 'kept');
    // As the next start sees it where no kernel ends children: the servers run, their owner does not.
    for (const name of ['mongo.json', 'redis.json']) {
      const record = readRecord(join(dataDir, name))!;
      writeRecord(join(dataDir, name), { ...record, owner: { ...record.owner, startedMark: 'gone' } });
    }
    owner.program.kill('SIGSTOP'); // It must not bring back what is ended.
    const orphans = owner.pids;

    const second = await start();
    expect(await readMark(second)).toEqual({ mongodb: 'kept', redis: 'kept' });
    expect([second.mongodb?.pid, second.redis?.pid]).not.toEqual(orphans);
  });

  it('never end a stranger that got the number of a server of long ago', async () => {
    const stranger = spawn('sleep', ['60']);
    programs.push(stranger);
    const gone = { pid: stranger.pid!, startedMark: 'another-boot:1' };
    const owner = { pid: 2 ** 30, startedMark: 'another-boot:1' }; // Beyond every system's highest number.
    writeRecord(join(dataDir, 'redis.json'), { server: gone, owner, port: 1, isReady: true });
    await start();
    expect(markProcess(stranger.pid!)).toBeDefined();
  });

  it('take a lock of a crashed program and a half-written record for what they are', async () => {
    writeFileSync(join(dataDir, 'services.lock'), '{"pid":1,"startedMark":"another-boot:1"}');
    writeFileSync(join(dataDir, 'mongo.json'), '{"server":{"pi');
    expect((await (await start()).describe()).every((server) => server.isReachable)).toBe(true);
  });

  it('refuse to start one product on the data of another, and say what to do', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'mongo', 'product'), 'yang-lain');
    await expect(startServices({ dataDir, env })).rejects.toThrow(/ditulis oleh yang-lain/);
    expect(existsSync(join(dataDir, 'redis.json'))).toBe(false);
  });

  it('say why a program cannot start', async () => {
    const broken = { ...env, MONGOMS_SYSTEM_BINARY: '/bin/false', PATH: '/usr/bin:/bin' };
    await expect(startServices({ dataDir, env: broken })).rejects.toThrow(/MongoDB tidak dapat dinyalakan/);
  });

  it('use the addresses of the environment and start nothing', async () => {
    const given = { ...env, MONGODB_URI: 'mongodb://127.0.0.1:1/contoh', REDIS_URL: 'redis://127.0.0.1:1' };
    const services = await startServices({ dataDir, env: given });
    expect(services).toMatchObject({ mongodbUri: given.MONGODB_URI, redisUrl: given.REDIS_URL });
    expect(readdirSync(dataDir)).toEqual([]);
    expect((await services.describe()).map((server) => server.isReachable)).toEqual([false, false]);
  });

  it('leave nothing behind when they were throw-away', async () => {
    const services = await start({ ephemeral: true });
    await services.stop();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  function isReady(name: string): boolean {
    return readRecord(join(dataDir, name))?.isReady === true;
  }

  /** A program of its own that holds the services of `dataDir`. */
  async function hold() {
    const program = spawn(process.execPath, ['--input-type=module', '-e', HOLDING_PROGRAM, dataDir], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    programs.push(program);
    const [line] = (await once(createInterface({ input: program.stdout }), 'line')) as [string];
    return { program, ...(JSON.parse(line) as Addresses & { pids: number[] }) };
  }
});

const HOLDING_PROGRAM = `
  const { startServices } = await import('./dist/src/services/start-services.js');
  const services = await startServices({ dataDir: process.argv[1], env: process.env });
  console.log(JSON.stringify({ mongodbUri: services.mongodbUri, redisUrl: services.redisUrl, pids: [services.mongodb.pid, services.redis.pid] }));
  setInterval(() => {}, 1000);
`;

type Addresses = Pick<Services, 'mongodbUri' | 'redisUrl'>;

async function connect(services: Addresses): Promise<mongoose.Connection> {
  return mongoose.createConnection(services.mongodbUri, { serverSelectionTimeoutMS: 5_000 }).asPromise();
}

async function writeMark(services: Addresses, mark: string): Promise<void> {
  const connection = await connect(services);
  await connection.collection('marks').insertOne({ mark }, { writeConcern: { w: 'majority', j: true } });
  await connection.close();
  const redis = new Redis(services.redisUrl);
  await redis.set('mark', mark);
  await redis.quit();
}

async function readMark(services: Addresses): Promise<{ mongodb: unknown; redis: unknown }> {
  const connection = await connect(services);
  const mongodb = (await connection.collection('marks').findOne({}))?.mark;
  await connection.close();
  const redis = new Redis(services.redisUrl);
  const inRedis = await redis.get('mark');
  await redis.quit();
  return { mongodb, redis: inRedis };
}
