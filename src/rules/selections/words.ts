import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** Words in any spelling. */
export const words = selectionKey({
  schema: wordList,
  says: 'what',
  holds: 'terms',
  compile(written, draft) {
    for (const text of written) draft.terms.push({ as: 'words', text });
  },
  describe: (written) => listed('kata', written),
});
