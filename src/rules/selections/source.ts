import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** A piece of the handle of the account that the act is aimed at. */
export const source = selectionKey({
  schema: wordList,
  says: 'what',
  holds: 'terms',
  compile(written, draft) {
    const parts = written.map((part) => part.toLowerCase());
    draft.conditions.push(({ input }) => {
      const handle = input.target?.account?.handle.toLowerCase() ?? '';
      return parts.some((part) => handle.includes(part));
    });
  },
  describe: (written) => listed('akun tujuan memuat', written),
});
