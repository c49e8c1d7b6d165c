import type { Collection } from 'mongoose';
import { mongo } from 'mongoose';

const DUPLICATE_KEY = 11_000;

/** What is acknowledged survives a crash of the server. */
export const SAFE_ON_DISK = { w: 'majority', j: true } as const;

/** MongoDB's own limit is 100,000 a call; 1,000 keeps a batch of long texts well under its 48 MB. */
export const BATCH_SIZE = 1_000;

/**
 * Inserts what is not there yet and returns the ids that are new; an `_id` that exists is left as it is. Goes past
 * Mongoose's casting, which halves the rate: callers build each document field by field from typed values.
 */
export async function insertNew(collection: Collection, documents: readonly { _id: string }[]): Promise<string[]> {
  const newIds: string[] = [];
  for (let start = 0; start < documents.length; start += BATCH_SIZE) {
    const batch = documents.slice(start, start + BATCH_SIZE);
    const known = await insertUnordered(collection, batch);
    for (const [index, document] of batch.entries()) if (!known.has(index)) newIds.push(document._id);
  }
  return newIds;
}

/**
 * Places in the batch whose `_id` was there already. The command itself: `insertMany` writes each document twice, once
 * to learn its size. A write that is not yet safe on disk is thrown by the driver.
 */
async function insertUnordered({ conn, collectionName }: Collection, batch: readonly object[]): Promise<Set<number>> {
  const command = { insert: collectionName, documents: batch, ordered: false, writeConcern: SAFE_ON_DISK };
  const { writeErrors = [] }: { writeErrors?: WriteError[] } = await conn.db!.command(command, {
    ignoreUndefined: true,
  });
  const other = writeErrors.find(({ code }) => code !== DUPLICATE_KEY);
  if (other) throw new mongo.MongoServerError(other);
  return new Set(writeErrors.map(({ index }) => index));
}

interface WriteError {
  readonly index: number;
  readonly code: number;
  readonly errmsg: string;
}

export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}
