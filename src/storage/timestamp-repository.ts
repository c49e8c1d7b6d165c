import type { Connection } from 'mongoose';
import type { KeptTimestamp } from '../domain/audit-timestamps.js';
import { placeOf } from './audit-bytes.js';
import { isDuplicateKey } from './insert-new.js';

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
      for await (const document of timestamps.find().sort({ _id: -1 }).limit(MOST)) {
        if (isOurs(document)) return toTimestamp(document);
      }
      return undefined;
    },
    async listTimestamps() {
      return (await timestamps.find().sort({ _id: 1 }).limit(MOST).toArray()).map(toTimestamp);
    },
  };
}

type Loose = { readonly [field in keyof TimestampDocument]: unknown };

/** Whoever writes the database may have put anything here, and above all that we wrote. */
function isOurs({ _id, head, at, token }: Loose): boolean {
  const isInstant = at instanceof Date && !Number.isNaN(at.getTime());
  return Number.isSafeInteger(_id) && isInstant && typeof head === 'string' && typeof token === 'string';
}

/** What is of another kind than we write stamps nothing: it is listed with what it has, and named by who checks it. */
function toTimestamp({ _id, head, at, token }: Loose): KeptTimestamp {
  return {
    seq: placeOf(_id) ?? NO_PLACE,
    head: typeof head === 'string' ? head : '',
    at: at instanceof Date ? at : new Date(Number.NaN),
    token: Buffer.from(typeof token === 'string' ? token : '', 'base64'),
  };
}

/** Before the first entry: no head was ever there. */
const NO_PLACE = 0;
