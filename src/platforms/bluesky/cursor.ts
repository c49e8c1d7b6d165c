import { z } from 'zod';

const RKEY = z.string().min(1).max(512);

/**
 * How far one collection was read. `newest`: everything up to this key was read, but for the gap: a stretch that a
 * visit's budget did not reach, from `below` down to `until` (to the end where that is absent).
 */
const progress = z.object({
  newest: RKEY.optional(),
  gap: z.object({ below: RKEY, until: RKEY.optional() }).optional(),
});
export interface Progress {
  readonly newest?: string | undefined;
  readonly gap?: { readonly below: string; readonly until?: string | undefined } | undefined;
}

const cursor = z.object({ v: z.literal(1), collections: z.record(z.string().max(100), progress) });

/** A cursor that cannot be read starts over: acts seen before are known by their id. */
export function readCursor(text: string | undefined): Map<string, Progress> {
  if (text === undefined || text.length > 20_000) return new Map();
  try {
    return new Map(Object.entries(cursor.parse(JSON.parse(text)).collections));
  } catch {
    return new Map();
  }
}

export function writeCursor(collections: ReadonlyMap<string, Progress>): string {
  return JSON.stringify({ v: 1, collections: Object.fromEntries(collections) });
}
