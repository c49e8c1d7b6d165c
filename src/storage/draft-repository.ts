import { type Connection, Schema } from 'mongoose';
import { DRAFT_KEPT_MS, type Draft, type DraftOwner } from '../domain/draft.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
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
  /** Flags whose draft is a decision of this person's that could not count; what is typed since ends that. */
  listCameBack(userId: string): Promise<string[]>;
}

/** `sealed`: choice, reason and ticks. Who and which flag stand in the id alone. */
interface DraftDocument {
  _id: string;
  sealed: string;
  typedAt: Date;
  expireAt: Date;
  cameBack?: boolean;
}

const draftSchema = new Schema(
  { _id: String, sealed: String, typedAt: Date, expireAt: Date, cameBack: Boolean },
  SCHEMA_OPTIONS,
);

const MAX_LISTED = 100;

export function createDraftRepository(connection: Connection, { hashKey }: { hashKey: Buffer }): DraftRepository {
  const drafts = connection.model<DraftDocument>('Draft', draftSchema as never, 'drafts');
  const key = subkeyOf(hashKey, 'netra draft');
  return {
    async findDraft(owner) {
      const found = await drafts.findOne({ _id: idOf(owner) }).lean();
      return found ? unsealed(found, key) : undefined;
    },

    async saveDraft(owner, { typedAt, cameBack = false, ...typed }, now) {
      const _id = idOf(owner);
      const sealed = sealText(JSON.stringify(typed), key, _id);
      const expireAt = new Date(now.getTime() + DRAFT_KEPT_MS);
      try {
        const before = await drafts
          .findOneAndUpdate(
            { _id, typedAt: { $lte: typedAt } },
            { $set: { sealed, typedAt, expireAt, cameBack } },
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

    async listCameBack(userId) {
      // Of one person: theirs stand together in the index of ids.
      const own = { $gte: `${asText(userId)} `, $lt: `${asText(userId)}!` };
      const found = await drafts
        .find({ _id: own, cameBack: true }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(MAX_LISTED)
        .lean();
      return found.map(({ _id }) => _id.slice(userId.length + 1));
    },
  };
}

function idOf({ userId, flagId }: DraftOwner): string {
  return `${asText(userId)} ${asText(flagId)}`;
}

function unsealed({ _id, sealed, typedAt, cameBack }: DraftDocument, key: Buffer): Draft | undefined {
  try {
    return frozen({
      ...(JSON.parse(openText(sealed, key, _id)) as Omit<Draft, 'typedAt'>),
      typedAt,
      cameBack: cameBack || undefined,
    });
  } catch {
    // Sealed with another key: as good as gone, and no reason to keep a flag from being read.
    return undefined;
  }
}
