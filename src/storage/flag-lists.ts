import type { Model } from 'mongoose';
import type { FlagState } from '../domain/flag.js';
import type { FlagFilter } from '../domain/flag-filter.js';
import { ASSIGNED } from './flag-assigning.js';
import { type FlagDocument, toFlag } from './flag-document.js';
import { ASKED_UNTIL, CLAIMS, cursorOf, filterOf, laterThan, placeAfter, QUEUE_ORDER } from './flag-queue.js';
import { streamFlagVerdicts } from './flag-verdicts.js';
import { asText, asTexts } from './plain-value.js';

/** Flags hold quoted spans of some kB at most. */
const STREAM_BATCH = 500;

/** Flags in the order of the queue, and all of them. */
export function createFlagLists(flags: Model<FlagDocument>) {
  return {
    async listFlagQueue(filter: FlagFilter, page: { limit: number; cursor?: string }) {
      const place = page.cursor === undefined ? undefined : await placeAfter(flags, page.cursor);
      const fitting = flags.find({ $and: [filterOf(filter), laterThan(place)] });
      const index = indexOf(filter);
      const found = await (index ? fitting.hint(index) : fitting)
        .sort(QUEUE_ORDER)
        .limit(page.limit + 1)
        .lean();
      const shown = found.slice(0, page.limit).map(toFlag);
      const last = shown.at(-1);
      return found.length > page.limit && last ? { flags: shown, nextCursor: cursorOf(last) } : { flags: shown };
    },

    async listAmong(ids: readonly string[], filter: FlagFilter) {
      const found = await flags.find({ $and: [{ _id: { $in: asTexts(ids) } }, filterOf(filter)] }).lean();
      return found.map(toFlag);
    },

    async *streamFlags({ state }: { state?: FlagState } = {}) {
      const filter = state ? { state: asText(state) as FlagState } : {};
      const cursor = flags.find(filter).sort({ _id: 1 }).lean().cursor({ batchSize: STREAM_BATCH });
      for await (const document of cursor) yield toFlag(document as FlagDocument);
    },

    async listFlagsOfAccount(accountId: string, { limit }: { limit: number }) {
      const found = await flags
        .find({ accountId: asText(accountId) })
        .sort(QUEUE_ORDER)
        .limit(limit)
        .lean();
      return found.map(toFlag);
    },

    streamVerdicts: (filter?: { actedSince?: Date }) => streamFlagVerdicts(flags, filter),

    async listSealingIds({ before, limit }: { before: Date; limit: number }) {
      const found = await flags
        .find({ state: 'sealing', createdAt: { $lt: before } }, { _id: 1 })
        .sort(QUEUE_ORDER)
        .limit(limit)
        .lean();
      return found.map((flag) => flag._id);
    },
  };
}

/** Of what is few among all that wait; else the order of the queue. */
export function indexOf({ heldBy, assignedTo, questions }: FlagFilter): string | undefined {
  if (heldBy) return CLAIMS;
  if (assignedTo) return ASSIGNED;
  return questions?.which === 'waiting' ? ASKED_UNTIL : undefined;
}
