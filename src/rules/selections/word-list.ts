import { z } from 'zod';

/** One word or a list of them. */
export const wordList = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((words) => [words].flat());

/** Long lists are read in their files. */
const SHOWN_WORDS = 8;

/** `daftar praise, warm-emoji`. */
export function listed(what: string, words: readonly string[]): string {
  const more = words.length > SHOWN_WORDS ? ` … (${words.length})` : '';
  return `${what} ${words.slice(0, SHOWN_WORDS).join(', ')}${more}`;
}
