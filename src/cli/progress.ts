import { Presets, SingleBar } from 'cli-progress';

/** A bar on a terminal, silence elsewhere. */
export interface Progress {
  set(done: number): void;
  stop(): void;
}

export function createProgress(unit: string, total?: number): Progress {
  if (!process.stderr.isTTY) return { set: () => {}, stop: () => {} };
  const format = total === undefined ? `{value} ${unit} · {duration_formatted}` : `{bar} {value}/{total} ${unit}`;
  const bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true, stream: process.stderr }, Presets.rect);
  bar.start(total ?? Number.MAX_SAFE_INTEGER, 0);
  return { set: (done) => bar.update(done), stop: () => bar.stop() };
}
