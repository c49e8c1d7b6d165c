import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** Words that share a stem or a spelling with what is looked for and are not meant. */
export const except = selectionKey({
  schema: wordList,
  says: 'where',
  holds: 'terms',
  compile(written, draft, { sets }) {
    draft.except = sets.wordIds(written);
  },
  describe: (written) => listed('bukan kata', written),
});
