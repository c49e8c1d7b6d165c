import { z } from 'zod';
import { SCOPES, type Scope } from '../scene/scopes.js';
import { selectionKey } from './selection-key.js';

const schema = z.array(z.enum(SCOPES)).min(1);

const SAID: Record<Scope, string> = {
  negated: 'diingkari',
  quoted: 'dikutip',
  question: 'ditanyakan',
  hashtag: 'di dalam tagar',
  broken: 'dengan huruf terpisah atau angka',
};

/** Not in any of these. */
export const unless = selectionKey({
  schema,
  says: 'where',
  holds: 'no_names',
  compile(written, draft) {
    draft.unless = written;
  },
  describe: (written) => `kecuali ${written.map((scope) => SAID[scope]).join(' atau ')}`,
});

/** In all of these. */
export const only = selectionKey({
  schema,
  says: 'where',
  holds: 'no_names',
  compile(written, draft) {
    draft.only = written;
  },
  describe: (written) => `hanya bila ${written.map((scope) => SAID[scope]).join(' dan ')}`,
});
