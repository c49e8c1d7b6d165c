import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServices, uniqueName } from '../support/test-services.js';
import { until } from '../support/until.js';

const ROOT = resolve(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'bin/netra.js');
const WORKER = join(ROOT, 'dist/start/worker.js');
const key = () => randomBytes(32).toString('base64');
/** Of the whole file: an audit log that another key has sealed is refused. */
const KEYS = { NETRA_HASH_KEY: key(), NETRA_AUDIT_KEY: key() };

let dir: string;
let env: Record<string, string>;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'netra-secrets-'));
  const services = testServices();
  const [mongodb, redis] = [new URL(services.mongodbUri), new URL(services.redisUrl)];
  mongodb.pathname = `/${uniqueName('secrets')}`;
  redis.pathname = '/12';
  const { PATH = '', HOME = '' } = process.env;
  env = { PATH, HOME, NETRA_DATA_DIR: dir, NETRA_LOG_LEVEL: 'error', NETRA_CONSOLE_PORT: '0' };
  Object.assign(env, { MONGODB_URI: mongodb.href, REDIS_URL: redis.href });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function start(args: readonly string[], more: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { cwd: ROOT, env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Waits for a line of the program's own output. */
async function whenSaid(child: ChildProcess, text: string): Promise<void> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until(() => said.includes(text) || (child.exitCode !== null && Promise.reject(new Error(said))));
}

async function stop(child: ChildProcess): Promise<number | null> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
  return child.exitCode;
}

function childrenOf(pid: number | undefined): { pid: number; words: string; environment: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const parent = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')[1];
        if (Number(parent) !== pid) return [];
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), words, environment: readFileSync(`/proc/${name}/environ`, 'utf8') }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}

describe('netra up', () => {
  const secrets = { ...KEYS, NETRA_FIELD_KEY: key(), SMTP_URL: 'smtp://netra:sandi-contoh@127.0.0.1:1' };

  it('meets strangers’ pages in a process that is told neither the key of the NIPs nor the mail server', async () => {
    const up = start([PROGRAM, 'up'], { ...secrets, NETRA_CONTOH_RAHASIA: 'apa pun' });
    await whenSaid(up, 'Data:');
    const reader = await until(() => childrenOf(up.pid).find(({ words }) => words.includes('start/worker.js')));
    expect(reader.words).toContain('--queues collect,capture-evidence,read-link');
    const told = Object.fromEntries(
      reader.environment.split('\0').map((line) => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]),
    );
    expect(told).toMatchObject({ NETRA_HASH_KEY: secrets.NETRA_HASH_KEY, MONGODB_URI: env.MONGODB_URI });
    for (const name of ['NETRA_FIELD_KEY', 'SMTP_URL', 'NETRA_CONTOH_RAHASIA']) expect(told).not.toHaveProperty(name);
    expect(reader.environment).not.toContain(secrets.NETRA_FIELD_KEY);
    expect(reader.environment).not.toContain('sandi-contoh');

    process.kill(reader.pid, 'SIGKILL');
    const next = await until(() =>
      childrenOf(up.pid).find(({ pid, words }) => pid !== reader.pid && words.includes('start/worker.js')),
    );
    expect(await stop(up)).toBe(0);
    expect(existsSync(`/proc/${next.pid}`)).toBe(false);
  });

  it('leaves no reader behind when it is killed', async () => {
    const up = start([PROGRAM, 'up', '--queues', 'collect'], secrets);
    await whenSaid(up, 'Data:');
    const reader = await until(() => childrenOf(up.pid).find(({ words }) => words.includes('start/worker.js')));
    up.kill('SIGKILL');
    await until(() => !existsSync(`/proc/${reader.pid}`));
  });
});

describe('a worker of its own', () => {
  it('runs in production without the key of the NIPs, whichever its queues are', async () => {
    const queues = ['collect,capture-evidence,read-link', 'digest', 'schedule'];
    const ended = queues.map(async (names) => {
      const worker = start([WORKER, '--queues', names], { NETRA_ENV: 'production', ...KEYS });
      await whenSaid(worker, 'siap');
      return stop(worker);
    });
    expect(await Promise.all(ended)).toEqual([0, 0, 0]);
  });
});

describe('what works with NIPs', () => {
  it('says in production which key it misses', async () => {
    const registry = start([PROGRAM, 'registry', 'import', 'akun.csv'], {
      NETRA_ENV: 'production',
      ...KEYS,
    });
    registry.stdout?.resume();
    await once(registry, 'exit');
    expect(registry.exitCode).toBe(1);
  });
});
