import { Refusal } from './refusal.js';
import type { LoginCounters } from './user-store.js';

const DAY = 86_400;
/**
 * Wrong codes a day after the right password, from browsers that this person never used, before such browsers are asked
 * for a code that was written down: six digits can be guessed from a thousand addresses, those cannot.
 */
const MOST = 30;

/** Bounds guesses of six digits by whoever has the password, wherever they sit. */
export interface CodeLimit {
  /** Throws a refusal where codes of an app are taken from known browsers alone. */
  hold(userId: string): Promise<void>;
  count(userId: string): Promise<void>;
}

export function createCodeLimit(counters: LoginCounters): CodeLimit {
  const keyOf = (userId: string) => `code ${userId}`;
  return {
    async hold(userId) {
      if ((await counters.count(keyOf(userId))) >= MOST) throw new Refusal('codes_held').after(DAY);
    },
    async count(userId) {
      await counters.add(keyOf(userId), DAY);
    },
  };
}
