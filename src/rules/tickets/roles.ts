/** Who looks for a word: bits, so that a text is passed through without asking each list at each word. */
export const ROLE = {
  /** A term of a rule or of a word list begins with it. */
  term: 1,
  /** A sign of a ticket begins with it. */
  sign: 2,
  /** It points to a place on the ballot. */
  place: 4,
  /** It is put before the name of whom one speaks of. */
  address: 8,
} as const;
