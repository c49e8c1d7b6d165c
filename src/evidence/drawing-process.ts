import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import type { DrawFault, DrawLimits, DrawnPicture } from './draw-anew.mjs';

export type { DrawFault, DrawLimits, DrawnPicture };

/** Draws a picture anew in a process apart; one that costs that process its life, or too much of anything, is broken. */
export interface PictureDrawer {
  drawPicture(bytes: Uint8Array, limits: DrawLimits): Promise<DrawnPicture | DrawFault>;
  close(): void;
}

export interface DrawerOptions {
  readonly processes?: number;
  /** Of one process, everything counted: a picture of 50 megapixels takes half of it. */
  readonly memoryBytes?: number;
  /** A process with nothing to do is ended. */
  readonly idleMs?: number;
  /** To start, and to answer after its own limit. */
  readonly graceMs?: number;
  /** For tests: another program in its place. */
  readonly entry?: string;
}

const ENTRY = fileURLToPath(new URL('draw-anew.mjs', import.meta.url));
const LOOK_EVERY_MS = 100;

export function createPictureDrawer(options: DrawerOptions = {}): PictureDrawer {
  const { processes = 2, memoryBytes = 768 * 1024 ** 2, idleMs = 60_000, graceMs = 10_000, entry = ENTRY } = options;
  const idle: { child: ChildProcess; timer: NodeJS.Timeout }[] = [];
  const running = new Set<ChildProcess>();
  const atOnce = pLimit(processes);

  function takeChild(): ChildProcess {
    const known = idle.pop();
    clearTimeout(known?.timer);
    if (known?.child.connected) return known.child;
    const child = startChild(entry);
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  }

  function putBack(child: ChildProcess): void {
    if (!child.connected) return;
    // It may have died in the meantime, of something else.
    const end = () => child.connected && child.disconnect();
    idle.push({ child, timer: setTimeout(end, idleMs).unref() });
  }

  return {
    drawPicture: (bytes, limits) =>
      atOnce(async () => {
        const child = takeChild();
        const drawn = await ask(child, { bytes, limits, memoryBytes, lateMs: limits.seconds * 1_000 + graceMs });
        putBack(child);
        return drawn;
      }),
    close() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}

/** It is given nothing: no variable, no socket, no folder of ours, and no more of Node's memory than its own code needs. */
function startChild(entry: string): ChildProcess {
  const child = fork(entry, [], {
    env: {},
    cwd: '/',
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=256'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.unref();
  child.channel?.unref();
  return child;
}

interface Asked {
  readonly bytes: Uint8Array;
  readonly limits: DrawLimits;
  readonly memoryBytes: number;
  readonly lateMs: number;
}

function ask(child: ChildProcess, { bytes, limits, memoryBytes, lateMs }: Asked): Promise<DrawnPicture | DrawFault> {
  return new Promise((resolve) => {
    const kill = () => child.kill('SIGKILL');
    const late = setTimeout(kill, lateMs);
    const look = setInterval(
      () => void residentBytes(child).then((used) => used > memoryBytes && kill()),
      LOOK_EVERY_MS,
    );
    const answer = (drawn: DrawnPicture | DrawFault) => {
      clearTimeout(late);
      clearInterval(look);
      child.removeAllListeners('message').removeListener('exit', die).removeListener('error', die);
      resolve(drawn);
    };
    const die = () => {
      kill();
      answer('broken');
    };
    child.once('message', (drawn) => answer(drawn as DrawnPicture | DrawFault));
    child.once('exit', die);
    child.once('error', die);
    child.send({ bytes, limits }, (error) => error && die());
  });
}

const PAGE_BYTES = 4_096;

/** 0 where the system does not say: its own limits hold there. */
async function residentBytes({ pid }: ChildProcess): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(text.split(' ')[1] ?? 0) * PAGE_BYTES;
}
