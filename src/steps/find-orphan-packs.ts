import type { PackPlace } from '../evidence/evidence-store.js';

const BATCH = 500;

/** What lies among the packs and belongs to no flag: a pack whose flag is gone, or something that is no pack. */
export interface OrphanPack {
  /** Inside the evidence folder. */
  readonly path: string;
  readonly why: 'no_flag' | 'no_pack';
}

/** A flag is stored before its pack is written, so a pack without one is never just early. */
export async function* findOrphanPacks(
  places: AsyncIterable<PackPlace>,
  findKnownFlagIds: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): AsyncGenerator<OrphanPack> {
  let waiting: { path: string; flagId: string }[] = [];
  const judge = async function* () {
    const known = await findKnownFlagIds(waiting.map(({ flagId }) => flagId));
    for (const { path, flagId } of waiting) if (!known.has(flagId)) yield { path, why: 'no_flag' as const };
    waiting = [];
  };
  for await (const { path, flagId } of places) {
    if (flagId === undefined) yield { path, why: 'no_pack' };
    else waiting.push({ path, flagId });
    if (waiting.length >= BATCH) yield* judge();
  }
  yield* judge();
}
