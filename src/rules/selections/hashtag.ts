import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** Words inside a tag. Beside other terms it holds them all to tags. */
export const hashtag = selectionKey({
  schema: wordList,
  says: 'what',
  holds: 'tags',
  compile(written, draft) {
    for (const text of written) draft.terms.push({ as: 'words', text });
    draft.isTagOnly = true;
  },
  describe: (written) => listed('kata dalam tagar', written),
});
