import { type Connection, type Model, Schema } from 'mongoose';
import { isDuplicateKey } from './insert-new.js';
import { asText } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** Hashes of a rule set and of the elections that are in force together. */
export interface SetHashes {
  readonly ruleset: string;
  readonly elections: string;
}

/** What a hash in a flag stood for. `content` is packed by the caller, who also checks it against the hash. */
export interface SetSnapshot {
  readonly hash: string;
  readonly content: Buffer;
}

/** Keeps every rule set and every election set that was ever in force, so that old flags can be recomputed. */
export interface RulesetRepository {
  /** Keeps what is new; a known hash keeps the content it has. */
  saveSetsOnce(snapshots: readonly SetSnapshot[], at: Date): Promise<void>;
  findSet(hash: string): Promise<Buffer | undefined>;
  /**
   * Writes down which hashes are in force. Of several processes that say the same, one hears that it was a change,
   * with the hashes before it (none at the first start).
   */
  recordInForce(hashes: SetHashes, at: Date): Promise<{ wasChanged: boolean; before?: SetHashes }>;
  /** What came into force last, and when. */
  findInForce(): Promise<(SetHashes & { readonly since: Date }) | undefined>;
}

type SnapshotDocument = { _id: string; content: Buffer; at: Date };
type InForceDocument = SetHashes & { _id: string; since: Date };

const snapshotSchema = new Schema({ _id: String, content: Buffer, at: Date }, SCHEMA_OPTIONS);
const inForceSchema = new Schema({ _id: String, ruleset: String, elections: String, since: Date }, SCHEMA_OPTIONS);

const IN_FORCE = 'in_force';

export function createRulesetRepository(connection: Connection): RulesetRepository {
  const snapshots = connection.model<SnapshotDocument>('RulesetSnapshot', snapshotSchema as never, 'rulesets');
  const inForce = connection.model<InForceDocument>('RulesetInForce', inForceSchema as never, 'rulesets_in_force');
  return {
    async saveSetsOnce(given, at) {
      for (const { hash, content } of given) {
        const first = { $setOnInsert: { content, at } };
        await upsertOnce(() => snapshots.updateOne({ _id: asText(hash) }, first, { upsert: true }));
      }
    },

    async findSet(hash) {
      const found = await snapshots.findOne({ _id: asText(hash) });
      return found ? Buffer.from(found.content) : undefined;
    },

    recordInForce: (hashes, at) => recordInForce(inForce, hashes, at),

    async findInForce() {
      const found = await inForce.findOne({ _id: IN_FORCE }).lean();
      return found ? { ruleset: found.ruleset, elections: found.elections, since: found.since } : undefined;
    },
  };
}

async function recordInForce(
  inForce: Model<InForceDocument>,
  { ruleset, elections }: SetHashes,
  at: Date,
): Promise<{ wasChanged: boolean; before?: SetHashes }> {
  const now = { ruleset: asText(ruleset), elections: asText(elections), since: at };
  const isFirst = await upsertOnce(() => inForce.updateOne({ _id: IN_FORCE }, { $setOnInsert: now }, { upsert: true }));
  if (isFirst) return { wasChanged: true };
  const isOther = { $or: [{ ruleset: { $ne: now.ruleset } }, { elections: { $ne: now.elections } }] };
  const before = await inForce
    .findOneAndUpdate({ _id: IN_FORCE, ...isOther }, { $set: now }, { returnDocument: 'before' })
    .lean();
  if (!before) return { wasChanged: false };
  return { wasChanged: true, before: { ruleset: before.ruleset, elections: before.elections } };
}

/** Of two upserts at the same moment a server may refuse the second: then the document is there, as wanted. */
async function upsertOnce(upsert: () => PromiseLike<{ upsertedCount: number }>): Promise<boolean> {
  try {
    return (await upsert()).upsertedCount === 1;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
