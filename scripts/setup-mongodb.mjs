import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  cacheDir,
  keptMongod,
  keptSecantus,
  locateCargo,
  MONGODB_MISSING,
  MONGODB_VERSION,
  SECANTUS_VERSION,
} from '../src/services/locate.mjs';
import { run, StageError } from './progress.mjs';

/** @typedef {{ stage: { note: (detail: string) => void }, view: import('../src/services/locate.mjs').MachineView }} Options */

/**
 * Fetches MongoDB by the package made for it. Needs node_modules. Falls back to building.
 *
 * @param {Options} options
 */
export async function downloadMongod({ stage, view }) {
  const target = keptMongod(view.env);
  const folder = dirname(target);
  mkdirSync(folder, { recursive: true });
  const script = `
    const { MongoBinary } = await import('mongodb-memory-server-core');
    await MongoBinary.getPath({ version: '${MONGODB_VERSION}', downloadDir: process.argv[1] });
  `;
  try {
    const args = ['--input-type=module', '-e', script, folder];
    await run(
      { command: process.execPath, args },
      { stage, readDetail: (output) => /\d+(?:\.\d+)?%/.exec(output)?.[0] },
    );
    const fetched = readdirSync(folder).find((name) => name.startsWith('mongod') && !name.includes('.lock'));
    if (!fetched) throw new StageError('mongod tidak terunduh');
    renameSync(join(folder, fetched), target);
  } catch (error) {
    const cargo = locateCargo(view);
    if (!cargo) throw new StageError(`${/** @type {Error} */ (error).message}\n${MONGODB_MISSING}`, 3);
    stage.note('unduhan gagal, membangun SecantusDB');
    await buildSecantus(cargo, { stage, view });
  }
}

/**
 * Builds the wire-compatible server once and keeps the program in the user's cache folder.
 *
 * @param {string} cargo
 * @param {Options} options
 */
export async function buildSecantus(cargo, { stage, view }) {
  const root = dirname(dirname(keptSecantus(view.env)));
  const work = join(cacheDir(view.env), `build-secantus-${SECANTUS_VERSION}`); // Kept when interrupted: the next try goes on.
  const args = [
    'install',
    'secantus-mdb',
    '--version',
    SECANTUS_VERSION,
    '--locked',
    '--ignore-rust-version',
    '--root',
    root,
  ];
  const env = {
    ...view.env,
    CARGO_TARGET_DIR: work,
    // Its own settings end in one long link on one core; see docs/decisions/0023-what-the-first-start-does-meanwhile.md.
    CARGO_PROFILE_RELEASE_LTO: 'off',
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
    CARGO_TERM_PROGRESS_WHEN: 'always',
    CARGO_TERM_PROGRESS_WIDTH: '160',
  };
  try {
    await run({ command: cargo, args }, { stage, env, readDetail: readCrates });
  } catch (error) {
    throw new StageError(`${/** @type {Error} */ (error).message}\n${MONGODB_MISSING}`, 3);
  }
  rmSync(work, { recursive: true, force: true });
}

/**
 * How far cargo is and what it works on: `280/290, kini wiredtiger-sys, commands`. Its last crates take minutes each, and
 * the counter alone would seem to have stopped.
 *
 * @param {string} output
 */
export function readCrates(output) {
  const [, done, total, names = ''] = [...output.matchAll(/ (\d+)\/(\d+)(?:: ([^\r\n]*))?/g)].at(-1) ?? [];
  if (!done || !total) return undefined;
  const crates = names.split(',').map((crate) => CRATE_WORDS[crate.trim()] ?? crate.trim().replace(/\(.*\)$/, ''));
  const isLast = Number(total) - Number(done) <= 3;
  const now = [...new Set(crates)].filter(Boolean).slice(0, 3).join(', ');
  return `${done}/${total} bagian${now && `, ${isLast ? 'yang terakhir dan terlama' : 'kini'}: ${now}`}`;
}

/** @type {Record<string, string>} */
const CRATE_WORDS = {
  'secantus-wiredtiger-sys(build)': 'penyimpan WiredTiger',
  'secantus-mdb(bin)': 'menautkan program jadi',
};
