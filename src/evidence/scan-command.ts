import { spawn } from 'node:child_process';
import { RetryableError } from '../domain/errors.js';
import { SCANNER_AWAY } from '../words/reports/uploads.js';
import { sayError } from '../words/say.js';

/** ClamAV's, and what most others keep to: 0 nothing found, 1 found; anything else is a fault of its own. */
const CLEAN = 0;
const INFECTED = 1;
const LIMIT_MS = 60_000;

/**
 * Asks a program of the house about a file, which it reads from standard input: nothing unsealed is laid on a disk, and no
 * shell ever sees a word. Throws `RetryableError` where it cannot say.
 */
export function createScanCommand(
  [program = '', ...args]: readonly string[],
  { limitMs = LIMIT_MS }: { readonly limitMs?: number } = {},
): (bytes: Uint8Array) => Promise<'clean' | 'infected'> {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const fail = (cause?: unknown) => reject(new RetryableError(...sayError(SCANNER_AWAY, 'id'), { cause }));
      // It is told no secret of ours.
      const env = { PATH: process.env.PATH, LANG: 'C' };
      const child = spawn(program, args, {
        env,
        stdio: ['pipe', 'ignore', 'ignore'],
        timeout: limitMs,
        killSignal: 'SIGKILL',
      });
      child.once('error', fail);
      child.once('close', (code) => {
        if (code === CLEAN) resolve('clean');
        else if (code === INFECTED) resolve('infected');
        else fail();
      });
      // One that has read enough closes its end early: its exit code says what came of it.
      child.stdin.on('error', (error: NodeJS.ErrnoException) => error.code === 'EPIPE' || fail(error));
      child.stdin.end(bytes);
    });
}
