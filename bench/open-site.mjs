// What the benchmarks with services share: an installation in a folder of its own, on private servers that keep the
// promises of production (MongoDB synchronises every write to disk, Redis its log once a second).
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventedHandle } from '../test/support/invented-acts.mjs';

/** @param {string} file */
export const ours = (file) => import(new URL(`../dist/${file}`, import.meta.url).href);
const { openJudging } = await ours('src/app/judging.js');
const { readConfig } = await ours('src/config/read-config.js');
const { createLogger } = await ours('src/app/log.js');
const { startServices } = await ours('src/services/start-services.js');

export async function openSite() {
  const folder = await mkdtemp(join(tmpdir(), 'netra-bench-'));
  // The real elections, and the invented one that the acts speak of.
  const elections = join(folder, 'elections');
  for (const from of ['rules/elections', 'rules/example']) await cp(from, elections, { recursive: true });
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, SMTP_URL: _smtp, ...surroundings } = process.env;
  const services = await startServices({ dataDir: join(folder, 'servers'), env: surroundings });
  const own = {
    MONGODB_URI: services.mongodbUri,
    REDIS_URL: services.redisUrl,
    NETRA_DATA_DIR: join(folder, 'data'),
    NETRA_ELECTIONS_DIR: elections,
    NETRA_HASH_KEY: randomBytes(32).toString('base64'),
    NETRA_FIELD_KEY: randomBytes(32).toString('base64'),
    NETRA_AUDIT_KEY: randomBytes(32).toString('base64'),
    NETRA_LOG_LEVEL: 'warn',
  };
  const { config, secrets } = readConfig(own);
  const log = createLogger('silent');
  const options = { config, secrets, ...services, clock: () => new Date(), log };
  const judging = await openJudging({ ...options, holdsNipKey: true });
  const { core, importDeps } = judging;
  return {
    ...{ folder, core, importDeps, services },
    env: { ...surroundings, ...own },
    /** Registers `count` invented people, proven and in mandate. @param {number} count */
    async register(count) {
      await core.storage.offices.saveOffices([
        { code: 'OPD-1', name: 'Dinas Contoh', region: '35.78', timeZone: 'Asia/Jakarta' },
      ]);
      await core.storage.accounts.saveAccounts(Array.from({ length: count }, (_, n) => anAccount(n)));
    },
    async close() {
      await judging.close();
      await services.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @param {number} n */
function anAccount(n) {
  return {
    nip: `1990010120${String(n).padStart(8, '0')}`,
    name: `Contoh Pegawai ${n}`,
    position: 'Pelaksana',
    officeCode: 'OPD-1',
    region: '35.78',
    platform: 'bluesky',
    handle: inventedHandle(n),
    mandate: { decree: 'SK-1/CONTOH', office: 'OPD-1', from: '2026-01-01', to: '2035-12-31' },
    proof: 'proven',
  };
}

/** How many a second, whole numbers. @param {number} count @param {number} ms */
export const rate = (count, ms) => Math.round((count * 1000) / ms);

/** @param {() => Promise<unknown>} work */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Looks every few milliseconds. @param {() => Promise<boolean>} look */
export async function until(look) {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** How busy the machine is; above the number of cores the rates are too low, the ratios still hold. */
export const load = () => Number(loadavg()[0]?.toFixed(2));

/**
 * Processor time that a process has used, in milliseconds; 0 where the system does not tell. Unlike a rate it hardly
 * changes on a busy machine.
 *
 * @param {number | undefined} pid
 */
export function cpuMsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10; // In ticks of 10 ms on every Linux that we know.
  } catch {
    return 0;
  }
}
