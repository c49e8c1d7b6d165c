// npm run test:node24: the tests under Node 24, the version of the images, whichever Node runs this. Without arguments
// the part that CI runs; `-- test/digest` takes others, `-- --all` takes all.
// Its program comes from npm, once.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { cacheDir } from '../src/services/locate.mjs';

/** As in the Dockerfile. */
const VERSION = '24.21.0';
/**
 * What CI repeats: units, and where Node itself does the work: sockets, TLS, processes, threads, files, streams, modules that
 * are compiled. What is left out compares texts, rules and renderings.
 */
const CHOSEN = [
  ...['src', 'workers', 'web', 'test/storage', 'test/reach', 'test/fuzz', 'test/services'],
  ...['test/demo/bluesky-server', 'test/platforms/bluesky.test', 'test/digest/mailer', 'test/digest/send-digest'],
  ...['test/evidence/egress', 'test/evidence/seal', 'test/console/session', 'test/console/report-form'],
  ...['test/attacks/doors-slow', 'test/attacks/browser-held', 'test/attacks/browser-apart'],
  ...['test/attacks/reach-robots', 'test/attacks/private-servers'],
];

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const bin = findNode24();
const env = { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) };
const asked = process.argv.slice(2);
const files = asked.includes('--all') ? [] : asked.length > 0 ? asked : CHOSEN;
runNode(['scripts/setup.mjs', '--for', 'test']);
runNode(['node_modules/vitest/vitest.mjs', 'run', ...files]);

/** The folder of its program, in the cache that every clone uses. */
function findNode24() {
  if (process.versions.node === VERSION) return dirname(process.execPath);
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(cacheDir(process.env), `node-${VERSION}`);
  const found = join(folder, 'node_modules', name, 'bin');
  if (!existsSync(join(found, 'node'))) {
    mkdirSync(folder, { recursive: true });
    // The program is in the package of the platform; nothing of it has to run to be there.
    const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-fund', '--no-audit', `${name}@${VERSION}`];
    endWith(spawnSync('npm', args, { stdio: 'inherit' }));
  }
  return found;
}

/** @param {string[]} args */
function runNode(args) {
  endWith(spawnSync(join(bin, 'node'), args, { stdio: 'inherit', env }));
}

/** Ends this program where that one did not do its work. @param {import('node:child_process').SpawnSyncReturns<Buffer>} result */
function endWith({ status, error }) {
  if (error) process.stderr.write(`Node ${VERSION}: ${error.message}\n`);
  if (status !== 0) process.exit(status ?? 1);
}
