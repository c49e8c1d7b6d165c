import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cacheDir } from '../src/services/locate.mjs';
import { run } from './progress.mjs';
import { hashOf, stampAt } from './stamp.mjs';

/** @typedef {{ note: (detail: string) => void }} Stage */

const packagesStamp = stampAt('node_modules/.netra-lock');
// The sample network's server keeps its data in SQLite, the one package here that is compiled on the machine.
const ADDON_FOLDER = 'node_modules/better-sqlite3';
const BUILD = join(ADDON_FOLDER, 'build');
const PLACE = [process.platform, process.arch].join('-');
/** A folder for each version of Node's interface, where the package looks last: two Nodes may use one clone. */
const ADDON = join(ADDON_FOLDER, 'lib/binding', `node-v${process.versions.modules}-${PLACE}`, 'better_sqlite3.node');

/** Only where Node's own would end the program; the header says why. */
const OWN_WRAP = Number(process.versions.modules) >= 137 ? ['-include', resolve('scripts/object-wrap.h')] : [];

export function hasPackages() {
  // A linked folder is another clone's: `npm ci` here would empty it under whoever works there.
  if (lstatSync('node_modules', { throwIfNoEntry: false })?.isSymbolicLink()) return true;
  const hash = hashOf(['package-lock.json']);
  if (packagesStamp.is(hash)) return true;
  if (!matchesInstalled()) return false;
  packagesStamp.write(hash); // `npm install` by hand did it.
  return true;
}

export function hasAddon() {
  // What lies in the build folder would be taken first, whichever Node it was made for.
  return existsSync(ADDON) && !existsSync(BUILD);
}

/**
 * No package runs a script of its own: the one that has to is compiled by `compileAddon`.
 *
 * @param {Stage} stage
 */
export async function installPackages(stage) {
  await run({ command: 'npm', args: ['ci', '--ignore-scripts', '--no-fund', '--no-audit'] }, { stage });
  packagesStamp.write(hashOf(['package-lock.json']));
}

/**
 * Takes the kept copy of an earlier clone, or compiles and keeps it.
 *
 * @param {Stage} stage
 */
export async function compileAddon(stage) {
  const kept = keptAddon();
  if (!existsSync(kept)) await compileInto(kept, stage);
  mkdirSync(dirname(ADDON), { recursive: true });
  copyFileSync(kept, ADDON);
  rmSync(BUILD, { recursive: true, force: true });
}

/** @param {string} kept @param {Stage} stage */
async function compileInto(kept, stage) {
  const prefix = dirname(dirname(realpathSync(process.execPath)));
  const env = {
    ...process.env,
    JOBS: String(availableParallelism()),
    // Level 3 doubles the minute of computing time; the sample network holds a few hundred records.
    CFLAGS: '-O1',
    CXXFLAGS: ['-O1', ...OWN_WRAP].join(' '),
    // Node's headers often lie beside it: then none have to be fetched.
    ...(existsSync(join(prefix, 'include/node/node.h')) && { npm_config_nodedir: prefix }),
  };
  await run({ command: 'npm', args: ['rebuild', 'better-sqlite3'] }, { stage, env });
  mkdirSync(dirname(kept), { recursive: true });
  copyFileSync(join(BUILD, 'Release/better_sqlite3.node'), kept);
}

function keptAddon() {
  const { version } = JSON.parse(readFileSync(join(ADDON_FOLDER, 'package.json'), 'utf8'));
  const wrap = OWN_WRAP.length > 0 ? '-own-wrap' : '';
  const name = `better-sqlite3-${version}-${PLACE}-node${process.versions.modules}${wrap}`;
  return join(cacheDir(process.env), name, 'better_sqlite3.node');
}

/** npm keeps its own list of what it installed; a package for another system is rightly absent from it. */
function matchesInstalled() {
  /** @param {string} path @returns {Record<string, { version?: string, optional?: boolean }>} */
  const packagesOf = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {});
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}
