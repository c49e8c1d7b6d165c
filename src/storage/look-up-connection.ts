import { type Connection, createConnection } from 'mongoose';

/** How long a look may wait for the server. */
const WAIT_MS = 3_000;

/** For whoever may change nothing: no migration runs and nothing is made. */
export function connectToLookUp(uri: string, { databaseName }: { databaseName?: string }): Promise<Connection> {
  return createConnection(uri, {
    dbName: databaseName,
    serverSelectionTimeoutMS: WAIT_MS,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
  }).asPromise();
}
