import { z } from 'zod';

const RKEY = z.string().min(1).max(512);
const PAGE = z.string().min(1).max(1000);

/** How far one collection was read. */
export interface Progress {
  /** Just above the highest key that is a time. */
  readonly newest?: string | undefined;
  /** Above it a record is new unless it is among `marks`; a device with a slow clock writes below `newest`. */
  readonly floor?: string | undefined;
  /** Short hashes of the records dealt with above `floor`, one after the other. */
  readonly marks: string;
  /** A stretch that no visit reached yet: from `below` on the list's `page` down to `until`, or to the end. */
  readonly gap?: { readonly page?: string; readonly below?: string; readonly until?: string } | undefined;
  /** Records that could not be dealt with yet, and when (ms) each was first seen. */
  readonly waiting: Readonly<Record<string, number>>;
}

export const NOTHING_READ: Progress = { marks: '', waiting: {} };

const progress = z.object({
  newest: RKEY.optional(),
  floor: RKEY.optional(),
  marks: z.string().max(10_000).default(''),
  gap: z.object({ page: PAGE.optional(), below: RKEY.optional(), until: RKEY.optional() }).optional(),
  waiting: z.record(RKEY, z.number()).default({}),
});

/** The first form knew neither marks nor waiting records, and called the list's page `below`. */
const progressV1 = z
  .object({ newest: RKEY.optional(), gap: z.object({ below: PAGE, until: RKEY.optional() }).optional() })
  .transform(({ newest, gap }): Progress => {
    return { ...NOTHING_READ, newest, floor: newest, gap: gap && { page: gap.below, until: gap.until } };
  });

const cursor = z.discriminatedUnion('v', [
  z.object({ v: z.literal(2), collections: z.record(z.string().max(100), progress) }),
  z.object({ v: z.literal(1), collections: z.record(z.string().max(100), progressV1) }),
]);

// Four collections at their largest: 500 marks and 50 waiting keys of the longest kind each.
const MAX_CURSOR_LENGTH = 200_000;

/** A cursor that cannot be read starts over: acts seen before are known by their id. */
export function readCursor(text: string | undefined): Map<string, Progress> {
  if (text === undefined || text.length > MAX_CURSOR_LENGTH) return new Map();
  try {
    return new Map(Object.entries(cursor.parse(JSON.parse(text)).collections));
  } catch {
    return new Map();
  }
}

export function writeCursor(collections: ReadonlyMap<string, Progress>): string {
  return JSON.stringify({ v: 2, collections: Object.fromEntries(collections) });
}
