import type { Connection } from 'mongoose';
import type { KeptTimestamp } from '../domain/audit-timestamps.js';
import { isDuplicateKey } from './insert-new.js';
import { frozen } from './plain-value.js';

/** Time-stamps of the log's head, beside it. They prove by their own signature: nothing here is sealed by us. */
export interface TimestampRepository {
  /** One head is stamped once; a second stamp of it is not kept. */
  saveTimestampOnce(timestamp: KeptTimestamp): Promise<{ isNew: boolean }>;
  findLatestTimestamp(): Promise<KeptTimestamp | undefined>;
  /** In order of the places they stamp. Whatever lies there: a token may be anything. */
  listTimestamps(): Promise<KeptTimestamp[]>;
}

interface TimestampDocument {
  readonly _id: number;
  readonly head: string;
  readonly at: Date;
  /** Base64, so that a person can copy it out by hand. */
  readonly token: string;
}

/** A stamp a day for a thousand years. */
const MOST = 400_000;

export function createTimestampRepository(connection: Connection): TimestampRepository {
  const timestamps = connection.collection<TimestampDocument>('audit_timestamps');
  return {
    async saveTimestampOnce({ seq, head, at, token }) {
      try {
        await timestamps.insertOne({ _id: seq, head, at, token: token.toString('base64') });
        return { isNew: true };
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return { isNew: false };
      }
    },
    async findLatestTimestamp() {
      const [latest] = await timestamps.find().sort({ _id: -1 }).limit(1).toArray();
      return latest && toTimestamp(latest);
    },
    async listTimestamps() {
      return (await timestamps.find().sort({ _id: 1 }).limit(MOST).toArray()).map(toTimestamp);
    },
  };
}

function toTimestamp({ _id: seq, head, at, token }: TimestampDocument): KeptTimestamp {
  return { seq: Number(seq), head: String(head), at: frozen(at), token: Buffer.from(String(token), 'base64') };
}
