import type { PackVerification } from './verify-pack.js';

/** Enough to keep both the disk and the hashing busy. */
const PACKS_AT_ONCE = 8;

/** Verifies flag after flag, some at once, in order and with bounded memory. */
export async function* verifyAll<T>(
  flags: AsyncIterable<T>,
  verify: (flag: T) => Promise<PackVerification>,
): AsyncGenerator<PackVerification> {
  const running: Promise<PackVerification>[] = [];
  for await (const flag of flags) {
    const verification = verify(flag);
    // Awaited in its turn; until then a failure must not count as unhandled.
    verification.catch(() => {});
    running.push(verification);
    if (running.length >= PACKS_AT_ONCE) yield await running.shift()!;
  }
  for (const verification of running) yield await verification;
}
