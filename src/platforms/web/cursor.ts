import { z } from 'zod';

/** As many items as are read of one page at most; older ones that come back are known by their id in storage. */
const MAX_KEPT = 5000;

const cursor = z.object({ v: z.literal(1), seen: z.array(z.string().max(32)).max(MAX_KEPT) });

/** Fingerprints of the items of earlier visits, oldest first. A cursor that cannot be read starts over. */
export function readCursor(text: string | undefined): Set<string> {
  if (text === undefined || text.length > 200_000) return new Set();
  try {
    return new Set(cursor.parse(JSON.parse(text)).seen);
  } catch {
    return new Set();
  }
}

export function writeCursor(seen: ReadonlySet<string>): string {
  return JSON.stringify({ v: 1, seen: [...seen].slice(-MAX_KEPT) });
}
