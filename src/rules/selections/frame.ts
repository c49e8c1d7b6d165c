import { selectionKey } from './selection-key.js';
import { listed, wordList } from './word-list.js';

/** One of these frames (`rules/frame/`) holds for the act as a whole. */
export const frame = selectionKey({
  schema: wordList,
  says: 'what',
  holds: 'frames',
  compile(written, draft) {
    draft.conditions.push((scene) => {
      const frames = scene.frames();
      return written.some((id) => frames.has(id));
    });
  },
  describe: (written) => listed('bingkai', written),
});
