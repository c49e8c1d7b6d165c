import type { Collection } from 'mongoose';
import { insertNew } from './insert-new.js';
import { asText, asTexts } from './plain-value.js';

/**
 * An act that was judged. `_id` is its keyed hash; the hash of an unmarked one expires, that of a marked one stays
 * as long as its flag.
 */
export interface KnownAct {
  readonly _id: string;
  readonly expireAt?: Date;
}

const DAY_MS = 24 * 3_600_000;

export function createKnownActs(known: Collection, deps: { unmarkedRetentionMs: number }) {
  return {
    async findKnownIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
      const found = await known
        .find<KnownAct>({ _id: { $in: asTexts(ids) as never[] } }, { projection: { _id: 1 } })
        .batchSize(ids.length + 1) // All in one answer.
        .toArray();
      return new Set(found.map(({ _id }) => _id));
    },

    async saveUnmarkedOnce(ids: readonly string[], now: Date): Promise<string[]> {
      // A whole day, so that the instant does not tell when somebody did something.
      const expireAt = new Date(Math.ceil((now.getTime() + deps.unmarkedRetentionMs) / DAY_MS) * DAY_MS);
      return insertNew(
        known,
        ids.map((id) => ({ _id: asText(id), expireAt })),
      );
    },
  };
}
