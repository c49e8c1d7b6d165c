import { z } from 'zod';
import { selectionKey } from './selection-key.js';
import { listed } from './word-list.js';

/** Only in clauses where none of these selections stands: what is warned of in one clause may be meant in another. */
export const apartFrom = selectionKey({
  schema: z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)).min(1),
  says: 'where',
  holds: 'selections',
  compile(written, draft, { names }) {
    draft.apartFrom = written.map((name) => names.indexOf(name));
  },
  describe: (written) => listed('di anak kalimat lain daripada', written),
});
