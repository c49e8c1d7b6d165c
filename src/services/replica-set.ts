import { setTimeout as pause } from 'node:timers/promises';
import { RetryableError } from '../domain/errors.js';
import { SERVER_FAULTS } from '../words/adapters/services.js';
import { sayError } from '../words/say.js';

/** The part of MongoDB's `replSetGetConfig` answer that we read. */
export interface ReplicaSetConfig {
  readonly _id: string;
  readonly version: number;
  readonly members: readonly { readonly _id: number; readonly host: string }[];
}

export type ReplicaSetStep =
  | { replSetInitiate: { _id: string; members: { _id: number; host: string }[] } }
  | { replSetReconfig: ReplicaSetConfig; force: true };

const NOT_YET_INITIALIZED = 94;
/** Before there is a user nobody may ask; then there is no configuration either. */
const UNAUTHORIZED = 13;
const PRIMARY_LIMIT_MS = 30_000;
const POLL_MS = 50;

/**
 * What makes a lone `mongod` primary on `host`. Its port is a new one at each start, and a node that does not
 * find its own address in the kept configuration refuses every write.
 */
export function planReplicaSet(config: ReplicaSetConfig | undefined, host: string): ReplicaSetStep | undefined {
  if (!config) return { replSetInitiate: { _id: 'netra', members: [{ _id: 0, host }] } };
  const [first] = config.members;
  if (config.members.length === 1 && first?.host === host) return undefined;
  const members = [{ ...first, _id: first?._id ?? 0, host }];
  return { replSetReconfig: { ...config, version: config.version + 1, members }, force: true };
}

/** Waits until the server takes writes. */
export async function makePrimary(uri: string, host: string): Promise<void> {
  const { default: mongoose } = await import('mongoose');
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  try {
    const admin = client.db('admin');
    const step = planReplicaSet(await readConfig(), host);
    if (step) await admin.command(step);
    for (let waitedMs = 0; !(await admin.command({ hello: 1 })).isWritablePrimary; waitedMs += POLL_MS) {
      if (waitedMs >= PRIMARY_LIMIT_MS) throw new RetryableError(...sayError(SERVER_FAULTS.notPrimary, 'id'));
      await pause(POLL_MS);
    }

    async function readConfig(): Promise<ReplicaSetConfig | undefined> {
      try {
        return (await admin.command({ replSetGetConfig: 1 })).config;
      } catch (error) {
        const { code } = error as { code?: number };
        if (code === NOT_YET_INITIALIZED || code === UNAUTHORIZED) return undefined;
        throw error;
      }
    }
  } finally {
    await client.close();
  }
}
