import { z } from 'zod';
import { selectionKey } from './selection-key.js';

/** What a quoted word says, for reviewers. */
export const means = selectionKey({
  schema: z.string().min(1),
  says: 'where',
  holds: 'terms',
  compile(written, draft) {
    draft.means = written;
  },
  describe: () => undefined,
});
