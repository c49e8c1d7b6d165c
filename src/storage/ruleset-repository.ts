import { type Connection, type Model, Schema } from 'mongoose';
import { rulesEvent } from '../domain/audit-events.js';
import type { AuditRecorder } from './audit-repository.js';
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
   * with the hashes before it (none at the first start), and one audit entry is written.
   */
  recordInForce(hashes: SetHashes, at: Date, engine?: string): Promise<InForceChange>;
  /** What came into force last, and when. */
  findInForce(): Promise<(SetHashes & { readonly since: Date }) | undefined>;
}

export interface InForceChange {
  readonly wasChanged: boolean;
  readonly before?: SetHashes | undefined;
}

type SnapshotDocument = { _id: string; content: Buffer; at: Date };
type InForceDocument = SetHashes & { _id: string; since: Date };

const snapshotSchema = new Schema({ _id: String, content: Buffer, at: Date }, SCHEMA_OPTIONS);
const inForceSchema = new Schema({ _id: String, ruleset: String, elections: String, since: Date }, SCHEMA_OPTIONS);

const IN_FORCE = 'in_force';

export function createRulesetRepository(connection: Connection, audit: AuditRecorder): RulesetRepository {
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

    recordInForce: (hashes, at, engine = '') =>
      onceMore(() => recordInForce(inForce, audit, { ...hashes, at, engine })),

    async findInForce() {
      const found = await inForce.findOne({ _id: IN_FORCE }).lean();
      return found ? { ruleset: found.ruleset, elections: found.elections, since: found.since } : undefined;
    },
  };
}

/** The change and its audit entry together. A second process that says the same meets the first one's and hears so. */
async function recordInForce(
  inForce: Model<InForceDocument>,
  audit: AuditRecorder,
  { ruleset, elections, at, engine }: SetHashes & { at: Date; engine: string },
): Promise<InForceChange> {
  const now = { ruleset: asText(ruleset), elections: asText(elections), since: at };
  return audit.record<InForceChange>(async (session) => {
    const stored = await inForce.findOne({ _id: IN_FORCE }, null, { session }).lean();
    const isSame = stored?.ruleset === now.ruleset && stored.elections === now.elections;
    if (isSame) return { value: { wasChanged: false } };
    await inForce.updateOne({ _id: IN_FORCE }, { $set: now }, { upsert: true, session });
    const before = stored ? { ruleset: stored.ruleset, elections: stored.elections } : undefined;
    return { value: { wasChanged: true, before }, event: rulesEvent({ ruleset, elections }, { before, engine, at }) };
  });
}

/** Of two upserts at the same moment a server may refuse the second: then the document is there, as wanted. */
async function upsertOnce(upsert: () => PromiseLike<unknown>): Promise<void> {
  try {
    await upsert();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Two first starts at the same moment both insert: the second one finds what the first one wrote. */
async function onceMore<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (isDuplicateKey(error)) return step();
    throw error;
  }
}
