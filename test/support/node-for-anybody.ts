import { copyFileSync, linkSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The program of this Node where anybody may start it: one out of npm's package lies in a folder of root's own. `folder`
 * may be entered by all.
 */
export function nodeForAnybody(folder: string): string {
  const isOpen = (path: string): boolean =>
    (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || isOpen(dirname(path)));
  if (isOpen(process.execPath)) return process.execPath;
  const program = join(folder, 'node');
  try {
    linkSync(process.execPath, program);
  } catch {
    copyFileSync(process.execPath, program); // On another disk.
  }
  return program;
}
