import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** Words in this order; `~menang` stands for every word of that stem. */
export const phrase = selectionKey({
  schema: wordList,
  says: 'what',
  holds: 'terms',
  compile(written, draft) {
    for (const text of written) draft.terms.push({ as: 'words', text });
  },
  describe: (written) => listed('rangkaian', written),
});
