import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the sample network remembers between starts, so that the second one finds the acts of the first. */
export interface KeptState {
  /** Every act lies so many hours before this instant, the network's first start. ISO 8601. */
  readonly anchor: string;
  readonly sitePort: number;
  readonly isSeeded: boolean;
  readonly isRenamed: boolean;
  /** Seeded ahead of the first start, which then renames nobody. */
  readonly isPrepared?: boolean;
  /** Key of the cast or public voice -> DID. */
  readonly dids: Readonly<Record<string, string>>;
}

export interface StateFile {
  read(): KeptState;
  change(part: Partial<KeptState>): void;
}

export function openState(dataDir: string, now: Date): StateFile {
  const file = join(dataDir, 'network.json');
  let state: KeptState = { anchor: now.toISOString(), sitePort: 0, isSeeded: false, isRenamed: false, dids: {} };
  try {
    state = JSON.parse(readFileSync(file, 'utf8')) as KeptState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return {
    read: () => state,
    change(part) {
      state = { ...state, ...part };
      writeFileSync(file, JSON.stringify(state));
    },
  };
}
