import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** The folder beside the packs in which they are written before they are moved in place. */
export const HALF_WRITTEN = '.half-written';

/** No capture takes an hour; a folder that old has no writer on any machine. */
const ABANDONED_AFTER_MS = 3_600_000;

/** Names its writer, so that a process that starts beside it leaves it alone. */
export function halfWrittenName(random: string): string {
  return `${random}.${process.pid}.${hostname()}`;
}

export async function clearHalfWritten(folder: string, now: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (hasDeadWriter(name) || (await ageOf(path, now)) > ABANDONED_AFTER_MS)
      await rm(path, { recursive: true, force: true });
  }
}

/** One that is gone by now was moved in place or cleared by its writer. */
async function ageOf(path: string, now: Date): Promise<number> {
  try {
    return now.getTime() - (await stat(path)).mtimeMs;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

function hasDeadWriter(name: string): boolean {
  const [, pid, ...host] = name.split('.');
  if (host.join('.') !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
