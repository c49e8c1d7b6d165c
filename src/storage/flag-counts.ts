import type { Model } from 'mongoose';
import type { Flag, TicketCount } from '../domain/flag.js';
import type { FlagFilter } from '../domain/flag-filter.js';
import { ASSIGNED, IS_ASSIGNED } from './flag-assigning.js';
import type { FlagDocument } from './flag-document.js';
import { ASKED_UNTIL, filterOf, waitsAt } from './flag-queue.js';

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

/** What is left out is few: all that is not would be read one by one, where the rest is counted from an index. */
export async function countFlagQueue(flags: Model<FlagDocument>, filter: FlagFilter): Promise<number> {
  const { assignedTo, questions, ...rest } = filter;
  const isFree = assignedTo === null;
  const isOrdinary = questions?.which === 'none';
  if (questions?.which === 'waiting') return flags.countDocuments(filterOf(filter)).hint(ASKED_UNTIL);
  const all = filterOf({ ...rest, assignedTo: isFree ? undefined : assignedTo });
  const waiting = isOrdinary ? { 'question.waitsUntil': waitsAt(questions.now) } : undefined;
  const [count, asked, assigned, both] = await Promise.all([
    flags.countDocuments(all),
    waiting ? flags.countDocuments({ $and: [all, waiting] }).hint(ASKED_UNTIL) : 0,
    isFree ? flags.countDocuments({ $and: [all, IS_ASSIGNED] }).hint(ASSIGNED) : 0,
    isFree && waiting ? flags.countDocuments({ $and: [all, IS_ASSIGNED, waiting] }).hint(ASKED_UNTIL) : 0,
  ]);
  return count - asked - assigned + both;
}
