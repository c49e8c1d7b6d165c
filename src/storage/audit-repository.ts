import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Connection, type Model, Schema } from 'mongoose';
import { type AuditEntry, type AuditEvent, type ChainVerdict, createChainCheck } from '../domain/audit.js';
import { type AuditDocument, createAppendQueue } from './audit-queue.js';
import { frozen } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

export interface AuditRepository {
  /** Adds one link at the end; callers at the same moment, in any process, each get their own place. */
  appendEntry(event: AuditEvent): Promise<AuditEntry>;
  /** Reads the whole chain, a batch at a time. A chain cut at its end is found by the sealed head: `gap` after the last link. */
  verifyChain(): Promise<ChainVerdict>;
  /** Newest first; `before` is the `seq` the page before ended with. */
  listEntries(options: { limit: number; before?: number }): Promise<AuditEntry[]>;
  /** Waits until the head is sealed over everything appended here. */
  flush(): Promise<void>;
}

/** How far the chain reached, sealed with a key that the database does not hold, so that cutting its end shows. */
interface HeadDocument {
  _id: 'head';
  seq: number;
  hash: string;
  mac: string;
}

const auditSchema = new Schema(
  {
    _id: Number,
    at: Date,
    actor: String,
    action: String,
    subject: String,
    details: Schema.Types.Mixed,
    previousHash: String,
    hash: String,
  },
  SCHEMA_OPTIONS,
);
const headSchema = new Schema({ _id: String, seq: Number, hash: String, mac: String }, SCHEMA_OPTIONS);

const VERIFY_BATCH = 1_000;

/** How far the sealed head may lag behind the chain. */
const HEAD_DELAY_MS = 200;

export function createAuditRepository(connection: Connection, deps: { hashKey: Buffer }): AuditRepository {
  const entries = connection.model<AuditDocument>('AuditEntry', auditSchema as never, 'audit');
  const heads = connection.model<HeadDocument>('AuditHead', headSchema as never, 'audit_heads');
  const seal = createHeadSeal(heads, deps.hashKey);
  const queue = createAppendQueue({ entries, onAppended: seal.move });

  return {
    appendEntry: queue.append,
    flush: seal.settled,

    async verifyChain() {
      await seal.settled();
      const head = await heads.findOne({ _id: 'head' }).lean();
      const check = createChainCheck();
      const cursor = entries.find().sort({ _id: 1 }).lean().cursor({ batchSize: VERIFY_BATCH });
      for await (const document of cursor) {
        const verdict = check.step(toEntry(document));
        if (!verdict.ok) return verdict;
        if (document._id === head?.seq && document.hash !== head.hash) return fault(head.seq, 'hash');
      }
      return judgeEnd(check.result(), head, seal.macOf);
    },

    async listEntries({ limit, before }) {
      const filter = before === undefined ? {} : { _id: { $lt: Number(before) } };
      const found = await entries.find(filter).sort({ _id: -1 }).limit(limit).lean();
      return found.map(toEntry);
    },
  };
}

type MacOf = (seq: number, hash: string) => string;

function judgeEnd(verdict: ChainVerdict, head: HeadDocument | null, macOf: MacOf): ChainVerdict {
  if (!verdict.ok || !head) return verdict;
  const mac = Buffer.from(macOf(head.seq, head.hash));
  const isOurs = mac.length === Buffer.byteLength(head.mac) && timingSafeEqual(mac, Buffer.from(head.mac));
  if (!isOurs) return fault(head.seq, 'hash');
  return head.seq > verdict.entries ? fault(verdict.entries + 1, 'gap') : verdict;
}

function fault(seq: number, problem: 'gap' | 'hash'): ChainVerdict {
  return { ok: false, seq, problem };
}

/**
 * Moves the sealed head behind the appends, not inside them: an entry costs one write. After a kill the head lags by
 * `HEAD_DELAY_MS` of entries at most, and never leads.
 */
function createHeadSeal(heads: Model<HeadDocument>, hashKey: Buffer) {
  const macOf: MacOf = (seq, hash) => createHmac('sha256', hashKey).update(`audit head ${seq} ${hash}`).digest('hex');
  let target: { seq: number; hash: string } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let moving: Promise<void> = Promise.resolve();

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!target) return;
    const { seq, hash } = target;
    target = undefined;
    // A head that could not be written is written with the next entry; the entry itself stands.
    moving = moving.then(() => writeHead(heads, { seq, hash, mac: macOf(seq, hash) })).catch(() => {});
  };
  return {
    macOf,
    move(entry: { seq: number; hash: string }) {
      target = { seq: entry.seq, hash: entry.hash };
      timer ??= setTimeout(write, HEAD_DELAY_MS).unref();
    },
    settled(): Promise<void> {
      write();
      return moving;
    },
  };
}

async function writeHead(heads: Model<HeadDocument>, head: Omit<HeadDocument, '_id'>): Promise<void> {
  const { matchedCount } = await heads.updateOne({ _id: 'head', seq: { $lt: head.seq } }, { $set: head });
  if (matchedCount === 1) return;
  // No head yet, or one further on already; only the first of these inserts.
  await heads.updateOne({ _id: 'head' }, { $setOnInsert: head }, { upsert: true });
}

function toEntry({ _id, at, actor, action, subject, details, previousHash, hash }: AuditDocument): AuditEntry {
  return frozen({ seq: _id, at, actor, action, subject, details, previousHash, hash });
}
