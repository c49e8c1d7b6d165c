import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Sandbox } from '../../reach/browser-launch.js';
import { describeMongodb, describeRedis, type ServerDescription } from '../../services/describe-server.js';
import { locateChromium, locateMongodb, locateRedis, viewMachine } from '../../services/locate.mjs';
import { mongodbUriOf } from '../../services/mongodb-owner.js';
import { redisUrlOf } from '../../services/redis-server.js';
import { isJoinable, readRecord } from '../../services/server-record.js';
import type { DoctorContext, DoctorRow } from './doctor-row.js';

const SETUP = 'node scripts/setup.mjs';
const VERSION_LIMIT_MS = 5_000;

export async function checkMongodb({ config, env }: DoctorContext): Promise<DoctorRow> {
  const name = 'MongoDB';
  const found = locateMongodb(viewMachine(env));
  if (!found) return { name, state: 'missing', detail: 'tidak ditemukan', mend: SETUP };

  const running = findRunningMongodb({ config, env });
  if (running) return toMongodbRow(await describeMongodb(running));

  const { command, product } = found as Exclude<typeof found, { from: 'environment' }>;
  const version = await readVersion(command);
  if (!version) return { name, state: 'missing', from: command, detail: 'tidak dapat dijalankan', mend: SETUP };
  return warnOfSecantus(
    { name, state: 'ok', version, from: command, detail: 'dinyalakan bila perlu' },
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
    return { ...base, state: 'missing', detail: `tidak terjangkau: ${server.problem}`, mend: 'periksa MONGODB_URI' };
  }
  return warnOfSecantus({ ...base, state: 'ok', detail: 'terjangkau' }, server.product === 'SecantusDB');
}

function warnOfSecantus(row: DoctorRow, isSecantus: boolean): DoctorRow {
  if (!isSecantus) return row;
  const detail = `SecantusDB, bukan MongoDB: untuk demo, uji dan pengembangan saja (${row.detail})`;
  return { ...row, state: 'warn', detail, mend: 'MONGODB_URI=mongodb://… ke replica set MongoDB untuk data sungguhan' };
}

export async function checkRedis({ config, env }: DoctorContext): Promise<DoctorRow> {
  const name = 'Redis';
  const found = locateRedis(viewMachine(env));
  if (!found)
    return { name, state: 'missing', detail: 'tidak ditemukan', mend: 'sudo apt-get install -y redis-server' };

  const record = readRecord(join(config.dataDir, 'redis.json'));
  const running =
    found.from === 'environment' ? found.uri : isJoinable(record) && redisUrlOf(record.port, record.password);
  if (running) return toRedisRow(await describeRedis(running));

  const { command } = found as Exclude<typeof found, { from: 'environment' }>;
  const version = await readVersion(command);
  if (!version) return { name, state: 'missing', from: command, detail: 'tidak dapat dijalankan', mend: SETUP };
  return { name, state: 'ok', version, from: command, detail: 'dinyalakan bila perlu' };
}

function toRedisRow(server: ServerDescription): DoctorRow {
  const base = { name: 'Redis', from: server.address, version: server.version } as const;
  if (!server.isReachable) {
    return { ...base, state: 'missing', detail: `tidak terjangkau: ${server.problem}`, mend: 'periksa REDIS_URL' };
  }
  if (server.evictionPolicy === 'noeviction') return { ...base, state: 'ok', detail: 'terjangkau' };
  const detail = `maxmemory-policy ${server.evictionPolicy}: antrean dapat hilang`;
  return { ...base, state: 'warn', detail, mend: 'redis-cli config set maxmemory-policy noeviction' };
}

export async function checkChromium({ env }: DoctorContext): Promise<DoctorRow> {
  const name = 'Chromium';
  const command = locateChromium(viewMachine(env));
  const mend = 'sudo apt-get install -y chromium-headless-shell, atau NETRA_CHROMIUM=/jalur/ke/chromium';
  if (!command) return { name, state: 'missing', from: env.NETRA_CHROMIUM, detail: 'tidak ditemukan', mend };
  const version = await readVersion(command, ['--no-sandbox']);
  if (!version) return { name, state: 'missing', from: command, mend };
  return { name, version, from: command, ...(await describeSandbox(command)) };
}

const SANDBOXES: Readonly<Record<Sandbox, Pick<DoctorRow, 'state' | 'detail' | 'mend'>>> = {
  on: { state: 'ok', detail: 'dengan sandbox: halaman orang terpisah dari mesin ini' },
  off_as_root: {
    state: 'warn',
    detail: 'tanpa sandbox: Chromium tidak dapat memakainya sebagai root',
    mend: 'jalankan Netra sebagai pengguna biasa, atau peramban di wadahnya sendiri (docs/install.md, "Peramban")',
  },
  off_by_kernel: {
    state: 'warn',
    detail: 'tanpa sandbox: kernel tidak mengizinkan user namespace',
    mend: 'izinkan user namespace bagi pengguna ini (docs/install.md, "Peramban")',
  },
};

/** A real try: the browser is started and ended at once. */
async function describeSandbox(executablePath: string): Promise<Pick<DoctorRow, 'state' | 'detail' | 'mend'>> {
  // Loading Playwright takes as long as the rest of the doctor.
  const { trySandbox } = await import('../../reach/browser-launch.js');
  try {
    return SANDBOXES[await trySandbox({ executablePath })];
  } catch (error) {
    const detail = `tidak dapat dijalankan: ${(error as Error).message.split('\n')[0]}`;
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
