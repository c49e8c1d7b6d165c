import { execFileSync } from 'node:child_process';
import { isStillRunning, markProcess, type ProcessMark } from '../../src/services/process-mark.mjs';

export interface TreeProcess {
  readonly mark: ProcessMark;
  readonly command: string;
  readonly rssMb: number;
}

/** A process and all under it. A browser is told nothing of ours: only its parent says whose it is. */
export function treeOf(pid: number): TreeProcess[] {
  const rows = listProcesses();
  const tree = new Set([pid]);
  for (let before = 0; before !== tree.size; ) {
    before = tree.size;
    for (const row of rows) if (tree.has(row.parent)) tree.add(row.pid);
  }
  return rows.flatMap(({ pid, command, rssMb }) => {
    const mark = tree.has(pid) ? markProcess(pid) : undefined;
    return mark ? [{ mark, command, rssMb }] : [];
  });
}

/** Of those that were there, what has not ended. */
export function stillRunning(tree: readonly TreeProcess[]): string[] {
  return tree.filter(({ mark }) => isStillRunning(mark)).map(({ mark, command }) => `${mark.pid} ${command}`);
}

export function sumMb(tree: readonly TreeProcess[]): number {
  return Math.round(tree.reduce((sum, { rssMb }) => sum + rssMb, 0));
}

function listProcesses() {
  const table = execFileSync('ps', ['axww', '-o', 'pid=,ppid=,rss=,command='], { encoding: 'utf8', maxBuffer: 1e8 });
  return table.split('\n').flatMap((line) => {
    const found = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    if (!found) return [];
    const [, pid, parent, rssKb, command] = found;
    return [{ pid: Number(pid), parent: Number(parent), rssMb: Number(rssKb) / 1024, command: command!.slice(0, 200) }];
  });
}
