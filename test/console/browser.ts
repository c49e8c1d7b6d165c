import { execFile, execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';
import { consoleStamp, hashConsole, stampAt } from '../../scripts/stamp.mjs';
import { acquireLock } from '../../src/services/file-lock.mjs';

/** Where it is built when `dist/web` is of other sources: what others serve is left alone. */
const OWN_DIR = '.netra/test-web';

/** The folder of the browser app as it is shipped: what the set-up built, else built once for all files and runs. */
export async function webApp(): Promise<string> {
  const hash = hashConsole();
  if (consoleStamp.is(hash)) return resolve('dist/web');
  const stamp = stampAt(`${OWN_DIR}.stamp`);
  const release = await acquireLock(`${OWN_DIR}.lock`);
  try {
    if (!stamp.is(hash)) await buildWebApp(OWN_DIR);
    stamp.write(hash);
  } finally {
    release();
  }
  return resolve(OWN_DIR);
}

async function buildWebApp(outDir: string): Promise<void> {
  // In a process of its own: under the runner's NODE_ENV the library would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  const vite = ['node_modules/vite/bin/vite.js', 'build', '-c', 'web/vite.config.ts'];
  await promisify(execFile)(process.execPath, [...vite, '--outDir', resolve(outDir), '--emptyOutDir'], { env });
}

export async function launchBrowser(): Promise<Browser> {
  const path =
    process.env.NETRA_CHROMIUM ?? execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim();
  const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath: path, args: [...quiet, '--disable-sync', '--no-first-run'] });
}
