import { hkdfSync } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';
import { DRAFT_KEPT_MS, type Draft, type DraftOwner } from '../domain/draft.js';
import { isDuplicateKey } from './insert-new.js';
import { asText, frozen } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';
import { openText, sealText } from './seal-text.js';

export interface DraftRepository {
  /** `undefined` where there is none, or it does not open with the key in use. */
  findDraft(owner: DraftOwner): Promise<Draft | undefined>;
  /**
   * Keeps it unless something typed later is kept already; safe to repeat. `before`: what it took the place of.
   */
  saveDraft(owner: DraftOwner, draft: Draft, now: Date): Promise<{ isKept: boolean; before?: Draft | undefined }>;
  removeDraft(owner: DraftOwner): Promise<void>;
}

/** `sealed`: choice, reason and ticks. Who and which flag stand in the id alone. */
interface DraftDocument {
  _id: string;
  sealed: string;
  typedAt: Date;
  expireAt: Date;
}

const draftSchema = new Schema({ _id: String, sealed: String, typedAt: Date, expireAt: Date }, SCHEMA_OPTIONS);

export function createDraftRepository(connection: Connection, { hashKey }: { hashKey: Buffer }): DraftRepository {
  const drafts = connection.model<DraftDocument>('Draft', draftSchema as never, 'drafts');
  const key = Buffer.from(hkdfSync('sha256', hashKey, '', 'netra draft', 32));
  return {
    async findDraft(owner) {
      const found = await drafts.findOne({ _id: idOf(owner) }).lean();
      return found ? unsealed(found, key) : undefined;
    },

    async saveDraft(owner, { typedAt, ...typed }, now) {
      const _id = idOf(owner);
      const sealed = sealText(JSON.stringify(typed), key, _id);
      const expireAt = new Date(now.getTime() + DRAFT_KEPT_MS);
      try {
        const before = await drafts
          .findOneAndUpdate(
            { _id, typedAt: { $lte: typedAt } },
            { $set: { sealed, typedAt, expireAt } },
            { upsert: true, returnDocument: 'before' },
          )
          .lean();
        return { isKept: true, before: before ? unsealed(before, key) : undefined };
      } catch (error) {
        // It is there and was typed later, so nothing fits the filter and the id is taken.
        if (isDuplicateKey(error)) return { isKept: false };
        throw error;
      }
    },

    async removeDraft(owner) {
      await drafts.deleteOne({ _id: idOf(owner) });
    },
  };
}

function idOf({ userId, flagId }: DraftOwner): string {
  return `${asText(userId)} ${asText(flagId)}`;
}

function unsealed({ _id, sealed, typedAt }: DraftDocument, key: Buffer): Draft | undefined {
  try {
    return frozen({ ...(JSON.parse(openText(sealed, key, _id)) as Omit<Draft, 'typedAt'>), typedAt });
  } catch {
    // Sealed with another key: as good as gone, and no reason to keep a flag from being read.
    return undefined;
  }
}
