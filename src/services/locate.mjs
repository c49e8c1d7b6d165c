// Plain JavaScript without packages: the set-up script imports it before `npm ci` has run.
import { lookup } from 'node:dns/promises';
import { accessSync, constants, statSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';

/** The wire-compatible server that is built where no MongoDB can be had; see docs/mongodb.md. */
export const SECANTUS_VERSION = '0.5.3-beta.196';
/** The MongoDB that is downloaded where the network is open. */
export const MONGODB_VERSION = '8.2.6';
const MONGODB_DOWNLOAD_HOST = 'fastdl.mongodb.org';
const LOOKUP_LIMIT_MS = 1_500;

/**
 * What the search sees of the machine. Tests give an invented one.
 *
 * @typedef {object} MachineView
 * @property {NodeJS.ProcessEnv} env
 * @property {(path: string) => boolean} isExecutable
 * @property {(host: string) => Promise<boolean>} canResolve
 *
 * @typedef {'mongod' | 'secantus'} MongodbProduct
 *
 * @typedef {{ from: 'environment', uri: string }
 *   | { from: 'system' | 'kept', command: string, product: MongodbProduct }} FoundMongodb
 *
 * @typedef {{ step: 'use', found: FoundMongodb } | { step: 'download' }
 *   | { step: 'build', cargo: string } | { step: 'none' }} MongodbPlan
 *
 * @typedef {{ from: 'environment', uri: string } | { from: 'system', command: string }} FoundRedis
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {MachineView}
 */
export function viewMachine(env) {
  return { env, isExecutable, canResolve };
}

/**
 * Where MongoDB comes from without installing anything: address, machine, kept copy.
 *
 * @param {MachineView} view
 * @returns {FoundMongodb | undefined}
 */
export function locateMongodb(view) {
  const { MONGODB_URI: uri, MONGOMS_SYSTEM_BINARY: named } = view.env;
  if (uri) return { from: 'environment', uri };

  const onPath = findOnPath(view, 'mongod');
  if (onPath) return { from: 'system', command: onPath, product: 'mongod' };
  if (named && view.isExecutable(named)) {
    return { from: 'system', command: named, product: basename(named).startsWith('secantusd') ? 'secantus' : 'mongod' };
  }

  const mongod = keptMongod(view.env);
  if (view.isExecutable(mongod)) return { from: 'kept', command: mongod, product: 'mongod' };
  const secantus = keptSecantus(view.env);
  if (view.isExecutable(secantus)) return { from: 'kept', command: secantus, product: 'secantus' };
  return undefined;
}

/**
 * What the set-up step has to do so that `locateMongodb` finds something afterwards.
 *
 * @param {MachineView} view
 * @returns {Promise<MongodbPlan>}
 */
export async function planMongodb(view) {
  const found = locateMongodb(view);
  if (found) return { step: 'use', found };
  // Its own tries in a closed network take 8 s and print loudly: ask for the host first.
  if (await view.canResolve(MONGODB_DOWNLOAD_HOST)) return { step: 'download' };
  const cargo = locateCargo(view);
  return cargo ? { step: 'build', cargo } : { step: 'none' };
}

/** @param {MachineView} view */
export function locateCargo(view) {
  const own = join(view.env.CARGO_HOME ?? join(view.env.HOME ?? '', '.cargo'), 'bin', 'cargo');
  return findOnPath(view, 'cargo') ?? (view.isExecutable(own) ? own : undefined);
}

/**
 * @param {MachineView} view
 * @returns {FoundRedis | undefined}
 */
export function locateRedis(view) {
  if (view.env.REDIS_URL) return { from: 'environment', uri: view.env.REDIS_URL };
  const command = findOnPath(view, 'redis-server');
  return command ? { from: 'system', command } : undefined;
}

/**
 * The browser for evidence and public pages; the headless shell first, it is the quickest.
 *
 * @param {MachineView} view
 * @returns {string | undefined}
 */
export function locateChromium(view) {
  const named = view.env.NETRA_CHROMIUM;
  if (named) return view.isExecutable(named) ? named : undefined;
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return names.map((name) => findOnPath(view, name)).find((path) => path !== undefined);
}

/**
 * @param {MachineView} view
 * @param {string} name
 */
export function findOnPath(view, name) {
  const folders = (view.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(view.isExecutable);
}

/**
 * The user's folder for what is built or fetched once and kept between clones.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheDir(env) {
  return join(env.XDG_CACHE_HOME || join(env.HOME ?? '', '.cache'), 'netra');
}

/** @param {NodeJS.ProcessEnv} env */
export function keptSecantus(env) {
  return join(cacheDir(env), `secantus-${SECANTUS_VERSION}`, 'bin', 'secantusd-rs');
}

/** @param {NodeJS.ProcessEnv} env */
export function keptMongod(env) {
  return join(cacheDir(env), `mongodb-${MONGODB_VERSION}`, 'bin', 'mongod');
}

/** One message for a machine on which no MongoDB can be had: the three ways to mend it. */
export const MONGODB_MISSING = [
  'MongoDB tidak ditemukan. Pilih satu dari tiga jalan:',
  '  1. MONGODB_URI=mongodb://host:27017/netra        server yang sudah ada (replica set)',
  '  2. pasang `mongod` di PATH, atau MONGOMS_SYSTEM_BINARY=/jalur/ke/mongod',
  '  3. pasang Rust (https://rustup.rs), lalu ulangi: SecantusDB dibangun sekali, beberapa menit',
].join('\n');

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @param {string} host */
async function canResolve(host) {
  const limit = new Promise((resolve) => setTimeout(resolve, LOOKUP_LIMIT_MS, false).unref());
  const answer = lookup(host).then(
    () => true,
    () => false,
  );
  return /** @type {Promise<boolean>} */ (Promise.race([answer, limit]));
}
