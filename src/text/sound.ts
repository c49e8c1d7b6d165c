const SPELLINGS: Readonly<Record<string, string>> = {
  oe: 'u',
  dj: 'j',
  tj: 'c',
  sj: 's',
  sy: 's',
  sh: 's',
  ts: 's',
  kh: 'h',
  ch: 'h',
  dh: 'd',
  dz: 'd',
  th: 't',
  bh: 'b',
  ph: 'f',
  gh: 'g',
  ie: 'i',
  q: 'k',
  v: 'f',
  y: 'i',
};
const SPELLING = /oe|dj|tj|sj|sy|sh|ts|kh|ch|dh|dz|th|bh|ph|gh|ie|q|v|y/g;
const REPEATED = /([a-z])\1+/g;

/**
 * How a name sounds, by the usual spellings of Indonesian names: old and new (`Soekarno`, `Sukarno`), Arabic ones
 * (`Achmad`, `Ahmad`; `Mahfudz`, `Mahfud`), doubled letters. Lower-case letters in and out.
 */
export function soundOf(name: string): string {
  return name
    .replace(SPELLING, (letters) => SPELLINGS[letters]!)
    .replace(REPEATED, '$1')
    .replace(/h$/, '');
}
