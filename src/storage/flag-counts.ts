import type { Model } from 'mongoose';
import type { Flag, TicketCount } from '../domain/flag.js';
import { IS_ASSIGNED } from './flag-assigning.js';
import type { FlagDocument } from './flag-document.js';
import { type FlagFilter, filterOf } from './flag-queue.js';

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

export async function countFlagQueue(
  flags: Model<FlagDocument>,
  { assignedTo, ...filter }: FlagFilter,
): Promise<number> {
  if (assignedTo !== null) return flags.countDocuments(filterOf({ ...filter, assignedTo }));
  // Those that are somebody's are few: all that are not would be read one by one.
  const all = filterOf(filter);
  const [count, assigned] = await Promise.all([
    flags.countDocuments(all),
    flags.countDocuments({ $and: [all, IS_ASSIGNED] }),
  ]);
  return count - assigned;
}
