import { setTimeout as wait } from 'node:timers/promises';
import { type EvidenceStore, type SealedPack, StoreFailedError } from './evidence-store.js';

export interface Writing {
  readonly store: Pick<EvidenceStore, 'saveOnce'>;
  /** Each time the folder refuses. */
  readonly onRefused?: ((error: StoreFailedError) => void) | undefined;
  readonly betweenMs?: number;
}

const BETWEEN_MS = 5_000;

/**
 * Waits for a folder that is full, read-only or away, with the pack in hand: the page may be gone by then, and asking
 * for it again all night would be rude. Who waits here holds its place, so that no further page is read meanwhile.
 */
export async function saveWhenWritable(
  pack: SealedPack,
  { store, onRefused, betweenMs = BETWEEN_MS }: Writing,
  signal: AbortSignal,
): Promise<Uint8Array> {
  for (;;) {
    try {
      return await store.saveOnce(pack);
    } catch (error) {
      if (!(error instanceof StoreFailedError) || signal.aborted) throw error;
      onRefused?.(error);
    }
    // What ends the wait early also ends the next try: its own error says more than that we stopped.
    await wait(betweenMs, undefined, { signal }).catch(() => {});
  }
}
