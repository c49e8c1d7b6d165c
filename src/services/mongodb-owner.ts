import type { mongo } from 'mongoose';
import { PermanentError } from '../domain/errors.js';
import { SERVER_FAULTS } from '../words/adapters/services.js';
import { sayError } from '../words/say.js';
import { makePrimary } from './replica-set.js';

const AUTHENTICATION_FAILED = 18;
const OWNER = 'netra';

/** Without a password: of a server that was started before they had one, and before there is a user. */
export function mongodbUriOf(port: number, password?: string): string {
  const address = `127.0.0.1:${port}/netra?directConnection=true`;
  return password === undefined ? `mongodb://${address}` : `mongodb://${OWNER}:${password}@${address}&authSource=admin`;
}

/**
 * Makes the one user of a private server where there is none yet: the server lets somebody on the same machine do
 * that once. `isReplicaSet`: makes it primary as well, before a user can be written.
 */
export async function makeOwner(options: { port: number; password: string; isReplicaSet: boolean }): Promise<void> {
  const { port, password, isReplicaSet } = options;
  const own = mongodbUriOf(port, password);
  const isKnown = await canLogIn(own);
  if (isReplicaSet) await makePrimary(isKnown ? own : mongodbUriOf(port), `127.0.0.1:${port}`);
  if (isKnown) return;
  await askServer(mongodbUriOf(port), (client) =>
    client.db('admin').command({ createUser: OWNER, pwd: password, roles: [{ role: 'root', db: 'admin' }] }),
  ).catch((cause) => {
    throw new PermanentError(...sayError(SERVER_FAULTS.passwordRefused, 'id'), { cause });
  });
}

async function canLogIn(uri: string): Promise<boolean> {
  try {
    await askServer(uri, (client) => client.db('admin').command({ ping: 1 }));
    return true;
  } catch (error) {
    if ((error as { code?: number }).code === AUTHENTICATION_FAILED) return false;
    throw error;
  }
}

async function askServer<T>(uri: string, use: (client: mongo.MongoClient) => Promise<T>): Promise<T> {
  const { default: mongoose } = await import('mongoose');
  const client = new mongoose.mongo.MongoClient(uri);
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.close();
  }
}
