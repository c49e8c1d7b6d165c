import { join } from 'node:path';
import type { Clock } from '../domain/clock.js';
import { openState } from './kept-state.js';
import { startSampleNetwork } from './sample-network.js';

/** Where the sample network keeps its accounts; `dataDir` is the demo's own. */
export function networkDir({ dataDir }: { readonly dataDir: string }): string {
  return join(dataDir, 'network');
}

/**
 * Fills the sample network while the set-up still builds something else, and stops it again. Nothing where it is filled
 * already; the start after it counts as the first.
 */
export async function prepareNetwork(dataDir: string, clock: Clock, log: (line: string) => void): Promise<void> {
  const folder = networkDir({ dataDir });
  if (openState(folder, clock()).read().isSeeded) return;
  const network = await startSampleNetwork({ dataDir: folder, clock, log });
  await network.stop();
  openState(folder, clock()).change({ isPrepared: true });
}
