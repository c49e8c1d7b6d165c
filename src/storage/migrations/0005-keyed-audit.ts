import { randomBytes } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { AuditEntry, AuditEvent, AuditHead } from '../../domain/audit.js';
import type { ChainBreak } from '../../domain/audit-break.js';
import { createChainCheck } from '../../domain/audit-chain.js';
import type { FlagFacts } from '../../domain/audit-contradiction.js';
import { adoptionEvent } from '../../domain/audit-events.js';
import { type AuditMac, createAuditMac, isSameMac, plainHeadMac } from '../../domain/audit-mac.js';
import { type KeyedDocument, wellFormed } from '../audit-document.js';
import { COMPARED, factsOf, type StoredFlag } from '../audit-flag-facts.js';
import { type AuditCollections, chainAfter, HEAD_ID, type HeadDocument, insertInOrder } from '../audit-head.js';
import { streamEntries } from '../audit-reading.js';
import { isDuplicateKey } from '../insert-new.js';
import type { Migration, MigrationKeys } from './migration.js';

interface PlainHead {
  readonly _id: 'head';
  readonly seq: number;
  readonly hash: string;
  readonly mac: string;
}

/**
 * Begins the keyed log: after nothing, or after links with plain hashes, whose end its first entry fixes. Flags that
 * stand already are named once, as they are: from then on log and flags are held against each other.
 */
export const keyedAudit: Migration = {
  id: '0005-keyed-audit',
  async up(connection, keys) {
    const collections = {
      entries: connection.collection<KeyedDocument>('audit'),
      heads: connection.collection<HeadDocument>('audit_heads'),
    } as unknown as AuditCollections;
    const { entries, heads } = collections;
    // A log that once had a key never begins anew: whoever took its head away would be given another one.
    if (await heads.findOne({ _id: HEAD_ID })) return;
    if (await entries.findOne({ mac: { $exists: true } })) return;
    await makeIndex(collections);
    const mac = createAuditMac(keys.auditKey);
    const plain = await readPlainPart(connection, collections, { mac, ...keys });
    await begin(connection, collections, { mac, plain }).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error; // Another process was faster.
    });
  },
};

/** What waited and was given its place is never given another one. */
async function makeIndex({ entries }: AuditCollections): Promise<void> {
  const partialFilterExpression = { of: { $exists: true } };
  await entries.createIndex({ of: 1 }, { name: 'of', unique: true, partialFilterExpression });
}

interface PlainPart {
  readonly entries: number;
  readonly end: AuditHead;
  /** How far its own sealed head went: that may be behind by what was written in its last moment. */
  readonly sealedTo: number;
  readonly found?: ChainBreak | undefined;
}

async function readPlainPart(
  connection: Connection,
  collections: AuditCollections,
  { mac, hashKey }: MigrationKeys & { mac: AuditMac },
): Promise<PlainPart> {
  const head = await connection.collection<PlainHead>('audit_heads').findOne({ _id: 'head' });
  const check = createChainCheck(mac);
  let found: ChainBreak | undefined;
  let last: AuditEntry | undefined;
  for await (const entry of streamEntries(collections)) {
    found ??= check.step(entry);
    if (entry.seq === head?.seq && entry.mac !== head.hash) found ??= { seq: entry.seq, problem: 'hash' };
    // What stands at no place is a break, and nothing is written behind it.
    if (Number.isSafeInteger(entry.seq)) last = entry;
  }
  const entries = last?.seq ?? 0;
  const sealedTo = head ? sealedPlaceOf(head, hashKey) : undefined;
  if (!head && entries > 0) found ??= { seq: entries, problem: 'head_missing' };
  if (head && sealedTo === undefined) found ??= { seq: entries, problem: 'head_forged' };
  if (sealedTo !== undefined && sealedTo > entries) found ??= { seq: entries + 1, problem: 'gap' };
  return { entries, end: { seq: entries, mac: macOf(last) }, sealedTo: sealedTo ?? 0, found };
}

/** Up to where its own head goes; undefined where that is not one that Netra sealed, whatever it holds. */
function sealedPlaceOf({ seq, hash, mac }: PlainHead, hashKey: Buffer): number | undefined {
  if (!Number.isSafeInteger(seq) || typeof hash !== 'string') return undefined;
  return isSameMac(plainHeadMac(hashKey, seq, hash), mac) ? seq : undefined;
}

/** Before the first link, and behind one that has no seal, stands a number that no other log begins with. */
function macOf(last: AuditEntry | undefined): string {
  return typeof last?.mac === 'string' ? last.mac : randomBytes(32).toString('hex');
}

async function begin(
  connection: Connection,
  collections: AuditCollections,
  { mac, plain }: { mac: AuditMac; plain: PlainPart },
): Promise<void> {
  const { entries, end, sealedTo, found } = plain;
  const at = new Date();
  const event = {
    at,
    actor: 'system:audit',
    action: 'log_keyed' as const,
    subject: randomBytes(16).toString('hex'),
    details: { plainEntries: entries, plainSealedTo: sealedTo, brokenAt: found?.seq, problem: found?.problem },
  };
  const adopted = await adoptFlags(connection, { mac, at });
  const events = entries + adopted.length === 0 ? [] : [wellFormed(event), ...adopted];
  const links = chainAfter(end, events, mac);
  const { seq, mac: last } = links.at(-1) ?? end;
  const head = { seq, mac: last };
  await connection.withSession((session) =>
    session.withTransaction(async () => {
      await collections.heads.insertOne({ _id: HEAD_ID, ...head, seal: mac.ofHead(head) }, { session });
      if (links.length > 0) await insertInOrder(collections, links, session);
    }),
  );
}

/** One entry names as many: about 60 kB. */
const ADOPTED_TOGETHER = 500;

async function adoptFlags(connection: Connection, sealed: { mac: AuditMac; at: Date }): Promise<AuditEvent[]> {
  const flags = connection.collection<StoredFlag>('flags').find({}, { projection: COMPARED }).sort({ _id: 1 });
  const events: AuditEvent[] = [];
  let together: FlagFacts[] = [];
  const end = () => {
    if (together.length === 0) return;
    events.push(adoptionEvent(together, sealed.at));
    together = [];
  };
  for await (const flag of flags) {
    together.push(factsOf(flag, sealed.mac));
    if (together.length === ADOPTED_TOGETHER) end();
  }
  end();
  return events;
}
