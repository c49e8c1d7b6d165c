import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** Word lists of `rules/lexicon/`. */
export const lexicon = selectionKey({
  schema: wordList,
  says: 'what',
  holds: 'lists',
  compile(written, draft, { sets }) {
    for (const id of written) draft.lists.push(sets.setOfList(id));
  },
  describe: (written) => listed('daftar', written),
});
