import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** Every word of these stems: `dukung` stands for "mendukung" and "dukungan". */
export const stem = selectionKey({
  schema: wordList,
  says: 'what',
  holds: 'terms',
  compile(written, draft) {
    for (const text of written) draft.terms.push({ as: 'stem', text });
  },
  describe: (written) => listed('kata berdasar', written),
});
