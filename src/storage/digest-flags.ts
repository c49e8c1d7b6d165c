import type { Model } from 'mongoose';
import { DAY_MS } from '../domain/days.js';
import type { FlagGroup, WaitsFor } from '../domain/digest-detail.js';
import { overdueBefore } from '../domain/flag.js';
import type { FlagDocument } from './flag-document.js';
import { waitsAt } from './flag-queue.js';
import { asTexts } from './plain-value.js';

/** Of these offices; the day runs from `from` to `to`, and what waits, waits at `now`. */
export interface DigestSpan {
  readonly officeCodes: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

/** What the detail of a digest is made of (`DigestDetail`). */
export interface DigestFlags {
  readonly groups: readonly FlagGroup[];
  readonly waitsFor: Readonly<Record<WaitsFor, number>>;
  readonly overdue: number;
  /** Creation of the oldest that waits. */
  readonly oldest?: Date | undefined;
  readonly dueThisWeek: number;
  /** New flags of each of the last days before `to`, the last one first. */
  readonly newByDaysBack: readonly number[];
}

/** How far back days are set beside each other. */
const DAYS_BACK = 14;

export async function findDigestFlags(
  flags: Model<FlagDocument>,
  { officeCodes, from, to, now, weekEnd }: DigestSpan & { weekEnd: Date },
): Promise<DigestFlags> {
  const officeCode = { $in: asTexts(officeCodes) };
  const open = { officeCode, state: 'open' as const };
  // As the list of what is overdue, which leaves out what waits for somebody's answer.
  const unasked = { ...open, 'question.waitsUntil': { $not: waitsAt(now) } };
  const [groups, evidence, context, settling, anyOpen, overdue, dueThisWeek, oldest, days] = await Promise.all([
    groupsOf(flags, { officeCode, createdAt: { $gte: from, $lt: to } }),
    flags.countDocuments({ officeCode, state: 'sealing' }),
    // A verdict that settles nothing leaves a flag open with a review.
    flags.countDocuments({ ...open, 'reviews.0': { $exists: true } }),
    flags.countDocuments({ officeCode, state: 'contrary' }),
    flags.countDocuments(open),
    flags.countDocuments({ ...unasked, openedAt: { $lt: overdueBefore(now) } }),
    flags.countDocuments({ ...unasked, openedAt: { $gte: overdueBefore(now), $lt: overdueBefore(weekEnd) } }),
    flags
      .findOne({ officeCode, state: { $in: ['sealing', 'open', 'contrary'] } }, { createdAt: 1 })
      .sort({ createdAt: 1 })
      .lean(),
    countsByDaysBack(flags, { officeCode, to }),
  ]);
  return {
    groups,
    overdue,
    waitsFor: { evidence, decision: anyOpen - context, context, settling },
    oldest: oldest?.createdAt,
    dueThisWeek,
    newByDaysBack: days,
  };
}

async function groupsOf(flags: Model<FlagDocument>, filter: object): Promise<FlagGroup[]> {
  const found = await flags.aggregate<{ _id: Omit<FlagGroup, 'flags'>; flags: number }>([
    { $match: filter },
    {
      $group: {
        _id: { officeCode: '$officeCode', kind: '$kind', stage: '$stage', platform: '$platform' },
        flags: { $sum: 1 },
      },
    },
  ]);
  return found.map(({ _id, flags: count }) => ({ ..._id, flags: count }));
}

/** A range of the index each: local days of Indonesia have 24 hours, so that they can be counted off. */
function countsByDaysBack(
  flags: Model<FlagDocument>,
  { officeCode, to }: { officeCode: object; to: Date },
): Promise<number[]> {
  const startOf = (back: number) => new Date(to.getTime() - (back + 1) * DAY_MS);
  return Promise.all(
    Array.from({ length: DAYS_BACK }, (_, back) =>
      flags.countDocuments({ officeCode, createdAt: { $gte: startOf(back), $lt: startOf(back - 1) } }),
    ),
  );
}
