import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Sandbox } from '../../reach/browser-launch.js';
import { describeMongodb, describeRedis, type ServerDescription } from '../../services/describe-server.js';
import { locateChromium, locateMongodb, locateRedis, viewMachine } from '../../services/locate.mjs';
import { mongodbUriOf } from '../../services/mongodb-owner.js';
import { redisUrlOf } from '../../services/redis-server.js';
import { isJoinable, readRecord } from '../../services/server-record.js';
import { CHECKED, MENDS, SANDBOX } from '../../words/cli/doctor.js';
import { sayIn } from '../../words/say.js';
import type { DoctorContext, DoctorRow } from './doctor-row.js';

const say = sayIn('id');

const SETUP = 'node scripts/setup.mjs';
const VERSION_LIMIT_MS = 5_000;

export async function checkMongodb({ config, env }: DoctorContext): Promise<DoctorRow> {
  const name = 'MongoDB';
  const found = locateMongodb(viewMachine(env));
  if (!found) return { name, state: 'missing', detail: say(CHECKED.notFound), mend: SETUP };

  const running = findRunningMongodb({ config, env });
  if (running) return toMongodbRow(await describeMongodb(running));

  const { command, product } = found as Exclude<typeof found, { from: 'environment' }>;
  const version = await readVersion(command);
  if (!version) return { name, state: 'missing', from: command, detail: say(CHECKED.cannotRun), mend: SETUP };
  return warnOfSecantus(
    { name, state: 'ok', version, from: command, detail: say(CHECKED.startedIfNeeded) },
    product === 'secantus',
  );
}

/** Its address; `undefined` where none is given and no private one runs. */
export function findRunningMongodb({ config, env }: Pick<DoctorContext, 'config' | 'env'>): string | undefined {
  const found = locateMongodb(viewMachine(env));
  if (found?.from === 'environment') return found.uri;
  const record = readRecord(join(config.dataDir, 'mongo.json'));
  return isJoinable(record) ? mongodbUriOf(record.port, record.password) : undefined;
}

function toMongodbRow(server: ServerDescription): DoctorRow {
  const base = { name: 'MongoDB', from: server.address, version: server.version } as const;
  if (!server.isReachable) {
    return {
      ...base,
      state: 'missing',
      detail: say(CHECKED.unreachable, { problem: server.problem ?? '' }),
      mend: say(MENDS.mongodbUri),
    };
  }
  return warnOfSecantus({ ...base, state: 'ok', detail: say(CHECKED.reachable) }, server.product === 'SecantusDB');
}

function warnOfSecantus(row: DoctorRow, isSecantus: boolean): DoctorRow {
  if (!isSecantus) return row;
  const detail = say(CHECKED.secantus, { detail: row.detail ?? '' });
  return { ...row, state: 'warn', detail, mend: say(MENDS.secantus) };
}

export async function checkRedis({ config, env }: DoctorContext): Promise<DoctorRow> {
  const name = 'Redis';
  const found = locateRedis(viewMachine(env));
  if (!found)
    return { name, state: 'missing', detail: say(CHECKED.notFound), mend: 'sudo apt-get install -y redis-server' };

  const record = readRecord(join(config.dataDir, 'redis.json'));
  const running =
    found.from === 'environment' ? found.uri : isJoinable(record) && redisUrlOf(record.port, record.password);
  if (running) return toRedisRow(await describeRedis(running));

  const { command } = found as Exclude<typeof found, { from: 'environment' }>;
  const version = await readVersion(command);
  if (!version) return { name, state: 'missing', from: command, detail: say(CHECKED.cannotRun), mend: SETUP };
  return { name, state: 'ok', version, from: command, detail: say(CHECKED.startedIfNeeded) };
}

function toRedisRow(server: ServerDescription): DoctorRow {
  const base = { name: 'Redis', from: server.address, version: server.version } as const;
  if (!server.isReachable) {
    return {
      ...base,
      state: 'missing',
      detail: say(CHECKED.unreachable, { problem: server.problem ?? '' }),
      mend: say(MENDS.redisUrl),
    };
  }
  if (server.evictionPolicy === 'noeviction') return { ...base, state: 'ok', detail: say(CHECKED.reachable) };
  const detail = say(CHECKED.eviction, { policy: server.evictionPolicy ?? '' });
  return { ...base, state: 'warn', detail, mend: 'redis-cli config set maxmemory-policy noeviction' };
}

export async function checkChromium({ config, env }: DoctorContext): Promise<DoctorRow> {
  const name = 'Chromium';
  if (config.browserKeeper !== undefined) return checkKeeper(name, config.browserKeeper);
  const command = locateChromium(viewMachine(env));
  const mend = say(MENDS.chromium);
  if (!command) return { name, state: 'missing', from: env.NETRA_CHROMIUM, detail: say(CHECKED.notFound), mend };
  const version = await readVersion(command, ['--no-sandbox']);
  if (!version) return { name, state: 'missing', from: command, mend };
  return { name, version, from: command, ...(await describeSandbox(command)) };
}

async function checkKeeper(name: string, from: string): Promise<DoctorRow> {
  const { askKeeper } = await import('../../reach/browser-connect.js');
  try {
    return { name, from, ...HELD[await askKeeper(new URL(from))] };
  } catch (error) {
    const detail = say(CHECKED.unreachable, { problem: (error as Error).name });
    return { name, from, state: 'missing', detail, mend: say(MENDS.browserKeeper) };
  }
}

const HELD: Readonly<Record<Sandbox, Pick<DoctorRow, 'state' | 'detail' | 'mend'>>> = {
  on: { state: 'ok', detail: say(SANDBOX.on) },
  off_as_root: {
    state: 'warn',
    detail: say(SANDBOX.asRoot),
    mend: say(SANDBOX.asRootMend),
  },
  off_by_kernel: {
    state: 'warn',
    detail: say(SANDBOX.byKernel),
    mend: say(SANDBOX.byKernelMend),
  },
};

/** A real try: the browser is started and ended at once. */
async function describeSandbox(executablePath: string): Promise<Pick<DoctorRow, 'state' | 'detail' | 'mend'>> {
  // Loading Playwright takes as long as the rest of the doctor.
  const { trySandbox } = await import('../../reach/browser-launch.js');
  try {
    return HELD[await trySandbox({ executablePath })];
  } catch (error) {
    const detail = say(CHECKED.cannotRunWhy, { problem: (error as Error).message.split('\n')[0] ?? '' });
    return { state: 'missing', detail, mend: 'node scripts/setup.mjs' };
  }
}

async function readVersion(command: string, flags: readonly string[] = []): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(command, [...flags, '--version'], { timeout: VERSION_LIMIT_MS });
    return /\d+\.\d+\.\d+[\w.-]*/.exec(stdout)?.[0];
  } catch {
    return undefined;
  }
}
