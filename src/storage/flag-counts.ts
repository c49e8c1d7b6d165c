import type { Model } from 'mongoose';
import { FLAG_STATES, type Flag, type FlagState, type TicketCount } from '../domain/flag.js';
import type { CountLimit, FlagFilter } from '../domain/flag-filter.js';
import { ASSIGNED, IS_ASSIGNED } from './flag-assigning.js';
import type { FlagDocument } from './flag-document.js';
import { ASKED_UNTIL, filterOf, limitOf, waitsAt } from './flag-queue.js';
import { asTexts } from './plain-value.js';

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

export async function countFlagsByState(
  flags: Model<FlagDocument>,
  officeCodes: readonly string[] | undefined,
  { upTo }: CountLimit = {},
): Promise<Record<FlagState, number>> {
  const offices = officeCodes ? { officeCode: { $in: asTexts(officeCodes) } } : {};
  const counts = await Promise.all(
    FLAG_STATES.map((state) => flags.countDocuments({ state, ...offices }, limitOf(upTo))),
  );
  return Object.fromEntries(FLAG_STATES.map((state, i) => [state, counts[i]])) as Record<FlagState, number>;
}

/** What is left out is few: all that is not would be read one by one, where the rest is counted from an index. */
export async function countFlagQueue(
  flags: Model<FlagDocument>,
  filter: FlagFilter,
  { upTo }: CountLimit = {},
): Promise<number> {
  const { assignedTo, questions, ...rest } = filter;
  const isFree = assignedTo === null;
  const isOrdinary = questions?.which === 'none';
  if (questions?.which === 'waiting') return flags.countDocuments(filterOf(filter)).hint(ASKED_UNTIL);
  const all = filterOf({ ...rest, assignedTo: isFree ? undefined : assignedTo });
  const waiting = isOrdinary ? { 'question.waitsUntil': waitsAt(questions.now) } : undefined;
  const [asked, assigned, both] = await Promise.all([
    waiting ? flags.countDocuments({ $and: [all, waiting] }).hint(ASKED_UNTIL) : 0,
    isFree ? flags.countDocuments({ $and: [all, IS_ASSIGNED] }).hint(ASSIGNED) : 0,
    isFree && waiting ? flags.countDocuments({ $and: [all, IS_ASSIGNED, waiting] }).hint(ASKED_UNTIL) : 0,
  ]);
  const leftOut = asked + assigned - both;
  const count = await flags.countDocuments(all, limitOf(upTo === undefined ? undefined : upTo + leftOut));
  return count - leftOut;
}
