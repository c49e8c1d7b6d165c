import type { Collection } from 'mongoose';

const BATCH = 500;

export function setOn(_id: string, $set: object) {
  return { updateOne: { filter: { _id }, update: { $set } } };
}

/** Of those that fit by their id, so that one that was cut off goes on with what is left. */
export async function eachBatch<T extends { _id: string }>(
  collection: Collection<T>,
  filter: object,
  changesOf: (batch: readonly T[]) => object[] | Promise<object[]>,
): Promise<void> {
  for (let after = ''; ; ) {
    const left = { _id: { $gt: after }, ...filter } as object;
    const batch = (await collection.find(left).sort({ _id: 1 }).limit(BATCH).toArray()) as T[];
    const last = batch.at(-1);
    if (!last) return;
    await collection.bulkWrite((await changesOf(batch)) as never[]);
    after = last._id;
  }
}
