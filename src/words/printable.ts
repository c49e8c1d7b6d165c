/** Moves the cursor, turns the direction of a line round, ends it, or cannot be seen at all. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** What somebody else wrote, as it may stand in a line: cut, and what is no sign shown as one. */
export function printable(value: string, limit = 200): string {
  return value.slice(0, limit).replace(UNPRINTABLE, '\uFFFD');
}

/** Holds at least one letter, and nothing but what a reader sees. */
export function isReadable(value: string): boolean {
  return /\p{L}/u.test(value) && value.search(UNPRINTABLE) === -1;
}
