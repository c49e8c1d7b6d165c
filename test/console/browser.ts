import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright';

/** Builds the browser app as it is shipped, into a folder of its own. */
export async function buildWebApp(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'netra-web-'));
  // In a process of its own: under the runner's NODE_ENV the library would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  const args = [
    'node_modules/vite/bin/vite.js',
    'build',
    '-c',
    'web/vite.config.ts',
    '--outDir',
    outDir,
    '--emptyOutDir',
  ];
  await promisify(execFile)(process.execPath, args, { env });
  return outDir;
}

export async function launchBrowser(): Promise<Browser> {
  const path =
    process.env.NETRA_CHROMIUM ?? execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim();
  const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath: path, args: [...quiet, '--disable-sync', '--no-first-run'] });
}
