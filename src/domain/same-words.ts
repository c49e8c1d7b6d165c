/** Shorter ones are said by many: a slogan alone tells nothing of who copied whom. */
const MIN_LETTERS = 24;

/** One spelling of a text for finding the same one again; `undefined` where it is too short to tell. */
export function sameWords(text: string | undefined): string | undefined {
  const plain = plainWords(text ?? '');
  return plain.length < MIN_LETTERS ? undefined : plain;
}

/** Letters and numbers alone, in one case. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
