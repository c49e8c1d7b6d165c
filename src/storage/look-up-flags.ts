import type { Collection } from 'mongoose';
import { connectToLookUp } from './look-up-connection.js';
import { asTexts } from './plain-value.js';

/** Which of some ids are flags, for whoever may change nothing: no migration runs and nothing is made. */
export interface FlagLookUp {
  findKnownFlagIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

export async function lookUpFlags(uri: string, { databaseName }: { databaseName?: string } = {}): Promise<FlagLookUp> {
  const connection = await connectToLookUp(uri, { databaseName });
  return {
    findKnownFlagIds: (ids) => findKnownFlagIds(connection.collection('flags'), ids),
    close: () => connection.close(),
  };
}

export async function findKnownFlagIds(flags: Collection, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = { _id: { $in: asTexts(ids) as never[] } };
  const found = await flags.find<{ _id: string }>(known, { projection: { _id: 1 } }).toArray();
  return new Set(found.map(({ _id }) => _id));
}
