import { createConnection } from 'mongoose';
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
    async findKnownFlagIds(ids) {
      const flags = connection.collection<{ _id: string }>('flags');
      const found = await flags.find({ _id: { $in: asTexts(ids) } }, { projection: { _id: 1 } }).toArray();
      return new Set(found.map(({ _id }) => _id));
    },
    close: () => connection.close(),
  };
}
