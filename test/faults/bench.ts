import { setTimeout as pause } from 'node:timers/promises';

/** By `npx vitest run --root test/faults`; `npm test` runs the same faults in a shorter form. */
export const IS_WHOLE = process.env.NETRA_FAULTS === 'whole';

/** How long a fault lasts: here the passing of time is the fault itself, and nothing to poll for. */
export async function lasting(times: { shortMs: number; wholeMs: number }): Promise<number> {
  const ms = IS_WHOLE ? times.wholeMs : times.shortMs;
  await pause(ms);
  return ms;
}

/** What a fault came to, one JSON line a fault. */
export function printCounts(fault: string, counts: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ fault, ...counts })}\n`);
}
