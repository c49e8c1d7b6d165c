/** Processor time of this process while `work` ran. Unlike the clock on the wall it is the same on a loaded machine. */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
