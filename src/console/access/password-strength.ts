import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { PermanentError } from '../../domain/errors.js';
import { USER_FAULTS } from '../../words/console/users.js';
import { sayAdvice } from '../../words/say.js';

/** Ten thousand million guesses by somebody who knows every list: what back-off at log-in is reckoned against (decision 0029). */
const MIN_GUESSES_LOG10 = 10;

let checker: Promise<ZxcvbnFactory> | undefined;

/** The lists take as long to load as the rest of the program, and few commands need them. */
async function loadChecker(): Promise<ZxcvbnFactory> {
  const [core, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new core.ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}

/**
 * Throws `PermanentError` for what guessers try first: lists of common passwords, rows of keys, dates, repetitions, and
 * the person's own words.
 */
export async function assertGoodPassword(password: string, ownWords: readonly string[]): Promise<void> {
  checker ??= loadChecker();
  const words = ['netra', ...ownWords.flatMap(formsOf)];
  if ((await checker).check(password, words).guessesLog10 >= MIN_GUESSES_LOG10) return;
  const { message, hint } = sayAdvice(USER_FAULTS.passwordCommon, 'id');
  throw new PermanentError(message, hint);
}

/** A name whole, in parts, and with its parts put together as people do. */
function formsOf(text: string): string[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [...parts, ...['', ' ', '.', '-', '_'].map((between) => parts.join(between))];
}
