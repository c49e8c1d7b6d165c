import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { PermanentError } from '../../domain/errors.js';
import { USER_FAULTS } from '../../words/console/users.js';
import { sayAdvice } from '../../words/say.js';

/** Ten thousand million guesses by somebody who knows every list: what back-off at log-in is reckoned against (decision 0029). */
const MIN_GUESSES_LOG10 = 10;

/** Weighing takes longer than length by length; one whose first signs are easily guessed is not saved by the others. */
const MAX_WEIGHED = 64;

/** Started at the first question and kept: few commands need its lists. */
let worker: Worker | undefined;
const oneByOne = pLimit(1);

/**
 * Throws `PermanentError` for what guessers try first: lists of common passwords, rows of keys, dates, repetitions, and
 * the person's own words.
 */
export async function assertGoodPassword(password: string, ownWords: readonly string[]): Promise<void> {
  const words = ['netra', ...ownWords.flatMap(formsOf)];
  if ((await oneByOne(() => weigh(password.slice(0, MAX_WEIGHED), words))) >= MIN_GUESSES_LOG10) return;
  const { message, hint } = sayAdvice(USER_FAULTS.passwordCommon, 'id');
  throw new PermanentError(message, hint);
}

async function weigh(password: string, words: readonly string[]): Promise<number> {
  worker ??= startWorker();
  worker.ref();
  try {
    const answer = once(worker, 'message');
    worker.postMessage({ password, words });
    const [guessesLog10] = await answer;
    return guessesLog10;
  } catch (error) {
    // It ended; the next question starts another one.
    worker = undefined;
    throw error;
  } finally {
    // What waits for no answer keeps no program from ending.
    worker?.unref();
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./password-strength-worker.mjs', import.meta.url));
}

/** A name whole, in parts, and with its parts put together as people do. */
function formsOf(text: string): string[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [...parts, ...['', ' ', '.', '-', '_'].map((between) => parts.join(between))];
}
