import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** Emoji. */
export const emoji = selectionKey({
  schema: wordList,
  says: 'what',
  holds: 'no_names',
  compile(written, draft) {
    for (const text of written) draft.terms.push({ as: 'emoji', text });
  },
  describe: (written) => listed('emoji', written),
});
