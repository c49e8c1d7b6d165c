import { setTimeout as pause } from 'node:timers/promises';

/** One limit for every wait of every test: only what never comes reaches it, however loaded the machine is. */
export const WAIT_LIMIT_MS = 120_000;

// Without a pause the poll would take the processor from the very thing it waits for.
const PAUSE_MS = 10;

/** Polls until `look` gives something true. What it throws is no answer yet: a server may be away just now. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  what = look.toString().slice(0, 200),
): Promise<T> {
  const end = Date.now() + WAIT_LIMIT_MS;
  let last: unknown = 'nothing';
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${WAIT_LIMIT_MS} ms; last answer: ${last}`);
    await pause(PAUSE_MS);
  }
}
