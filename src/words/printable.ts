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

/** Moves, erases, colours or turns round what a terminal shows. Line ends and tabs are ours. */
const COMMANDS = /[\p{Zl}\p{Zp}\p{Bidi_Control}]|(?![\n\t])\p{Cc}/gu;

/** A whole text for a terminal, in which what others wrote may stand. */
export function withoutCommands(text: string): string {
  return text.replace(COMMANDS, '\uFFFD');
}

/** Ends, begins or turns round what stands beside it on a terminal or in another program; JSON leaves it as it is. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Lines of JSON that say the same, with escapes for signs that cannot be seen; line ends stand between them only. */
export function withSeenSigns(json: string): string {
  return json.replace(UNSEEN, escaped);
}

/** A sign outside of the first 65,536 is written as two halves, as JSON does. */
function escaped(sign: string): string {
  return Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
