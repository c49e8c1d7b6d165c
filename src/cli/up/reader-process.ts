import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../../app/log.js';
import type { WorkerName } from '../../app/start-workers.js';
import { UP } from '../../words/cli/running.js';
import { sayIn } from '../../words/say.js';

const say = sayIn('id');

export interface ReaderProcessOptions {
  readonly names: readonly WorkerName[];
  /** All that the process is told. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: Logger;
}

/** A process of ours that meets strangers' pages. One that ends by itself is started again. */
export interface ReaderProcess {
  readonly pid: number | undefined;
  /** Resolves when it has ended: whether it has finished what it held, or handed it back. */
  stop(): Promise<boolean>;
}

/** The worker's own entry, beside the program that runs. */
const ENTRY = fileURLToPath(new URL('../../../start/worker.js', import.meta.url));
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export function startReaderProcess({ names, env, log }: ReaderProcessOptions): ReaderProcess {
  let isWanted = true;
  let pauseMs = FIRST_PAUSE_MS;
  let again: NodeJS.Timeout | undefined;
  let child = start();

  function start(): ChildProcess {
    // The channel ends with us, and it with the channel: killed or not, we leave no reader behind.
    const started = spawn(process.execPath, [ENTRY, '--queues', names.join(',')], {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.once('spawn', () => log.info({ pid: started.pid, queues: names }, say(UP.reader)));
    started.once('exit', (code, signal) => {
      if (!isWanted) return;
      log.error({ code, signal, pauseMs }, say(UP.readerAgain));
      again = setTimeout(() => {
        child = start();
      }, pauseMs);
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    });
    return started;
  }

  return {
    get pid() {
      return child.pid;
    },
    async stop() {
      isWanted = false;
      clearTimeout(again);
      if (child.exitCode !== null || child.signalCode !== null) return true;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      // One that was still starting ends by the signal, and held nothing.
      return child.exitCode === 0 || child.signalCode === 'SIGTERM';
    },
  };
}
