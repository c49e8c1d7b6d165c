import type { Model } from 'mongoose';
import { NotFoundError } from '../domain/errors.js';
import type { Flag } from '../domain/flag.js';
import type { FlagFilter } from '../domain/flag-filter.js';
import { STORED } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';
import type { FlagDocument } from './flag-document.js';
import { asText, asTexts, withoutUndefined } from './plain-value.js';

/** `createdAt` never changes, so that a flag keeps its place while pages are read. */
export const QUEUE_ORDER = { createdAt: 1, _id: 1 } as const;

interface Place {
  readonly createdAt: Date;
  readonly id: string;
}

/** A place in the queue as text; ids are base64url and hold no dot. */
export function cursorOf(flag: Pick<Flag, 'id' | 'createdAt'>): string {
  return `${flag.createdAt.getTime()}.${flag.id}`;
}

/** Reads a cursor, or looks up the place of a flag's id. Throws NotFoundError for neither. */
export async function placeAfter(flags: Model<FlagDocument>, cursorOrId: string): Promise<Place> {
  const [, time, cursorId] = /^(\d{1,16})\.(.+)$/.exec(asText(cursorOrId)) ?? [];
  const createdAt = new Date(Number(time));
  // Sixteen digits may name a moment that no date can hold.
  if (cursorId !== undefined && !Number.isNaN(createdAt.getTime())) return { createdAt, id: cursorId };
  const flag = await flags.findOne({ _id: cursorOrId }, { createdAt: 1 }).lean();
  if (!flag) throw new NotFoundError(...sayError(STORED.noPage, 'id'));
  return { createdAt: flag.createdAt, id: flag._id };
}

export function laterThan(place: Place | undefined) {
  if (!place) return {};
  return { $or: [{ createdAt: { $gt: place.createdAt } }, { createdAt: place.createdAt, _id: { $gt: place.id } }] };
}

export function filterOf({ officeCodes, state, awaitsSecondBy, awaitsSettlingBy, ...narrow }: FlagFilter) {
  const { kind, platform, stage, evidence, openedBefore, isUndecided, actedFrom, actedTo, heldBy, questions } = narrow;
  const filter: Record<string, unknown> = awaitsSecondBy === undefined ? {} : decidedOnceNotBy(asText(awaitsSecondBy));
  if (awaitsSettlingBy) Object.assign(filter, { state: 'contrary', deciders: { $ne: asText(awaitsSettlingBy) } });
  if (officeCodes) filter.officeCode = { $in: asTexts(officeCodes) };
  if (state) filter.state = asText(state);
  if (kind) filter.kind = asText(kind);
  if (platform) filter.platform = asText(platform);
  if (stage) filter.stage = asText(stage);
  if (evidence) filter['evidence.missing.0'] = { $exists: evidence === 'partial' };
  if (openedBefore) filter.openedAt = { $lt: openedBefore };
  if (isUndecided) filter.pending = NOT_PENDING;
  if (actedFrom || actedTo) filter.actedAt = withoutUndefined({ $gte: actedFrom, $lt: actedTo });
  if (heldBy) Object.assign(filter, { 'claim.by': asText(heldBy.by), 'claim.until': { $gt: heldBy.now } });
  if (questions)
    filter['question.waitsUntil'] =
      questions.which === 'waiting' ? waitsAt(questions.now) : { $not: waitsAt(questions.now) };
  Object.assign(filter, assignedOf(narrow), aboutAct(narrow));
  return filter;
}

/** Of a flag whose question waits: its day is not over. */
export function waitsAt(now: Date) {
  return { $gt: now };
}

function assignedOf({ assignedTo, notAssignedTo = [] }: Pick<FlagFilter, 'assignedTo' | 'notAssignedTo'>) {
  if (assignedTo === undefined && notAssignedTo.length === 0) return {};
  const one = assignedTo === null ? { $exists: false } : assignedTo ? { $eq: asText(assignedTo) } : {};
  return { 'assigned.to': notAssignedTo.length === 0 ? one : { ...one, $nin: asTexts(notAssignedTo) } };
}

/** What the lists of what waits and of what is decided have in common. */
export function aboutAct({
  rule,
  ticket,
  accountId,
  terms,
}: Pick<FlagFilter, 'rule' | 'ticket' | 'accountId' | 'terms'>) {
  const filter: Record<string, unknown> = {};
  if (rule) filter['matches.rule'] = asText(rule);
  if (ticket) filter['matches.tickets'] = asText(ticket);
  if (accountId) filter.accountId = asText(accountId);
  // Of no word there is no flag.
  const groups = terms?.length === 0 ? [[]] : terms;
  if (groups) filter.$and = groups.map((group) => ({ terms: { $in: asTexts(group) } }));
  return filter;
}

/** As `reviewsFor` in the domain holds them blind: one person alone gave verdicts, and that is not this one. */
function decidedOnceNotBy(userId: string) {
  return { state: 'decided' as const, deciders: { $exists: true, $ne: userId }, 'deciders.1': { $exists: false } };
}

/** A person holds a handful of flags: by any other index a whole office would be read for them. */
export const CLAIMS = 'claims';
/** And as few wait for an answer. */
export const ASKED_UNTIL = 'asked_until';

export const NOT_PENDING = { $exists: false } as const;

/** One more than that, so that there being more is told. */
export function limitOf(upTo: number | undefined): { limit?: number } {
  return upTo === undefined ? {} : { limit: upTo + 1 };
}

/** Alternatives of a flag that nobody holds: never claimed, or the claim has run out. A decision about to count is asked for apart. */
export function unclaimedAt(now: Date) {
  return [{ 'claim.until': { $exists: false } }, { 'claim.until': { $lte: now } }];
}
