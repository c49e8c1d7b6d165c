import { type Collection, createConnection } from 'mongoose';
import { asTexts } from './plain-value.js';

/** How long a look may wait for the server. */
const WAIT_MS = 3_000;

/** Which of some ids are flags, for whoever may change nothing: no migration runs and nothing is made. */
export interface FlagLookUp {
  findKnownFlagIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

export async function lookUpFlags(uri: string, { databaseName }: { databaseName?: string } = {}): Promise<FlagLookUp> {
  const connection = createConnection(uri, {
    dbName: databaseName,
    serverSelectionTimeoutMS: WAIT_MS,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
  });
  await connection.asPromise();
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
