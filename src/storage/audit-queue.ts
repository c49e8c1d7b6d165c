import { setTimeout as wait } from 'node:timers/promises';
import type { AuditEntry, AuditEvent } from '../domain/audit.js';
import type { AuditMac } from '../domain/audit-mac.js';
import { RetryableError } from '../domain/errors.js';
import { AUDIT_FAULTS } from '../words/adapters/audit.js';
import { sayError } from '../words/say.js';
import { wellFormed } from './audit-document.js';
import { type AuditCollections, chainAfter, insertInOrder, moveHead, readEnd } from './audit-head.js';
import type { AuditWaiting, WaitingEvent } from './audit-waiting.js';

interface Pending {
  readonly event: AuditEvent;
  /** `undefined`: it had its place already. */
  resolve(entry: AuditEntry | undefined): void;
  reject(error: unknown): void;
}

export interface AuditQueueDeps {
  readonly collections: AuditCollections;
  readonly waiting: Pick<AuditWaiting, 'remove'>;
  readonly mac: AuditMac;
}

/** Links written in one call; what waits meanwhile goes together. */
const MAX_TOGETHER = 200;

/** Lost races in a row with other processes before giving up; each lost race means that another one got on. */
const MAX_LOST_RACES = 1_000;

/** Up to this long, at random, so that those who met once do not meet again; about one write takes as long. */
const LOST_RACE_WAIT_MS = 20;

/**
 * Gives entries their places, one write under way a process. A place is taken by inserting its number: where another
 * process was first, the end is read again and the links are made anew. The head moves over them before anybody hears
 * that they are written, and only from a head that holds.
 */
export function createAuditQueue(deps: AuditQueueDeps) {
  const pending: Pending[] = [];
  let seen = 0;
  let isRunning = false;

  const run = async () => {
    isRunning = true;
    for (let lostRaces = 0; pending.length > 0; ) {
      const together = pending.slice(0, MAX_TOGETHER);
      try {
        const written = await write(deps, together, seen);
        pending.splice(0, written.length);
        for (const [index, link] of written.entries()) together[index]?.resolve(link);
        seen = Math.max(seen, written.at(-1)?.seq ?? 0);
        const isAll = written.length === together.length;
        lostRaces = written.length > 0 ? 0 : lostRaces + 1;
        if (lostRaces > MAX_LOST_RACES) throw tooBusy();
        if (!isAll) {
          await dropPlaced(deps, pending);
          await wait(Math.random() * LOST_RACE_WAIT_MS);
        }
      } catch (error) {
        const failed = pending.filter((one) => together.includes(one));
        pending.splice(0, failed.length);
        for (const one of failed) one.reject(error);
      }
    }
    // In the same turn as the last look at what waits: an append in between would wait for ever.
    isRunning = false;
  };
  const add = (event: AuditEvent) =>
    new Promise<AuditEntry | undefined>((resolve, reject) => {
      pending.push({ event, resolve, reject });
      if (!isRunning) void run();
    });

  return {
    append: async (event: AuditEvent): Promise<AuditEntry> => (await add(wellFormed(event)))!,
    /** Gives its place to what waits in the database. Safe to repeat, from any process. */
    async place(event: WaitingEvent): Promise<void> {
      await add(event);
    },
    /** How far this process has seen the log. */
    seen: () => seen,
  };
}

/** Returns the links that are written: the first of `together`, none where another process was faster. */
async function write(
  { collections, mac, waiting }: AuditQueueDeps,
  together: readonly Pending[],
  seen: number,
): Promise<readonly AuditEntry[]> {
  const end = await readEnd(collections, mac, { atLeast: seen });
  const events = together.map(({ event }) => event);
  const links = chainAfter(end, events, mac);
  const written = links.slice(0, await insertInOrder(collections, links));
  const last = written.at(-1);
  if (last) await moveHead(collections, mac, last);
  await waiting.remove(written.flatMap(({ of }) => of ?? []));
  return written;
}

/** What a process placed that died before it could say so, or another one just now. */
async function dropPlaced({ collections, waiting }: AuditQueueDeps, pending: Pending[]): Promise<void> {
  const ids = pending.slice(0, MAX_TOGETHER).flatMap(({ event }) => event.of ?? []);
  if (ids.length === 0) return;
  const placed = await collections.entries.distinct('of', { of: { $in: ids } });
  await waiting.remove(placed as string[]);
  for (const one of pending.filter(({ event }) => event.of !== undefined && placed.includes(event.of))) {
    pending.splice(pending.indexOf(one), 1);
    one.resolve(undefined);
  }
}

function tooBusy(): RetryableError {
  return new RetryableError(...sayError(AUDIT_FAULTS.tooBusy, 'id'));
}
