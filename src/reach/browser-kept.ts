import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserArgs, ENVIRONMENT, OF_PLAYWRIGHT } from './browser-args.js';
import type { Sandbox } from './browser-launch.js';
import { withinMs } from './step-limits.js';

export interface KeptBrowser {
  /** Where it speaks its protocol, on this machine alone. */
  readonly listening: Promise<{ readonly port: number; readonly path: string }>;
  /** Resolves when nothing of it is left. */
  readonly ended: Promise<void>;
  /** Safe to repeat. */
  end(): Promise<void>;
}

const START_MS = 20_000;

/** One browser with a profile of its own, in a process group of its own. */
export function startKeptBrowser(options: {
  readonly executablePath: string;
  readonly sandbox: Sandbox;
  readonly gateAddress: string;
}): KeptBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'netra-peramban-'));
  const args = [
    ...OF_PLAYWRIGHT,
    ...browserArgs(options.gateAddress),
    ...(options.sandbox === 'on' ? [] : ['--no-sandbox']),
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
  ];
  const child = spawn(options.executablePath, args, {
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const ended = (async () => {
    // One that cannot be started at all is told by `listening`.
    await new Promise<void>((resolve) => child.once('error', () => resolve()).once('exit', () => resolve()));
    killGroup(child);
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  })();
  const listening = withinMs(readAddress(child), START_MS, () => new Error('late'));
  listening.catch(() => killGroup(child));
  return {
    listening,
    ended,
    async end() {
      killGroup(child);
      await ended;
    },
  };
}

function readAddress(child: ChildProcess): Promise<{ port: number; path: string }> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject).once('exit', () => reject(new Error('ended')));
    // Read to its end: one that nobody reads stops in the middle of a page.
    child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      if (said.length > MOST_SAID) return;
      said += chunk;
      const [, port, path] = LISTENS.exec(said) ?? [];
      if (port && path) resolve({ port: Number(port), path });
    });
  });
}

const LISTENS = /^DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)(\/\S+)\s*$/m;
/** By then it has said where it listens; what it says later is of pages. */
const MOST_SAID = 20_000;

/** All that it has started: a browser that is killed leaves its helpers. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
