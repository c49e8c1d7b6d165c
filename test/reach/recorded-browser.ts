import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RecordedBrowser {
  readonly executablePath: string;
  /** Process group of each browser that was started to be used, in order. */
  starts(): number[];
}

/** A browser that writes down each start in `folder`: process ids alone cannot be counted, they come round again. */
export function recordBrowser(folder: string): RecordedBrowser {
  const chromium = execFileSync('which', ['chromium-headless-shell'], { encoding: 'utf8' }).trim();
  const executablePath = join(folder, 'peramban');
  const list = join(folder, 'starts');
  // What it becomes keeps its process group.
  writeFileSync(executablePath, `#!/bin/sh\necho $$ >> ${list}\nexec ${chromium} "$@"\n`);
  chmodSync(executablePath, 0o755);
  // Whoever is not root tries the sandbox first, with a start of its own.
  const trials = process.getuid?.() === 0 ? 0 : 1;
  return {
    executablePath,
    starts: () => (existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n').map(Number).slice(trials) : []),
  };
}
