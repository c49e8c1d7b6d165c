import type { ClientSession, Connection } from 'mongoose';
import type { AuditEntry, AuditEvent, AuditHead } from '../domain/audit.js';
import type { ChainVerdict } from '../domain/audit-chain.js';
import { type AuditMac, createAuditMac } from '../domain/audit-mac.js';
import type { OutsideHead } from '../domain/audit-outside.js';
import type { AuditReport } from '../domain/audit-report.js';
import { type AuditDocument, auditSchema, toEntry } from './audit-document.js';
import { type AuditCollections, type HeadDocument, readEnd } from './audit-head.js';
import { createAuditQueue } from './audit-queue.js';
import { listCustody } from './audit-reading.js';
import { type ResumeRequest, resumeLog } from './audit-resume.js';
import { type VerifyDeps, verifyAudit } from './audit-verify.js';
import { verifyLog } from './audit-verify-log.js';
import { type AuditWaiting, createAuditWaiting, type WaitingDocument } from './audit-waiting.js';

export interface AuditRepository {
  /**
   * Adds one link at the end; callers at the same moment, in any process, each get their own place. Throws
   * AuditBrokenError where the log does not end as its head says: nothing is written then.
   */
  appendEntry(event: AuditEvent): Promise<AuditEntry>;
  /** Gives entries their place whose process died between the act and that. Returns how many acts they told of. */
  placeLeft(): Promise<number>;
  /** Reads the whole log, a batch at a time. */
  verifyChain(): Promise<ChainVerdict>;
  /**
   * The same, and the log held against flags and reports, both ways, and against heads that left the house. `now`: up to
   * when the database may have removed what had expired.
   */
  verify(heads?: readonly OutsideHead[], now?: Date): Promise<AuditReport>;
  /**
   * Goes on after the break that `verify` names, and takes flags and reports that contradict over as they stand, with keyed entries
   * that say so for ever. Throws where there is neither.
   */
  resume(request: ResumeRequest, heads?: readonly OutsideHead[]): Promise<AuditEntry>;
  /** Where the log ends now; throws AuditBrokenError where that does not hold. */
  getHead(): Promise<AuditHead>;
  /** Newest first; `before` is the `seq` the page before ended with. */
  listEntries(options: { limit: number; before?: number }): Promise<AuditEntry[]>;
  /** What the log tells of a flag up to its last verdict, oldest first; of more than `limit` the last ones. */
  listCustody(flagId: string, limit: number): Promise<AuditEntry[]>;
}

/**
 * What an act writes, within a transaction and maybe more than once, and what the log is to say of it. No event:
 * nothing happened.
 */
export type AuditedAct<T> = (
  session: ClientSession,
) => Promise<{ value: T; event?: AuditEvent | readonly AuditEvent[] | undefined }>;

/** How repositories write what the log has to tell of: the act and its entries together or not at all. */
export interface AuditRecorder {
  readonly mac: AuditMac;
  record<T>(act: AuditedAct<T>): Promise<T>;
}

export function createAudit(
  connection: Connection,
  { auditKey }: { auditKey: Buffer },
): { repository: AuditRepository; recorder: AuditRecorder } {
  const entries = connection.model<AuditDocument>('AuditEntry', auditSchema as never, 'audit');
  const collections = {
    entries: entries.collection,
    heads: connection.collection<HeadDocument>('audit_heads'),
  } as unknown as AuditCollections;
  const mac = createAuditMac(auditKey);
  const waiting = createAuditWaiting(connection.collection<WaitingDocument>('audit_waiting') as never, mac);
  const queue = createAuditQueue({ collections, waiting, mac });
  const flags = connection.collection('flags') as unknown as VerifyDeps['flags'];
  const activities = connection.collection('activities') as unknown as VerifyDeps['activities'];
  const reports = connection.collection('reports') as unknown as VerifyDeps['reports'];
  // What expires is removed by the database's own clock, which is that of the world.
  const verifyAll = (heads: readonly OutsideHead[] = [], now = new Date()) =>
    verifyAudit({ collections, flags, activities, reports, waiting, mac }, { heads, now });
  const placeLeft = async () => {
    const left = await waiting.listLeft();
    await Promise.all(left.map((one) => queue.place(one)));
    return left.length;
  };
  return {
    recorder: { mac, record: createRecord({ connection, collections, waiting, mac, queue }) },
    repository: {
      appendEntry: queue.append,
      placeLeft,
      verifyChain: () => verifyLog(collections, mac),
      verify: async (heads, now) => (await verifyAll(heads, now)).report,
      async resume(request, heads = []) {
        const atLeast = Math.max(0, ...heads.map(({ seq }) => seq));
        const deps = { connection, collections, flags, activities, reports, mac, append: queue.append };
        return resumeLog(deps, await verifyAll(heads, request.at), { ...request, atLeast });
      },
      getHead: () => readEnd(collections, mac, { atLeast: queue.seen() }),
      async listEntries({ limit, before }) {
        const filter = before === undefined ? {} : { _id: { $lt: Number(before) } };
        const found = await entries.find(filter).sort({ _id: -1 }).limit(limit).lean();
        return found.map(toEntry);
      },
      listCustody: (flagId, limit) => listCustody(entries, flagId, limit),
    },
  };
}

interface RecordDeps {
  readonly connection: Connection;
  readonly collections: AuditCollections;
  readonly waiting: Pick<AuditWaiting, 'put'>;
  readonly mac: AuditMac;
  readonly queue: Pick<ReturnType<typeof createAuditQueue>, 'place' | 'seen'>;
}

/** Two transactions: the act with its entries, and their place in the log. A crash between the two loses neither. */
function createRecord({ connection, collections, waiting, mac, queue }: RecordDeps): AuditRecorder['record'] {
  return async (act) => {
    // A log that does not hold is found before the act, not after it.
    await readEnd(collections, mac, { atLeast: queue.seen() });
    const { value, waits } = await connection.withSession((session) =>
      session.withTransaction(async () => {
        const done = await act(session);
        const waits = [];
        for (const event of [done.event ?? []].flat()) waits.push(await waiting.put(event, session));
        return { value: done.value, waits };
      }),
    );
    await Promise.all(waits.map((one) => queue.place(one)));
    return value;
  };
}
