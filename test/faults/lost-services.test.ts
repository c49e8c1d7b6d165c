import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Redis } from 'ioredis';
import { expect, it, onTestFinished } from 'vitest';
import { type Services, startServices } from '../../src/services/start-services.js';
import { until } from '../support/until.js';
import { IS_WHOLE, printCounts } from './bench.js';
import { runInTest } from './in-test.js';
import { stillRunning, treeOf } from './process-tree.js';

/**
 * What `docker-compose.yml` gives a process to end in. By itself it takes some seven seconds, which a busy machine stretches;
 * waiting for the servers would take minutes.
 */
const GRACE_MS = 60_000;

async function ownServices(): Promise<{ services: Services; env: NodeJS.ProcessEnv }> {
  const folder = await mkdtemp(join(tmpdir(), 'netra-lost-'));
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, SMTP_URL: _smtp, ...surroundings } = process.env;
  const services = await startServices({ dataDir: folder, env: surroundings, ephemeral: true });
  onTestFinished(async () => {
    await services.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const env = {
    ...surroundings,
    MONGODB_URI: services.mongodbUri,
    REDIS_URL: services.redisUrl,
    NETRA_DATA_DIR: join(folder, 'data'),
    NETRA_CONSOLE_PORT: '0',
    NETRA_RECOVER_SECONDS: '1',
  };
  return { services, env };
}

type Lost = 'mongodb' | 'redis';

const BOTH = ['MongoDB and Redis', ['mongodb', 'redis']] as const;
const EACH = [['MongoDB', ['mongodb']] as const, ['Redis', ['redis']] as const];

it.each<readonly [string, readonly Lost[]]>(IS_WHOLE ? [...EACH, BOTH] : [BOTH])(
  '`netra up` ends in time when it is told to with %s gone',
  async (_name, lost) => {
    const { services, env } = await ownServices();
    const running = runInTest({ name: 'up', args: [resolve('bin/netra.js'), 'up'], env });
    await whenSaid(running, 'Data:');
    await whenReading(services.redisUrl);
    await endWithout(running, services, { lost, processes: 2 });
  },
);

it('a process of workers ends in time when it is told to with Redis gone', async () => {
  const { services, env } = await ownServices();
  const running = runInTest({ name: 'workers', args: [resolve('dist/start/worker.js')], env });
  await whenSaid(running, 'siap');
  await endWithout(running, services, { lost: ['redis'], processes: 1 });
});

async function whenSaid({ child, ended }: ReturnType<typeof runInTest>, words: string): Promise<void> {
  let said = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until(() => said.includes(words) || child.exitCode !== null, words);
  if (child.exitCode !== null) throw new Error((await ended).stderr);
}

/** The process of its own that meets pages waits for its first job. */
async function whenReading(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  onTestFinished(() => redis.disconnect());
  const name = Buffer.from('capture-evidence').toString('base64');
  await until(async () => String(await redis.client('LIST')).includes(`netra:${name}`), 'a reader');
  redis.disconnect();
}

/** Between two ticks of the schedule: what runs when its queue goes cannot be handed back, and the process says so. */
async function whenIdle(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl);
  onTestFinished(() => redis.disconnect());
  await until(async () => {
    const [active, waiting, [, next] = []] = await Promise.all([
      redis.llen('netra:schedule:active'),
      redis.llen('netra:schedule:wait'),
      redis.zrange('netra:schedule:delayed', '0', '0', 'WITHSCORES'),
    ]);
    // BullMQ keeps the instant in the upper bits.
    return active + waiting === 0 && Number(next) / 0x1000 - Date.now() > 300;
  }, 'a pause between two ticks');
  redis.disconnect();
}

async function endWithout(
  running: ReturnType<typeof runInTest>,
  services: Services,
  { lost, processes }: { lost: readonly Lost[]; processes: number },
) {
  const { child, ended } = running;
  let stderr = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  await whenIdle(services.redisUrl);
  for (const name of lost) await services[name]!.kill9();
  await until(() => /tidak menjawab|terputus/.test(stderr), 'the loss is noticed');
  const tree = treeOf(child.pid!);
  const startedAt = performance.now();
  child.kill('SIGTERM');
  const { code, stderr: said } = await ended;
  const ms = Math.round(performance.now() - startedAt);
  printCounts('SIGTERM without servers', { lost, ms, lines: said.split('\n').length });
  expect(code, said).toBe(0);
  expect(ms, said).toBeLessThan(GRACE_MS);
  expect(stillRunning(tree)).toEqual([]);
  const names = { mongodb: 'MongoDB', redis: 'Redis' };
  for (const name of lost) expect(said).toContain(`${names[name]} tidak menjawab: sambungannya ditutup`);
  // However many connections meet the loss, each process tells of it once.
  const tellings = said.match(/Redis tidak menjawab\. Dicoba/g)?.length ?? 0;
  expect(tellings, said).toBeLessThanOrEqual(processes);
}
