import type { Model } from 'mongoose';
import type { Flag } from '../domain/flag.js';
import type { FlagFilter } from '../domain/flag-filter.js';
import { type FlagDocument, toFlag } from './flag-document.js';
import { indexOf } from './flag-lists.js';
import { cursorOf, filterOf, laterThan, placeAfter, QUEUE_ORDER } from './flag-queue.js';
import { asText, asTexts } from './plain-value.js';

/** One flag for all of its post family that a list holds: the oldest of these, and how many there are. */
export interface SameFlags {
  readonly flag: Flag;
  readonly same: number;
}

/** Flags of acts that are the same thing. Which family that is never leaves storage. */
export interface FlagFamilies {
  /**
   * The queue with one line for each family of the filter, by its oldest flag. While pages are read each family is there once,
   * but where its oldest was decided meanwhile: what is left of it may then stand before the page.
   */
  listFamilies(
    filter: FlagFilter,
    page: { limit: number; cursor?: string },
  ): Promise<{ families: SameFlags[]; nextCursor?: string }>;
  /** How many of the filter are of each one's family, by the flag's id. */
  countSame(filter: FlagFilter, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** How many others of the filter are of this flag's family. */
  countOthers(id: string, filter: FlagFilter): Promise<number>;
  /** Others of the filter that are of this flag's family, oldest first. */
  listSame(id: string, filter: FlagFilter, limit: number): Promise<Flag[]>;
  /** Those of these ids that are of this flag's family. */
  findSame(id: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of this flag's family, what was decided of acts of other people, the newest flag first. */
  listSameDecided(id: string, officeCodes: readonly string[] | undefined, limit: number): Promise<Flag[]>;
}

const FAMILY = 'family';
/** Flags looked at in one step: few of them are not the first of their family. */
const STEP = 100;
/** Of one page, however many flags of a few families stand one behind the other. */
const MAX_STEPS = 50;

export function createFlagFamilies(flags: Model<FlagDocument>): FlagFamilies {
  const familyOf = async (id: string) => {
    const found = await flags.findOne({ _id: asText(id) }, { family: 1, accountId: 1 }).lean();
    return { family: asText(found?.family ?? ''), accountId: found?.accountId };
  };
  const othersOf = async (id: string, filter: FlagFilter) => {
    const { family } = await familyOf(id);
    return { $and: [filterOf(filter), { family, _id: { $ne: asText(id) } }] };
  };
  return {
    listFamilies: (filter, page) => listFamilies(flags, filter, page),

    async countSame(filter, ids) {
      const own = await flags.find({ _id: { $in: asTexts(ids) } }, { family: 1 }).lean();
      const counted = await firstOfFamilies(
        flags,
        filter,
        own.map(({ family }) => family ?? ''),
      );
      return new Map(own.map(({ _id, family }) => [_id, counted.get(family ?? '')?.count ?? 0]));
    },

    async countOthers(id, filter) {
      return flags.countDocuments(await othersOf(id, filter)).hint(FAMILY);
    },

    async listSame(id, filter, limit) {
      return (
        await flags
          .find(await othersOf(id, filter))
          .hint(FAMILY)
          .sort(QUEUE_ORDER)
          .limit(limit)
          .lean()
      ).map(toFlag);
    },

    async findSame(id, ids) {
      const { family } = await familyOf(id);
      const found = await flags.find({ _id: { $in: asTexts(ids) }, family }, { _id: 1 }).lean();
      return new Set(found.map(({ _id }) => _id));
    },

    async listSameDecided(id, officeCodes, limit) {
      const { family, accountId } = await familyOf(id);
      const within = officeCodes ? { officeCode: { $in: asTexts(officeCodes) } } : {};
      const state = { $in: ['decided', 'contrary'] as const };
      const ofOthers = { family, ...within, state, accountId: { $ne: asText(accountId ?? '') } };
      const found = flags.find(ofOthers as never).hint(FAMILY);
      return (await found.sort({ createdAt: -1, _id: -1 }).limit(limit).lean()).map(toFlag);
    },
  };
}

async function listFamilies(
  flags: Model<FlagDocument>,
  filter: FlagFilter,
  page: { limit: number; cursor?: string },
): Promise<{ families: SameFlags[]; nextCursor?: string }> {
  const found: SameFlags[] = [];
  const seen: string[] = [];
  let place = page.cursor === undefined ? undefined : await placeAfter(flags, page.cursor);
  for (let step = 0; step < MAX_STEPS && found.length <= page.limit; step += 1) {
    // What was told on this page, or stands on one before, is passed by without being read.
    const others = { $and: [filterOf(filter), laterThan(place), { family: { $nin: seen } }] };
    const fitting = flags.find(others);
    const index = indexOf(filter);
    const documents = await (index ? fitting.hint(index) : fitting).sort(QUEUE_ORDER).limit(STEP).lean();
    const families = [...new Set(documents.map(({ family }) => family ?? ''))];
    const first = await firstOfFamilies(flags, filter, families);
    for (const document of documents) {
      const { id, count } = first.get(document.family ?? '') ?? {};
      if (id === document._id) found.push({ flag: toFlag(document), same: count ?? 1 });
    }
    seen.push(...families);
    const last = documents.at(-1);
    if (!last || documents.length < STEP) {
      place = undefined;
      break;
    }
    place = { createdAt: last.createdAt, id: last._id };
  }
  const families = found.slice(0, page.limit);
  const last = families.at(-1);
  if (found.length > page.limit && last) return { families, nextCursor: cursorOf(last.flag) };
  return place ? { families, nextCursor: cursorOf(place) } : { families };
}

/** Of each of these families, the first in the order of the queue that fits, and how many do. */
async function firstOfFamilies(
  flags: Model<FlagDocument>,
  filter: FlagFilter,
  families: readonly string[],
): Promise<ReadonlyMap<string, { id: string; count: number }>> {
  if (families.length === 0) return new Map();
  const found = await flags
    .aggregate<{ _id: string; first: { id: string }; count: number }>([
      { $match: { $and: [filterOf(filter), { family: { $in: asTexts(families) } }] } },
      { $group: { _id: '$family', first: { $min: { at: '$createdAt', id: '$_id' } }, count: { $sum: 1 } } },
    ])
    .hint(FAMILY);
  return new Map(found.map(({ _id, first, count }) => [_id, { id: first.id, count }]));
}
