import { z } from 'zod';
import { type Field, selectionKey } from './selection-key.js';

const FIELDS = ['text', 'media', 'target'] as const satisfies readonly Field[];

const SAID: Record<Field, string> = { text: 'teks', media: 'gambar', target: 'unggahan yang dituju' };

/** Only in these parts of the act; the key is written `in`. */
export const fields = selectionKey({
  schema: z.array(z.enum(FIELDS)).min(1),
  says: 'where',
  holds: 'no_names',
  compile(written, draft) {
    draft.fields = new Set(written);
    draft.takesTarget = false;
  },
  describe: (written) => `di dalam ${written.map((field) => SAID[field]).join(' atau ')}`,
});
