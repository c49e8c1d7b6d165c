import { setTimeout as pause } from 'node:timers/promises';

// Without a pause the poll would take the processor from the very thing it waits for.
const PAUSE_MS = 10;

/** Polls until `look` gives something true, and throws after `limitMs`. */
export async function until<T>(look: () => Promise<T | undefined | false>, limitMs = 20_000): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`nothing after ${limitMs} ms: ${look.toString().slice(0, 200)}`);
    await pause(PAUSE_MS);
  }
}
