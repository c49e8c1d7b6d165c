import { LOOK_ALIKES } from './look-alikes.js';

/** What a character does in a text. `mark` belongs to the character before it and is dropped. */
export const CHAR = {
  other: 0,
  letter: 1,
  digit: 2,
  space: 3,
  newline: 4,
  end: 5,
  pause: 6,
  quote: 7,
  hash: 8,
  at: 9,
  apostrophe: 10,
  hidden: 11,
  emoji: 12,
  underscore: 13,
} as const;
export type CharClass = (typeof CHAR)[keyof typeof CHAR];

/** By a character, the Latin letters that it is drawn like; what fullwidth and styled letters need, NFKD does. */
const LETTERS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_ALIKES).flatMap(([letters, characters]) => [...characters].map((c) => [c, letters] as const)),
);

// Zero-width, joiners, bidirectional marks, soft hyphen, variation selectors, tags: drawn as nothing.
const HIDDEN =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/u;
const EMOJI = /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]|\u20E3/u;
const SKIN_TONE = /[\u{1F3FB}-\u{1F3FF}]/u;

const asciiClass = new Uint8Array(128).map((_, code) => classOfAscii(String.fromCharCode(code)));

function classOfAscii(c: string): CharClass {
  if (/[a-z]/i.test(c)) return CHAR.letter;
  if (/[0-9]/.test(c)) return CHAR.digit;
  if (c === '\n') return CHAR.newline;
  if (/\s/.test(c)) return CHAR.space;
  if (/[.!?]/.test(c)) return CHAR.end;
  if (/[,;:()[\]|]/.test(c)) return CHAR.pause;
  const single: Record<string, CharClass> = {
    '"': CHAR.quote,
    '#': CHAR.hash,
    '@': CHAR.at,
    "'": CHAR.apostrophe,
    '`': CHAR.apostrophe,
    _: CHAR.underscore,
  };
  return single[c] ?? CHAR.other;
}

/** Every pair of marks that Unicode calls quotation marks, and those that are drawn like some. */
const QUOTE = /[\p{Quotation_Mark}\p{Pi}\p{Pf}\u02BA\u02EE\u2033\u2036\u275B-\u275E\u{1F676}-\u{1F678}]/u;

/** Single marks come first: they are apostrophes to most of their writers, `ʿ` and `ʾ` letters of Arabic names. */
const PUNCTUATION: Record<string, CharClass> = {
  '‘': CHAR.apostrophe,
  '’': CHAR.apostrophe,
  '‚': CHAR.apostrophe,
  '‛': CHAR.apostrophe,
  ʹ: CHAR.apostrophe,
  ʻ: CHAR.apostrophe,
  ʼ: CHAR.apostrophe,
  ʽ: CHAR.apostrophe,
  ʾ: CHAR.apostrophe,
  ʿ: CHAR.apostrophe,
  '´': CHAR.apostrophe,
  '′': CHAR.apostrophe,
  '‵': CHAR.apostrophe,
  '＇': CHAR.apostrophe,
  '…': CHAR.end,
  '。': CHAR.end,
  '！': CHAR.end,
  '？': CHAR.end,
  '‼': CHAR.end,
  '⁉': CHAR.end,
  '．': CHAR.end,
  '＃': CHAR.hash,
  '﹟': CHAR.hash,
  '＠': CHAR.at,
  '﹫': CHAR.at,
  '，': CHAR.pause,
  '–': CHAR.pause,
  '—': CHAR.pause,
  '＿': CHAR.underscore,
  '\u2028': CHAR.newline,
  '\u2029': CHAR.newline,
  '\u0085': CHAR.newline,
};

interface Folded {
  readonly kind: CharClass;
  readonly text: string;
}
const UNPAIRED: Folded = { kind: CHAR.other, text: '' };
// At most one entry a code point of Unicode, and only of those that occur.
const folded = new Map<number, Folded>();

function foldedOf(codePoint: number): Folded {
  let known = folded.get(codePoint);
  if (known === undefined) {
    known = codePoint >= 0xd800 && codePoint <= 0xdfff ? UNPAIRED : describe(String.fromCodePoint(codePoint));
    folded.set(codePoint, known);
  }
  return known;
}

function describe(c: string): Folded {
  if (HIDDEN.test(c) || SKIN_TONE.test(c)) return { kind: CHAR.hidden, text: '' };
  const mark = PUNCTUATION[c] ?? (QUOTE.test(c) ? CHAR.quote : undefined);
  if (mark !== undefined) return { kind: mark, text: '' };
  const plain = c.normalize('NFKD').replace(/\p{M}+/gu, '');
  const text = [...plain].map(lettersOf).join('');
  // Circled and squared letters are pictographs to Unicode and letters to their writers.
  if (/^[a-z]+$/.test(text)) return { kind: CHAR.letter, text };
  if (/^[0-9]+$/.test(text) || /\p{Nd}/u.test(c)) return { kind: CHAR.digit, text: digitsOf(c, text) };
  if (EMOJI.test(c)) return { kind: CHAR.emoji, text: c };
  if (/\p{M}/u.test(c)) return { kind: CHAR.hidden, text: '' };
  if (/\p{L}/u.test(c)) return { kind: CHAR.letter, text: text === '' ? c : text };
  return { kind: /\s/.test(c) ? CHAR.space : CHAR.other, text: '' };
}

/** The capital first: Greek `Η` is drawn like H, its small letter like n. */
function lettersOf(c: string): string {
  const small = c.toLowerCase();
  return LETTERS_OF.get(c) ?? LETTERS_OF.get(small) ?? small;
}

/** Decimal digits of every script stand in runs of ten that begin at a multiple found by walking back. */
function digitsOf(c: string, text: string): string {
  if (/^[0-9]+$/.test(text)) return text;
  const code = c.codePointAt(0)!;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

export function classOf(codePoint: number): CharClass {
  return codePoint < 128 ? (asciiClass[codePoint] as CharClass) : foldedOf(codePoint).kind;
}

/** The plain lower-case letters or digits that a character stands for; empty for what is drawn as nothing. */
export function foldCodePoint(codePoint: number): string {
  if (codePoint < 128) return String.fromCharCode(codePoint >= 65 && codePoint <= 90 ? codePoint + 32 : codePoint);
  return foldedOf(codePoint).text;
}

export interface FoldedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, and one past its end, where it stands in the source. */
  readonly at: readonly number[];
}

/** Folds a short piece of text, such as one word or tag, and remembers where each letter came from. */
export function fold(source: string): FoldedText {
  let text = '';
  const at: number[] = [];
  for (let i = 0; i < source.length; ) {
    const code = source.codePointAt(i)!;
    const plain = foldCodePoint(code);
    for (let k = 0; k < plain.length; k++) at.push(i);
    text += plain;
    i += code > 0xffff ? 2 : 1;
  }
  at.push(source.length);
  return { text, at };
}
