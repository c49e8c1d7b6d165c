import type { Model } from 'mongoose';
import { claimEvent, undoingEvent } from '../domain/audit-events.js';
import type { ClaimFor, Flag } from '../domain/flag.js';
import type { PendingDecision } from '../domain/pending-decision.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import type { AuditRecorder } from './audit-repository.js';
import { type FlagDocument, type PendingDocument, toFlag } from './flag-document.js';
import { NOT_PENDING, unclaimedAt } from './flag-queue.js';
import { asText, frozen } from './plain-value.js';
import { openText, sealText } from './seal-text.js';

/** Decisions that can still be undone. None is a change: version, reviews, counts and log stay as they are. */
export interface PendingDecisions {
  /**
   * Puts it on the flag in place of the claim; of several at once exactly one gets there. `undefined`: the flag has another
   * version now, somebody else holds it, or a decision waits there already.
   */
  holdDecision(pending: PendingDecision): Promise<Flag | undefined>;
  findPending(flagId: string): Promise<PendingDecision | undefined>;
  /** Those of one person, oldest first. */
  listPendingOf(userId: string): Promise<PendingDecision[]>;
  /** Those whose time has come, longest waiting first; also those that no clock of ours puts off beyond `latest`: it was set back. */
  listDueDecisions(due: { now: Date; latest: Date; limit: number }): Promise<PendingDecision[]>;
  /** Takes it off the flag, which its person then holds as before. `undefined`: it is a verdict already. */
  undoDecision(pending: Pick<PendingDecision, 'id' | 'flagId'>, claim: ClaimFor): Promise<Flag | undefined>;
  /**
   * Takes all that were given together off their flags, of which `keep` alone is then held. `undefined`: one of them counts
   * already, and so none is undone.
   */
  undoTogether(
    together: string,
    keep: { readonly flagId: string; readonly claim: ClaimFor },
  ): Promise<string[] | undefined>;
  /** From now on none of those given together can be undone. Safe to repeat. */
  beginCounting(together: string): Promise<void>;
  /** Takes it off the flag that it can no longer decide, and leaves the flag to whoever comes. */
  dropDecision(pending: Pick<PendingDecision, 'id' | 'flagId'>, now: Date): Promise<void>;
}

/** More than one person decides in the time of an undo, a few times as many as are given together. */
const MAX_OWN = 400;

export function createPendingDecisions(
  flags: Model<FlagDocument>,
  { audit, hashKey }: { audit: AuditRecorder; hashKey: Buffer },
): PendingDecisions {
  const key = subkeyOf(hashKey, 'netra pending decision');
  const read = (found: readonly Stored[]) => found.flatMap((flag) => toPending(flag, key) ?? []);
  return {
    async holdDecision(pending) {
      const { flagId, userId, seenVersion, givenAt } = pending;
      const free = { $or: [...unclaimedAt(givenAt), { 'claim.by': asText(userId) }] };
      const filter = { _id: asText(flagId), version: seenVersion, pending: NOT_PENDING, ...free };
      // Nothing to log; but what cannot be logged later is refused now.
      return audit.record(async (session) => {
        const change = { $set: { pending: toDocument(pending, key) }, $unset: { claim: '' } };
        const held = await flags.findOneAndUpdate(filter, change, { returnDocument: 'after', session }).lean();
        return { value: held ? toFlag(held) : undefined };
      });
    },

    async findPending(flagId) {
      const found = await flags.findOne({ _id: asText(flagId) }, { pending: 1 }).lean();
      return found ? toPending(found, key) : undefined;
    },

    async listPendingOf(userId) {
      const own = { 'pending.countsFrom': { $exists: true }, 'pending.by': asText(userId) };
      return read(await flags.find(own, { pending: 1 }).sort(BY_TIME).limit(MAX_OWN).lean());
    },

    async listDueDecisions({ now, latest, limit }) {
      const due = { $or: [{ 'pending.countsFrom': { $lte: now } }, { 'pending.countsFrom': { $gt: latest } }] };
      return read(await flags.find(due, { pending: 1 }).sort(BY_TIME).limit(limit).lean());
    },

    async undoDecision({ id, flagId }, { by, until, now }) {
      const own = { _id: asText(flagId), 'pending.id': asText(id), 'pending.by': asText(by) };
      const back = { $unset: { pending: '' }, $set: { claim: { by: asText(by), until } } };
      // In the log: whoever writes the database could put it back, and have it count.
      return audit.record(async (session) => {
        const options = { returnDocument: 'after', session } as const;
        const undone =
          (await flags.findOneAndUpdate({ ...own, state: 'open' }, back, options).lean()) ??
          // A second look is held by nobody.
          (await flags.findOneAndUpdate(own, { $unset: { pending: '' } }, options).lean());
        if (!undone) return { value: undefined };
        return { value: toFlag(undone), event: undoingEvent({ id, flagId }, { by, now }) };
      });
    },

    ...createTogether(flags, audit),

    async dropDecision({ id, flagId }, now) {
      const own = { _id: asText(flagId), 'pending.id': asText(id) };
      await audit.record(async (session) => {
        const before = await flags.findOneAndUpdate(own, { $unset: { pending: '' } }, { session }).lean();
        // Only an open flag was ever taken.
        const by = before?.state === 'open' ? before.pending?.by : undefined;
        return { value: undefined, event: by ? claimEvent('flag_released', flagId, { by, now }) : undefined };
      });
    },
  };
}

/**
 * Each is a decision of its own flag, with its own entry of the log. As one they are only in this: whether they count or
 * are undone is settled for all in one transaction, and a process that comes from the other side meets it on the same flags.
 */
function createTogether(
  flags: Model<FlagDocument>,
  audit: AuditRecorder,
): Pick<PendingDecisions, 'undoTogether' | 'beginCounting'> {
  return {
    async undoTogether(together, { flagId, claim: { by, until, now } }) {
      const all = { ...ofTogether(together), 'pending.by': asText(by) };
      return audit.record(async (session) => {
        const held = await flags.find(all, { pending: 1 }, { session }).lean();
        if (held.length === 0 || held.some(({ pending }) => pending?.isCounting)) return { value: undefined };
        await flags.updateMany(all, { $unset: { pending: '' } }, { session });
        const open = { _id: asText(flagId), state: 'open' as const };
        await flags.updateOne(open, { $set: { claim: { by: asText(by), until } } }, { session });
        const events = held.map(({ _id, pending }) => undoingEvent({ id: pending!.id, flagId: _id }, { by, now }));
        return { value: held.map(({ _id }) => _id), event: events };
      });
    },

    async beginCounting(together) {
      const waiting = { ...ofTogether(together), 'pending.isCounting': { $exists: false } };
      if (!(await flags.exists(waiting))) return;
      await audit.record(async (session) => {
        await flags.updateMany(waiting, { $set: { 'pending.isCounting': true } }, { session });
        return { value: undefined };
      });
    },
  };
}

/** By the index of those few that wait at all. */
function ofTogether(together: string) {
  return { 'pending.countsFrom': { $exists: true }, 'pending.together': asText(together) };
}

const BY_TIME = { 'pending.countsFrom': 1 } as const;

type Stored = Pick<FlagDocument, '_id' | 'pending'>;

/** Of this giving alone: moved to another flag or person it does not open. */
const boundTo = (flagId: string, { id, by }: { id: string; by: string }) => `${by} ${flagId} ${id}`;

function toDocument({ id, flagId, userId, given, ...times }: PendingDecision, key: Buffer): PendingDocument {
  const own = { id: asText(id), by: asText(userId) };
  const { seenVersion, givenAt, countsFrom, together, from } = times;
  return {
    ...own,
    seenVersion,
    givenAt,
    countsFrom,
    together,
    from,
    sealed: sealText(JSON.stringify(given), key, boundTo(flagId, own)),
  };
}

function toPending({ _id, pending }: Stored, key: Buffer): PendingDecision | undefined {
  if (!pending) return undefined;
  const { by, sealed, isCounting: _begun, ...rest } = pending;
  return frozen({ ...rest, userId: by, flagId: _id, given: open(sealed, key, boundTo(_id, pending)) });
}

function open(sealed: string, key: Buffer, bound: string): PendingDecision['given'] {
  try {
    return JSON.parse(openText(sealed, key, bound)) as PendingDecision['given'];
  } catch {
    return undefined;
  }
}
