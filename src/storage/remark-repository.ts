import { type Connection, Schema } from 'mongoose';
import { remarkEvent } from '../domain/audit-events.js';
import type { Notice } from '../domain/notice.js';
import { MAX_REMARKS, type Remark } from '../domain/remark.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import type { AuditRecorder } from './audit-repository.js';
import { isDuplicateKey } from './insert-new.js';
import { type Notices, saveNotices } from './notice-repository.js';
import { asText, frozen } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';
import { openText, sealText } from './seal-text.js';

/** What colleagues write on flags. Nothing is changed or taken back: the log says that it was written. */
export interface RemarkRepository {
  /** With its notices and its entry of the log; the same id again changes nothing. */
  addRemark(remark: Remark & { readonly text: string }, notices: readonly Notice[]): Promise<void>;
  /** Of one flag, oldest first; `MAX_REMARKS` at most. */
  listRemarks(flagId: string): Promise<Remark[]>;
}

/** `_id`: of flag, person and remark together. `sealed`: what was written. */
interface RemarkDocument extends Omit<Remark, 'text'> {
  readonly _id: string;
  readonly sealed: string;
}

const remarkSchema = new Schema(
  { _id: String, id: String, flagId: String, by: String, at: Date, sealed: String },
  SCHEMA_OPTIONS,
);

interface RemarkDeps {
  readonly audit: AuditRecorder;
  readonly hashKey: Buffer;
  readonly notices: Notices;
}

export function createRemarkRepository(
  connection: Connection,
  { audit, hashKey, notices }: RemarkDeps,
): RemarkRepository {
  const remarks = connection.model<RemarkDocument>('Remark', remarkSchema as never, 'remarks');
  const key = subkeyOf(hashKey, 'netra remark');
  return {
    async addRemark({ id, flagId, by, at, text }, told) {
      const _id = `${asText(flagId)} ${asText(by)} ${asText(id)}`;
      const document = { _id, id, flagId, by, at, sealed: sealText(text, key, _id) };
      try {
        await audit.record(async (session) => {
          await remarks.create([document], { session });
          await saveNotices(notices, told, session);
          return { value: undefined, event: remarkEvent({ id, flagId, by, at }, told) };
        });
      } catch (error) {
        // Sent twice by a line that lost the answer.
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async listRemarks(flagId) {
      const found = await remarks
        .find({ flagId: asText(flagId) })
        .sort({ at: 1, _id: 1 })
        .limit(MAX_REMARKS)
        .lean();
      return found.map((one) => toRemark(one, key));
    },
  };
}

/** Moved to another flag or person it does not open. */
function toRemark({ _id, id, flagId, by, at, sealed }: RemarkDocument, key: Buffer): Remark {
  const boundTo = `${flagId} ${by} ${id}`;
  return frozen({ id, flagId, by, at, text: _id === boundTo ? opened(sealed, key, boundTo) : undefined });
}

function opened(sealed: string, key: Buffer, boundTo: string): string | undefined {
  try {
    return openText(sealed, key, boundTo);
  } catch {
    return undefined;
  }
}
