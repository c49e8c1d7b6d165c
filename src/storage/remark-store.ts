import { type ClientSession, type Connection, Schema } from 'mongoose';
import { MAX_REMARKS, type Remark } from '../domain/remark.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import { asText, frozen } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';
import { openText, sealText } from './seal-text.js';

export type WrittenRemark = Remark & { readonly text: string };

/** Remarks as they lie: each sealed for its flag and person. Whoever writes one does it within their own transaction. */
export interface RemarkStore {
  insert(remark: WrittenRemark, session: ClientSession): Promise<void>;
  /** Whether this very remark stands there already: sent twice by a line that lost the answer. */
  isThere(remark: WrittenRemark): Promise<boolean>;
  list(flagId: string): Promise<Remark[]>;
}

/** `_id`: of flag, person and remark together. `sealed`: what was written. */
interface RemarkDocument extends Omit<Remark, 'text'> {
  readonly _id: string;
  readonly sealed: string;
}

const remarkSchema = new Schema(
  { _id: String, id: String, flagId: String, by: String, at: Date, isAnswer: Boolean, sealed: String },
  SCHEMA_OPTIONS,
);

/** Answers besides: none of them is refused. */
const MAX_LISTED = 2 * MAX_REMARKS;

export function openRemarks(connection: Connection, hashKey: Buffer): RemarkStore {
  const remarks = connection.model<RemarkDocument>('Remark', remarkSchema as never, 'remarks');
  const key = subkeyOf(hashKey, 'netra remark');
  return {
    async insert({ id, flagId, by, at, text, isAnswer }, session) {
      const _id = placeOf({ id: asText(id), flagId: asText(flagId), by: asText(by) });
      await remarks.create([{ _id, id, flagId, by, at, isAnswer, sealed: sealText(text, key, _id) }], { session });
    },

    async isThere({ id, flagId, by, text, isAnswer = false }) {
      const place = placeOf({ id: asText(id), flagId: asText(flagId), by: asText(by) });
      const found = await remarks.findOne({ _id: place }).lean();
      return found !== null && (found.isAnswer ?? false) === isAnswer && toRemark(found, key).text === text;
    },

    async list(flagId) {
      const found = await remarks
        .find({ flagId: asText(flagId) })
        .sort({ at: 1, _id: 1 })
        .limit(MAX_LISTED)
        .lean();
      return found.map((one) => toRemark(one, key));
    },
  };
}

function placeOf({ id, flagId, by }: Pick<Remark, 'id' | 'flagId' | 'by'>): string {
  return `${flagId} ${by} ${id}`;
}

/** Moved to another flag or person it does not open. */
function toRemark({ _id, sealed, ...remark }: RemarkDocument, key: Buffer): Remark {
  const boundTo = placeOf(remark);
  return frozen({ ...remark, text: _id === boundTo ? opened(sealed, key, boundTo) : undefined });
}

function opened(sealed: string, key: Buffer, boundTo: string): string | undefined {
  try {
    return openText(sealed, key, boundTo);
  } catch {
    return undefined;
  }
}
