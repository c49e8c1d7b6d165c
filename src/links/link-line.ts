import type { Link } from './link.js';

/** One link as `netra link` prints it. format: keys in this order, `null` where unknown, `note` only where there is one. */
export function linkLine({ input, platform, kind, author, id, canonical }: Link, note: string): object {
  const line = { input, platform, kind, author: author ?? null, id: id ?? null, canonical };
  return note === '' ? line : { ...line, note };
}
