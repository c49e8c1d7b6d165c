const HALF_CHARACTER = /\p{Surrogate}/gu;

/** Half a surrogate pair comes back from a database, and from UTF-8, as this: what is sealed has to be what stands there. */
export function wellFormedText(text: string): string {
  return text.replace(HALF_CHARACTER, '\ufffd');
}
