import type { ClientSession, Collection, Connection, Model } from 'mongoose';
import { nipKeyEvent } from '../domain/audit-events.js';
import { PermanentError } from '../domain/errors.js';
import { NIP_KEY_FAULTS } from '../words/adapters/audit.js';
import { sayError } from '../words/say.js';
import { type AccountDocument, accountSchema } from './account-document.js';
import type { AuditRecorder } from './audit-repository.js';
import { isDuplicateKey } from './insert-new.js';
import { keyIdOf, type NipSeal } from './sealed-nip.js';

export interface ResealedBatch {
  readonly resealed: number;
  /** Accounts whose NIP no key that is held here opens. */
  readonly unreadable: readonly string[];
  /** Where the next batch begins; undefined: that was the last one. */
  readonly next?: string | undefined;
}

export interface Taken {
  readonly isNew: boolean;
  /** The id of the key that sealed last, where it is not held here. */
  readonly givenUp?: string | undefined;
}

/** Which key seals NIPs here, and what of them is not sealed with it yet. Needs the key of NIPs. */
export interface NipKeyRepository {
  /**
   * Makes the key of this process the one that seals, with one entry in the log; whoever seals with another one is
   * refused from then on. Repeating changes nothing. Throws PermanentError where the key that sealed last is not held
   * here, unless `isLost` says that it is known to be gone.
   */
  takeIntoUse(change: { at: Date; actor: string; isLost?: boolean }): Promise<Taken>;
  /** Throws PermanentError, as an import would, where NIPs are sealed with another key than the newest one held here. */
  checkInUse(): Promise<void>;
  /**
   * Seals and hashes the next accounts' NIPs with the key in use. What stands between two calls is the documents
   * themselves: whoever is killed begins anew and finds what is left.
   */
  resealBatch(options: { after?: string | undefined; limit: number }): Promise<ResealedBatch>;
  /** How many NIPs are not sealed with the key in use: those that a key held here opens, and those that none does. */
  countOthers(): Promise<{ readonly opened: number; readonly unreadable: number }>;
}

/** For whoever seals: within the transaction that writes what was sealed. */
export type HoldNipKey = (session: ClientSession) => Promise<void>;

interface InUse {
  readonly _id: 'nip';
  readonly keyId: string;
  readonly writes: number;
}

export function createNipKeyRepository(
  connection: Connection,
  { nipSeal, audit }: { nipSeal: NipSeal; audit: AuditRecorder },
): { repository: NipKeyRepository; hold: HoldNipKey } {
  const accounts = connection.model<AccountDocument>('Account', accountSchema as never, 'accounts');
  const keys = connection.collection<InUse>('keys_in_use') as unknown as Collection<InUse>;
  return {
    hold: (session) => hold(keys, nipSeal, session),
    repository: {
      takeIntoUse: (change) => takeIntoUse({ keys, nipSeal, audit }, change),
      checkInUse: () => checkInUse(keys, nipSeal),
      resealBatch: (options) => resealBatch(accounts, nipSeal, options),
      countOthers: () => countOthers(accounts, nipSeal),
    },
  };
}

/** One document that both write: an import either is done before the key changes, or finds that it has changed. */
async function hold(keys: Collection<InUse>, nipSeal: NipSeal, session: ClientSession): Promise<void> {
  const keyId = nipSeal.keyId();
  const { matchedCount } = await keys.updateOne({ _id: 'nip', keyId }, { $inc: { writes: 1 } }, { session });
  if (matchedCount > 0) return;
  const known = await keys.findOne({ _id: 'nip' }, { session });
  if (!known) await keys.insertOne({ _id: 'nip', keyId, writes: 1 }, { session });
  else throw faultOf(known, nipSeal);
}

async function checkInUse(keys: Collection<InUse>, nipSeal: NipSeal): Promise<void> {
  const known = await keys.findOne({ _id: 'nip' });
  if (known && known.keyId !== nipSeal.keyId()) throw faultOf(known, nipSeal);
}

function faultOf(known: InUse, nipSeal: NipSeal): PermanentError {
  return nipSeal.holds(known.keyId) ? notYetInUse() : otherKey();
}

async function takeIntoUse(
  { keys, nipSeal, audit }: { keys: Collection<InUse>; nipSeal: NipSeal; audit: AuditRecorder },
  { at, actor, isLost = false }: { at: Date; actor: string; isLost?: boolean },
): Promise<Taken> {
  const keyId = nipSeal.keyId();
  try {
    return await audit.record<Taken>(async (session) => {
      const known = await keys.findOne({ _id: 'nip' }, { session });
      if (known?.keyId === keyId) return { value: { isNew: false } };
      const givenUp = known && !nipSeal.holds(known.keyId) ? known.keyId : undefined;
      if (givenUp !== undefined && !isLost) throw otherKey();
      // Counted up, never set: whoever seals at this moment has written it too, and one of the two begins anew.
      await keys.updateOne({ _id: 'nip' }, { $set: { keyId }, $inc: { writes: 1 } }, { upsert: true, session });
      // What is said to be lost and is held is not: the log tells what was so.
      const told = { keyId, before: known?.keyId, isLost: givenUp !== undefined };
      return { value: { isNew: true, givenUp }, event: nipKeyEvent(told, { at, actor }) };
    });
  } catch (error) {
    if (isDuplicateKey(error)) return takeIntoUse({ keys, nipSeal, audit }, { at, actor, isLost });
    throw error;
  }
}

async function resealBatch(
  accounts: Model<AccountDocument>,
  nipSeal: NipSeal,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<ResealedBatch> {
  const batch = await accounts
    .find(after === undefined ? {} : { _id: { $gt: after } }, { nipSealed: 1, nipHash: 1 })
    .sort({ _id: 1 })
    .limit(limit)
    .lean();
  const unreadable: string[] = [];
  const writes = batch
    .filter((stored) => !nipSeal.isOfKeyInUse(stored))
    .flatMap(({ _id, nipSealed }) => {
      const nip = unsealOr(nipSeal, nipSealed, _id);
      if (nip === undefined) {
        unreadable.push(_id);
        return [];
      }
      const fields = { nipSealed: nipSeal.seal(nip, _id), nipHash: nipSeal.hash(nip) };
      // The seal as it was read: an import that gave the account to another holder meanwhile is not undone.
      return [{ updateOne: { filter: { _id, nipSealed }, update: { $set: fields } } }];
    });
  if (writes.length > 0) await accounts.bulkWrite(writes, { ordered: false });
  return { resealed: writes.length, unreadable, next: batch.length < limit ? undefined : batch.at(-1)?._id };
}

function unsealOr(nipSeal: NipSeal, sealed: string, accountId: string): string | undefined {
  try {
    return nipSeal.unseal(sealed, accountId);
  } catch (error) {
    if (error instanceof PermanentError) return undefined;
    throw error;
  }
}

async function countOthers(accounts: Model<AccountDocument>, nipSeal: NipSeal) {
  const counts = { opened: 0, unreadable: 0 };
  const inUse = nipSeal.keyId();
  for await (const { _id, nipSealed } of accounts.find({}, { nipSealed: 1 }).lean().cursor()) {
    if (keyIdOf(nipSealed) === inUse) continue;
    counts[unsealOr(nipSeal, nipSealed, _id) === undefined ? 'unreadable' : 'opened'] += 1;
  }
  return counts;
}

function otherKey(): PermanentError {
  return new PermanentError(...sayError(NIP_KEY_FAULTS.otherKey, 'id'));
}

function notYetInUse(): PermanentError {
  return new PermanentError(...sayError(NIP_KEY_FAULTS.notYetInUse, 'id'));
}
