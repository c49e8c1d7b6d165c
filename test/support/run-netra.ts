import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { resolve } from 'node:path';

export interface NetraRun {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall time of the whole process, in milliseconds. */
  readonly ms: number;
}

export interface NetraCall {
  /** Replaces every setting of the environment; PATH, HOME and the language stay. */
  readonly env: Record<string, string>;
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
}

const PROGRAM = resolve(import.meta.dirname, '../../bin/netra.js');

/** Runs the built program as a user would: a process of its own, with nothing but the settings given. */
export async function runNetra(args: readonly string[], call: NetraCall): Promise<NetraRun> {
  const { PATH = '', HOME = '', LANG = '' } = process.env;
  const startedAt = performance.now();
  const child: ChildProcess = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: call.cwd ?? resolve(import.meta.dirname, '../..'),
    env: { PATH, HOME, LANG, ...call.env },
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  // A program that refuses its input closes it before we are done writing.
  child.stdin?.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') child.emit('error', error);
  });
  child.stdin?.end(call.input ?? '');
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { ...texts, exitCode, ms: performance.now() - startedAt };
}

/** Command lines of the processes that still know `mark` (a folder's name): by argument, environment or folder. Linux. */
export function processesOf(mark: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const commandLine = readQuietly(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
      const environment = readQuietly(() => readFileSync(`/proc/${pid}/environ`, 'utf8'));
      const folder = readQuietly(() => readlinkSync(`/proc/${pid}/cwd`));
      return [commandLine, environment, folder].some((text) => text.includes(mark)) ? [`${pid} ${commandLine}`] : [];
    });
}

/** Empty for a process that ended while we looked, or that is somebody else's. */
function readQuietly(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}
