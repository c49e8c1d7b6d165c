import type { ChildProcess } from 'node:child_process';
import { onTestFinished } from 'vitest';
import type { RestartableServer } from '../../src/services/start-services.js';
import { type Ended, type Program, runOnce, Supervised } from '../integration/supervisor.js';

/** One that does not answer a request to end by then is frozen, or waits for a server that the test took away. */
const ASKED_FOR_MS = 20_000;

/** A program that is over when the test is, also where an assertion threw in the middle. */
export function runInTest(program: Program): ReturnType<typeof runOnce> {
  const running = runOnce(program);
  onTestFinished(() => endRunning(running));
  return running;
}

/** The same for one that is started again whenever it ends. */
export function superviseInTest(program: Program): Supervised {
  const supervised = new Supervised(program);
  onTestFinished(async () => void (await supervised.stop()));
  return supervised;
}

/** Asks first: a program that is killed stops none of what it has started. */
export async function endRunning({ child, ended }: { child: ChildProcess; ended: Promise<Ended> }): Promise<void> {
  // One that the test stopped hears nothing else.
  for (const signal of ['SIGTERM', 'SIGCONT'] as const) child.kill(signal);
  const limit = setTimeout(() => child.kill('SIGKILL'), ASKED_FOR_MS);
  await ended;
  clearTimeout(limit);
}

/** While `work` runs the process is stopped where it stands. */
export async function frozen<T>(pid: number, work: () => Promise<T>): Promise<T> {
  process.kill(pid, 'SIGSTOP');
  try {
    return await work();
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

/** While `work` runs the server is away, killed with -9. */
export async function gone<T>(server: RestartableServer, work: () => Promise<T>): Promise<T> {
  await server.kill9();
  try {
    return await work();
  } finally {
    await server.restart();
  }
}
