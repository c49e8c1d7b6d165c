import type { ClientSession, Model, mongo } from 'mongoose';
import { claimEvent } from '../domain/audit-events.js';
import type { ClaimFor, Flag } from '../domain/flag.js';
import type { FlagFilter } from '../domain/flag-filter.js';
import type { AuditRecorder } from './audit-repository.js';
import { ASSIGNED } from './flag-assigning.js';
import { type FlagDocument, toFlag } from './flag-document.js';
import { CLAIMS, filterOf, laterThan, NOT_PENDING, placeAfter, QUEUE_ORDER, unclaimedAt } from './flag-queue.js';
import { asText } from './plain-value.js';

/** `tab`: the page that holds it. */
type TabClaim = ClaimFor & { readonly tab?: string | undefined };

/** A claim is a person's, held by every page of the flag that they have open. It is no change: the version stays. */
export interface FlagClaims {
  /**
   * Takes an open flag for one reviewer, or prolongs their own claim; of several at once exactly one gets it.
   * `undefined`: somebody else holds it, or it is not open. Only taking is in the log; pages of
   * one person that ask at once hold it together.
   */
  claimFlag(id: string, claim: TabClaim): Promise<Flag | undefined>;
  /** Ends their claim, whatever pages are open. */
  releaseFlag(id: string, by: string, now: Date): Promise<void>;
  /** One open page less. With the last one the claim ends at `until`, if not now, and the log says that it was given back. */
  leaveFlag(id: string, page: ClaimFor & { tab: string }): Promise<void>;
  /** Flags of the filter that this person holds at `now`, by age; a hundred at most. */
  listClaimed(filter: FlagFilter, claim: { by: string; now: Date }): Promise<Flag[]>;
  /**
   * The next open flag of the filter that nobody holds, claimed in the same step. `after`: a flag's id or a queue
   * cursor; only later places count, and the search does not begin anew at the end.
   */
  claimNextFlag(filter: FlagFilter, claim: ClaimFor & { after?: string }): Promise<Flag | undefined>;
}

/** More than anybody opens within the time of a claim. */
const MAX_CLAIMED = 100;
/** Of one flag, by one person. */
const MAX_TABS = 20;

/** Who held a flag and when is in the log. */
export function createFlagClaims(flags: Model<FlagDocument>, audit: AuditRecorder): FlagClaims {
  // What is computed in the database is no value of a schema.
  const pages = flags.collection as unknown as mongo.Collection<FlagDocument>;
  const join = async (id: string, claim: TabClaim, session?: ClientSession) => {
    const mine = { _id: asText(id), state: 'open', pending: NOT_PENDING, ...heldBy(claim) } as const;
    const held = await pages.findOneAndUpdate(mine, prolong(claim), { ...AFTER, session });
    return held ? toFlag(held) : undefined;
  };
  return {
    async claimFlag(id, claim) {
      const joined = await join(id, claim);
      if (joined) return joined;
      const free = { $or: [...unclaimedAt(claim.now), { 'claim.by': asText(claim.by) }] };
      const filter = { $and: [{ _id: asText(id), state: 'open', pending: NOT_PENDING }, free] };
      return audit.record(async (session) => {
        // Pages opened at once: when one of them has just taken it, the others join that claim.
        const value = await join(id, claim, session);
        return value ? { value } : take(flags, { filter, claim, session });
      });
    },

    async listClaimed(filter, { by, now }) {
      const held = { 'claim.by': asText(by), 'claim.until': { $gt: now } };
      const found = flags.find({ $and: [held, filterOf({ ...filter, state: 'open' })] });
      return (await found.hint(CLAIMS).sort(QUEUE_ORDER).limit(MAX_CLAIMED).lean()).map(toFlag);
    },

    async releaseFlag(id, by, now) {
      await audit.record(async (session) => {
        const held = { _id: asText(id), 'claim.by': asText(by) };
        const { modifiedCount } = await flags.updateOne(held, { $unset: { claim: '' } }, { session });
        const event = modifiedCount === 1 ? claimEvent('flag_released', id, { by, now }) : undefined;
        return { value: undefined, event };
      });
    },

    async leaveFlag(id, page) {
      await audit.record(async (session) => {
        const held = { _id: asText(id), ...heldBy(page) };
        const left = await pages.findOneAndUpdate(held, leave(page), { ...AFTER, session });
        const isLast = left !== null && (left.claim?.tabs ?? []).length === 0;
        return { value: undefined, event: isLast ? claimEvent('flag_released', id, page) : undefined };
      });
    },

    async claimNextFlag(filter, { after, ...claim }) {
      const place = after === undefined ? undefined : await placeAfter(flags, after);
      const free = { $or: unclaimedAt(claim.now) };
      const next = { $and: [filterOf({ ...filter, state: 'open', isUndecided: true }), laterThan(place), free] };
      const hint = filter.assignedTo ? ASSIGNED : undefined;
      return audit.record((session) => take(flags, { filter: next, claim, session, hint }));
    },
  };
}

interface Taking {
  readonly filter: object;
  readonly claim: TabClaim;
  readonly session: ClientSession;
  /** The index, where another one would read all that wait. */
  readonly hint?: string | undefined;
}

/** The first flag of the filter, for this person alone. */
async function take(flags: Model<FlagDocument>, { filter, claim, session, hint }: Taking) {
  const { by, until, now, tab } = claim;
  const tabs = tab === undefined ? undefined : [{ id: asText(tab), until }];
  const change = { $set: { claim: { by: asText(by), until, tabs } } };
  const taking = flags.findOneAndUpdate(filter, change, { returnDocument: 'after', sort: QUEUE_ORDER, session });
  const found = await (hint ? taking.hint(hint) : taking).lean();
  if (!found) return { value: undefined };
  return { value: toFlag(found), event: claimEvent('flag_claimed', found._id, { by, now }) };
}

const AFTER = { returnDocument: 'after' } as const;

/** Not one that its last page has left: taking that up again is a new claim in the log. */
function heldBy({ by, now }: ClaimFor) {
  return { 'claim.by': asText(by), 'claim.until': { $gt: now }, 'claim.tabs': { $ne: [] } };
}

/** Whoever asks has it for longer; what another page holds for longer still, it keeps. */
function prolong({ until, now, tab }: TabClaim) {
  const own = { id: { $literal: asText(tab ?? '') }, until };
  const tabs = { $slice: [{ $concatArrays: [otherTabs(now, tab), [own]] }, -MAX_TABS] };
  const later = { 'claim.until': { $max: ['$claim.until', until] } };
  return [{ $set: tab === undefined ? later : { ...later, 'claim.tabs': tabs } }];
}

/** A page that nobody used for the time of a claim, or that went without a word, holds nothing any more. */
function leave({ by, until, now, tab }: ClaimFor & { tab: string }) {
  const rest = { $max: { $map: { input: '$claim.tabs', in: '$$this.until' } } };
  const last = { by: { $literal: asText(by) }, until: { $min: ['$claim.until', until] }, tabs: [] };
  const ended = until > now ? last : '$$REMOVE';
  const isLast = { $eq: [{ $size: '$claim.tabs' }, 0] };
  return [
    { $set: { 'claim.tabs': otherTabs(now, tab) } },
    { $set: { claim: { $cond: [isLast, ended, { $mergeObjects: ['$claim', { until: rest }] }] } } },
  ];
}

function otherTabs(now: Date, tab = '') {
  const isOther = { $and: [{ $ne: ['$$this.id', { $literal: asText(tab) }] }, { $gt: ['$$this.until', now] }] };
  return { $filter: { input: { $ifNull: ['$claim.tabs', []] }, cond: isOther } };
}
