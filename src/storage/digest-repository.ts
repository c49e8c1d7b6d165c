import { type Connection, Schema } from 'mongoose';
import type { AuditEvent } from '../domain/audit.js';
import { DIGEST_STATES, type DigestReceipt, UNSETTLED_DIGEST_STATES } from '../domain/digest.js';
import { ChangedMeanwhileError } from '../domain/errors.js';
import { sayError } from '../words/say.js';
import { DIGEST_FAULTS } from '../words/steps.js';
import type { AuditRecorder } from './audit-repository.js';
import { isDuplicateKey } from './insert-new.js';
import { asText, frozen, withoutUndefined } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

export interface DigestRepository {
  /**
   * Takes the right to send one office's day; of several workers exactly one gets it. Taken over are a `failed` one,
   * at once, and a `building` one older than `staleAfterMs` (its worker crashed). A `sending` one never: whether the
   * mail went out is unknown, and one too few can be mended by hand, one too many cannot.
   */
  claimDigestOnce(options: {
    officeCode: string;
    day: string;
    recipient: string;
    now: Date;
    staleAfterMs: number;
  }): Promise<boolean>;
  /**
   * `sending` must be written before the SMTP dialogue, the outcome after it, each with its audit entry. Throws
   * ChangedMeanwhileError where a later attempt stands already: a worker that slept has lost its turn.
   */
  recordReceipt(receipt: DigestReceipt, event?: AuditEvent): Promise<void>;
  findReceipt(officeCode: string, day: string): Promise<DigestReceipt | undefined>;
  /** Latest day first, then by office. */
  listReceipts(options: { day?: string; limit: number }): Promise<DigestReceipt[]>;
  /** Those in a worker's hands, living or dead, of whatever day; oldest first. */
  listUnsettledReceipts(): Promise<DigestReceipt[]>;
}

type DigestDocument = DigestReceipt & { _id: string };

const digestSchema = new Schema(
  {
    _id: String,
    officeCode: String,
    day: String,
    state: { type: String, enum: [...DIGEST_STATES] },
    attempts: Number,
    recipient: String,
    messageId: String,
    smtpResponse: String,
    days: Number,
    reason: String,
    at: Date,
  },
  SCHEMA_OPTIONS,
);

export function createDigestRepository(connection: Connection, audit: AuditRecorder): DigestRepository {
  const digests = connection.model<DigestDocument>('Digest', digestSchema as never, 'digests');

  return {
    async claimDigestOnce({ officeCode, day, recipient, now, staleAfterMs }) {
      const _id = idOf(officeCode, day);
      const first = { _id, officeCode, day, state: 'building' as const, attempts: 1, recipient, at: now };
      try {
        await digests.collection.insertOne(first as never);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const staleBefore = new Date(now.getTime() - staleAfterMs);
      const { modifiedCount } = await digests.updateOne(
        { _id, $or: [{ state: 'failed' }, { state: 'building', at: { $lte: staleBefore } }] },
        { $set: { state: 'building', recipient: asText(recipient), at: now }, $inc: { attempts: 1 } },
      );
      return modifiedCount === 1;
    },

    async recordReceipt(receipt, event) {
      const _id = idOf(receipt.officeCode, receipt.day);
      const filter = { _id, attempts: { $lte: receipt.attempts } };
      const write = audit.record(async (session) => {
        await digests.replaceOne(filter, withoutUndefined({ ...receipt, _id }), { upsert: true, session });
        return { value: undefined, event };
      });
      await write.catch((error: unknown) => {
        // No match, and the upsert met the document that did not match: a later attempt stands there.
        throw isDuplicateKey(error) ? takenOver() : error;
      });
    },

    async findReceipt(officeCode, day) {
      const found = await digests.findOne({ _id: idOf(officeCode, day) }).lean();
      return found ? toReceipt(found) : undefined;
    },

    async listReceipts({ day, limit }) {
      const filter = day === undefined ? {} : { day: asText(day) };
      const found = await digests.find(filter).sort({ day: -1, officeCode: 1 }).limit(limit).lean();
      return found.map(toReceipt);
    },

    async listUnsettledReceipts() {
      const filter = { state: { $in: [...UNSETTLED_DIGEST_STATES] } };
      const found = await digests.find(filter).sort({ day: 1, officeCode: 1 }).lean();
      return found.map(toReceipt);
    },
  };
}

function takenOver(): ChangedMeanwhileError {
  return new ChangedMeanwhileError(...sayError(DIGEST_FAULTS.takenOver, 'id'));
}

function idOf(officeCode: string, day: string): string {
  return `${asText(day)} ${asText(officeCode)}`;
}

function toReceipt({ _id, ...receipt }: DigestDocument): DigestReceipt {
  return frozen(receipt);
}
