/** Processor time of this process while `work` ran. Unlike the clock on the wall it is the same on a loaded machine. */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * To be taken apart as JSON: some 25 ms on a quiet core of a small server, and as much more wherever and whenever all is
 * slower. Twice that, and noise, is what may hold a process.
 */
export const MOMENT = `[${'{"a":1},'.repeat(300_000)}{}]`;
