import type { ClientSession, Connection } from 'mongoose';
import type { AuditEvent } from '../domain/audit.js';
import { marksEvent } from '../domain/audit-events.js';
import { toActivityDocument } from './activity-document.js';
import type { AuditRecorder } from './audit-repository.js';
import { toSealingFlag } from './flag-document.js';
import type { KnownAct } from './known-acts.js';
import { type MarkedAct, sealMarked } from './save-marked.js';
import type { SearchTerms } from './search-terms.js';

export type SaveFoundTrue = (made: MarkedAct, session: ClientSession) => Promise<AuditEvent | undefined>;

/**
 * An act that people found true, within the transaction of that decision. It may have been read and left unmarked
 * before: its hash then stays as long as the flag. Fails with a duplicate key where the act has a flag.
 */
export function createFoundTrue(
  connection: Connection,
  { terms, mac }: { terms: Pick<SearchTerms, 'foundBy'>; mac: AuditRecorder['mac'] },
): SaveFoundTrue {
  const known = connection.collection<KnownAct>('known_acts');
  return async ({ activity, flag }, session) => {
    const keep = { $unset: { expireAt: '' } } as const;
    await known.updateOne({ _id: activity.id }, keep, { upsert: true, session });
    const made = { act: toActivityDocument(activity), flag: toSealingFlag(flag, terms.foundBy(activity)) };
    await connection.collection('activities').insertOne(made.act as never, { session });
    await connection.collection('flags').insertOne(made.flag as never, { session });
    return marksEvent([flag], sealMarked([made], mac));
  };
}
