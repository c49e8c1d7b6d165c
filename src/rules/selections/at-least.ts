import { z } from 'zod';
import { selectionKey } from './selection-key.js';

/** So many different words, for lists whose words are weak when they stand alone. */
export const atLeast = selectionKey({
  schema: z.int().min(2).max(9),
  says: 'where',
  holds: 'no_names',
  compile(written, draft) {
    draft.atLeast = written;
  },
  describe: (written) => `sedikitnya ${written} kata berbeda`,
});
