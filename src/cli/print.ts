import { withoutCommands } from '../words/printable.js';

/** What every command writes goes through here: the words of others stand in it, and a terminal obeys what it is sent. */
export function writeOut(text: string): void {
  process.stdout.write(withoutCommands(text));
}

/** The same, for what is said beside the answer. */
export function writeErr(text: string): void {
  process.stderr.write(withoutCommands(text));
}

/** Ends, begins or turns round what stands beside it on a terminal or in another program; JSON leaves it as it is. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** One line of JSON whose values are the same, and whose signs can all be seen. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(UNSEEN, escaped);
}

/** A sign outside of the first 65,536 is written as two halves, as JSON does. */
function escaped(sign: string): string {
  return Array.from({ length: sign.length }, (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
    '',
  );
}
