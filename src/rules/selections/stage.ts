import { z } from 'zod';
import { STAGES } from '../../domain/election.js';
import { selectionKey } from './selection-key.js';
import { listed } from './word-list.js';

/** Only in these stages. */
export const stage = selectionKey({
  schema: z.array(z.enum(STAGES)).min(1),
  says: 'what',
  holds: 'no_names',
  compile(written, draft) {
    draft.conditions.push((scene) => scene.stage !== null && written.includes(scene.stage));
  },
  describe: (written) => listed('tahap', written),
});
