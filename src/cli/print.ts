import { withoutCommands, withSeenSigns } from '../words/printable.js';

/** What every command writes goes through here: the words of others stand in it, and a terminal obeys what it is sent. */
export function writeOut(text: string): void {
  process.stdout.write(withoutCommands(text));
}

/** The same, for what is said beside the answer. */
export function writeErr(text: string): void {
  process.stderr.write(withoutCommands(text));
}

/** One line of JSON whose values are the same, and whose signs can all be seen. */
export function toJson(value: unknown): string {
  return withSeenSigns(JSON.stringify(value));
}
