import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { PermanentError, RetryableError } from '../domain/errors.js';
import { SERVER_FAULTS, SERVER_LINES } from '../words/adapters/services.js';
import { say, sayError } from '../words/say.js';
import { findOnPath, viewMachine } from './locate.mjs';

const START_LIMIT_MS = 60_000; // A long append-only file is read before Redis says that it is ready.
const KEPT_LINES = 12;
const PORT_TAKEN = /address already in use|errno: 98|EADDRINUSE|os error 98|Failed listening on port|bind failed/i;

interface CommandLine {
  readonly command: string;
  readonly args: string[];
}

/**
 * On Linux the kernel ends the server when our process dies, even by `kill -9`. Elsewhere the next start finds
 * what was left behind by its record.
 */
export function endWithParent({ command, args }: CommandLine, env: NodeJS.ProcessEnv): CommandLine {
  const setpriv = process.platform === 'linux' ? findOnPath(viewMachine(env), 'setpriv') : undefined;
  if (!setpriv) return { command, args };
  return { command: setpriv, args: ['--pdeathsig', 'TERM', '--', command, ...args] };
}

/** Resolves at the server's own ready line. RetryableError: the port is taken. PermanentError: it does not start. */
export async function whenReady(child: ChildProcess, spec: { name: string; readyLine: RegExp }): Promise<void> {
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const limit = setTimeout(() => reject(cannotStart(spec.name, lines)), START_LIMIT_MS);
    const finish = (settle: () => void) => {
      clearTimeout(limit);
      settle();
    };
    for (const stream of [child.stdout, child.stderr]) {
      readLines(stream, (line) => {
        lines.push(line);
        if (lines.length > KEPT_LINES) lines.shift();
        if (spec.readyLine.test(line)) finish(resolve);
      });
    }
    child.once('error', (error) => finish(() => reject(cannotStart(spec.name, [error.message]))));
    child.once('close', () => finish(() => reject(cannotStart(spec.name, lines))));
  });
}

function readLines(stream: Readable | null, onLine: (line: string) => void): void {
  if (!stream) return;
  createInterface({ input: stream }).on('line', onLine);
  // Reading on keeps the pipe from filling; it must not keep our program alive.
  (stream as Socket).unref?.();
}

function cannotStart(name: string, lines: readonly string[]): Error {
  const output = lines.join(' | ').slice(-600);
  const values = { name, output: output || say(SERVER_LINES.saysNothing, 'id') };
  if (PORT_TAKEN.test(output)) return new RetryableError(...sayError(SERVER_FAULTS.portTaken, 'id', values));
  return new PermanentError(...sayError(SERVER_FAULTS.cannotStart, 'id', values));
}
