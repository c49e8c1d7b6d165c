import type { Catalogue } from '../say.js';

/** What stands on paper and not on the screen. */
export const PRINTED = {
  head: {
    id: 'Netra · dicetak {name}, {when} · {page}',
    en: 'Netra · printed by {name}, {when} · {page}',
  },
} as const satisfies Catalogue;
