import { setTimeout as wait } from 'node:timers/promises';
import type { Model } from 'mongoose';
import { mongo } from 'mongoose';
import { type AuditEntry, type AuditEvent, GENESIS_HASH, hashAuditEntry } from '../domain/audit.js';
import { RetryableError } from '../domain/errors.js';
import { isDuplicateKey } from './insert-new.js';
import { frozen } from './plain-value.js';

/** `_id` is `seq`: the one index every collection has makes each place in the chain unique. */
export type AuditDocument = Omit<AuditEntry, 'seq'> & { _id: number };

interface Waiting {
  readonly event: AuditEvent;
  resolve(entry: AuditEntry): void;
  reject(error: unknown): void;
}

interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Links written in one call; what waits meanwhile goes together. */
const MAX_TOGETHER = 200;

/** Lost races in a row with other processes before giving up; each lost race means that another one got on. */
const MAX_LOST_RACES = 1_000;

/** Up to this long, at random, so that those who met once do not meet again; about one write takes as long. */
const LOST_RACE_WAIT_MS = 20;

/**
 * Appends in order, one write under way a process. A place is taken by inserting its number: where another process
 * was first, the head is read again and the links are made anew. Nothing is reserved before it is written, so a
 * process that is killed leaves no gap.
 */
export function createAppendQueue(deps: { entries: Model<AuditDocument>; onAppended(head: Head): void }) {
  const waiting: Waiting[] = [];
  let head: Head | undefined;
  let isRunning = false;

  const run = async () => {
    isRunning = true;
    for (let lostRaces = 0; waiting.length > 0; ) {
      const together = waiting.slice(0, MAX_TOGETHER);
      try {
        head ??= await readHead(deps.entries);
        const links = chain(head, together);
        const written = await insertInOrder(deps.entries, links);
        waiting.splice(0, written);
        for (const [index, link] of links.slice(0, written).entries()) together[index]?.resolve(link);
        const last = links[written - 1];
        if (last) deps.onAppended(last);
        const isAll = written === links.length;
        head = isAll ? last : undefined;
        lostRaces = written > 0 ? 0 : lostRaces + 1;
        if (lostRaces > MAX_LOST_RACES) throw tooBusy();
        if (!isAll) await wait(Math.random() * LOST_RACE_WAIT_MS);
      } catch (error) {
        head = undefined;
        waiting.splice(0, together.length);
        for (const one of together) one.reject(error);
      }
    }
    // In the same turn as the last look at what waits: an append in between would wait for ever.
    isRunning = false;
  };

  return {
    append(event: AuditEvent): Promise<AuditEntry> {
      return new Promise((resolve, reject) => {
        waiting.push({ event: wellFormed(event), resolve, reject });
        if (!isRunning) void run();
      });
    },
  };
}

async function readHead(entries: Model<AuditDocument>): Promise<Head> {
  const last = await entries.findOne({}, { hash: 1 }).sort({ _id: -1 }).lean();
  return last ? { seq: last._id, hash: last.hash } : { seq: 0, hash: GENESIS_HASH };
}

function chain(head: Head, together: readonly Waiting[]): AuditEntry[] {
  let { seq, hash } = head;
  return together.map(({ event }) => {
    const previousHash = hash;
    seq += 1;
    hash = hashAuditEntry(seq, previousHash, event);
    return frozen({ ...event, seq, previousHash, hash });
  });
}

/** Writes until a place is taken; returns how many were written. */
async function insertInOrder(entries: Model<AuditDocument>, links: readonly AuditEntry[]): Promise<number> {
  const documents = links.map(({ seq, ...link }) => ({ _id: seq, ...link }));
  try {
    await entries.collection.insertMany(documents as never[], { ordered: true });
    return documents.length;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return error instanceof mongo.MongoBulkWriteError ? error.insertedCount : 0;
  }
}

/** Half a surrogate pair would come back from the database as another character, and break the hash. */
function wellFormed(event: AuditEvent): AuditEvent {
  const { at, actor, action, subject } = event;
  const details = Object.entries(event.details).map(([key, value]) => [
    mended(key),
    typeof value === 'string' ? mended(value) : value,
  ]);
  return { at, actor: mended(actor), action, subject: mended(subject), details: Object.fromEntries(details) };
}

function mended(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

function tooBusy(): RetryableError {
  return new RetryableError('Catatan audit terlalu sibuk.', 'Ulangi tindakan ini.');
}
