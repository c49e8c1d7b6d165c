import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** A word of the position that the account's owner holds. */
export const author = selectionKey({
  schema: wordList,
  says: 'what',
  holds: 'terms',
  compile(written, draft) {
    const words = new Set(written.map((word) => word.toLowerCase()));
    draft.conditions.push(({ input }) => wordsOf(input.account.position ?? '').some((word) => words.has(word)));
  },
  describe: (written) => listed('jabatan memuat', written),
});

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
