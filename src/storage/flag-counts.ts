import type { Model } from 'mongoose';
import { type Flag, overdueBefore, type TicketCount } from '../domain/flag.js';
import type { DigestSpan } from './digest-flags.js';
import type { FlagDocument } from './flag-document.js';
import { asTexts } from './plain-value.js';

export interface FlagCounts {
  readonly newFlags: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly decided: number;
}

/**
 * A flag still in `sealing` waits too: a pack that cannot be made must not hide a mark from its office. It is not
 * overdue, because nobody may decide it yet.
 */
export async function countFlagsForDigest(
  flags: Model<FlagDocument>,
  { officeCodes, from, to, now }: DigestSpan,
): Promise<FlagCounts> {
  const officeCode = { $in: asTexts(officeCodes) };
  const state = { $in: ['sealing' as const, 'open' as const] };
  const [newFlags, waiting, overdue, decided] = await Promise.all([
    flags.countDocuments({ officeCode, createdAt: { $gte: from, $lt: to } }),
    flags.countDocuments({ officeCode, state }),
    flags.countDocuments({ officeCode, state: 'open', openedAt: { $lt: overdueBefore(now) } }),
    flags.countDocuments({ officeCode, state: 'decided', decidedAt: { $gte: from, $lt: to } }),
  ]);
  return { newFlags, waiting, overdue, decided };
}

export async function countFlagsByTicket(flags: Model<FlagDocument>): Promise<TicketCount[]> {
  const counts = await flags.aggregate<{ _id: string; marks: number; newest: Pick<Flag, 'ruleset' | 'elections'> }>([
    { $project: { 'matches.tickets': 1, made: { at: '$createdAt', ruleset: '$ruleset', elections: '$elections' } } },
    { $unwind: '$matches' },
    { $unwind: '$matches.tickets' },
    // Two matches of one flag may name the same ticket.
    { $group: { _id: { flag: '$_id', ticket: '$matches.tickets' }, made: { $first: '$made' } } },
    { $group: { _id: '$_id.ticket', marks: { $sum: 1 }, newest: { $max: '$made' } } },
    { $sort: { _id: 1 } },
  ]);
  return counts.map(({ _id, marks, newest: { ruleset, elections } }) => ({ ticket: _id, marks, ruleset, elections }));
}

export async function countFlagsByRule(flags: Model<FlagDocument>, since: Date): Promise<Record<string, number>> {
  const counts = await flags.aggregate<{ _id: string; count: number }>([
    { $match: { createdAt: { $gte: since } } },
    { $project: { 'matches.rule': 1 } },
    { $unwind: '$matches' },
    { $group: { _id: { flag: '$_id', rule: '$matches.rule' } } },
    { $group: { _id: '$_id.rule', count: { $sum: 1 } } },
  ]);
  return Object.fromEntries(counts.map(({ _id, count }) => [_id, count]));
}
