import { type Company, SIGN_KINDS, type SignKind } from './signs.js';

/** How sure a sign is by what it needs beside it: of signs of several tickets in the same words the surest are meant. */
export const SURENESS = {
  pointed: 0,
  honorific: 0,
  ticket: 0,
  title: 0,
  ballot: 0,
  slogan: 0,
  chant: 0,
  colour: 0,
  rare: 1,
  act: 1,
  election: 1,
  address: 2,
  nothing: 3,
} as const satisfies Record<Company | 'nothing', number>;

/** Of two kinds of one sign the one that stands first in the list of kinds. */
export function plainer(a: SignKind, b: SignKind): SignKind {
  return a !== b && SIGN_KINDS.indexOf(b) < SIGN_KINDS.indexOf(a) ? b : a;
}
