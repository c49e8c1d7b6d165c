import { MASKED } from '../domain/activity.js';
import { CHAR, classOf } from './fold.js';

const LOOK_AHEAD = 12;
const TOP_LEVEL = new Set(
  'com co id net org ly me be gl st gov go tv info news gd cc it us app xyz link site web online io example'.split(' '),
);

function pointAt(text: string, i: number): number {
  const code = text.charCodeAt(i);
  return code >= 0xd800 && code <= 0xdbff ? text.codePointAt(i)! : code;
}

function kindAt(text: string, i: number): number {
  return i < text.length ? classOf(pointAt(text, i)) : CHAR.space;
}

function widthAt(text: string, i: number): number {
  return pointAt(text, i) > 0xffff ? 2 : 1;
}

/** Letters and digits, hidden characters between them, and an apostrophe inside (`ma'ruf`). */
export function endOfWord(text: string, from: number): number {
  let i = from;
  while (isPlain(text.charCodeAt(i))) i++;
  let end = i;
  while (i < text.length) {
    const kind = kindAt(text, i);
    if (kind === CHAR.letter || kind === CHAR.digit) {
      i += widthAt(text, i);
      end = i;
    } else if (kind === CHAR.hidden || (kind === CHAR.apostrophe && kindAt(text, i + 1) === CHAR.letter)) {
      i += widthAt(text, i);
    } else break;
  }
  return end;
}

/** Past the rest of a cut link (`?t=H6fa&s=09`), whose mark asks nothing; `undefined` where the mark is a real one. */
export function endOfQuery(text: string, mark: number): number | undefined {
  if (text[mark] !== '?') return undefined;
  const name = endOfWord(text, mark + 1);
  if (name === mark + 1 || text[name] !== '=') return undefined;
  let end = name;
  while (end < text.length && kindAt(text, end) !== CHAR.space && kindAt(text, end) !== CHAR.newline) end++;
  return end;
}

/** Past the `#` or the `＃`; a tag may hold letters, digits, underscores and hidden characters. */
export function endOfTag(text: string, from: number): number {
  let i = from;
  let end = from;
  while (i < text.length) {
    const kind = kindAt(text, i);
    if (kind !== CHAR.letter && kind !== CHAR.digit && kind !== CHAR.underscore && kind !== CHAR.hidden) break;
    i += widthAt(text, i);
    if (kind !== CHAR.hidden) end = i;
  }
  return end;
}

/** Past the `@`: letters, digits, underscores, and dots and hyphens between them. */
export function endOfHandle(text: string, from: number): number {
  let i = from;
  let end = from;
  while (i < text.length) {
    const kind = kindAt(text, i);
    if (kind === CHAR.letter || kind === CHAR.digit || kind === CHAR.underscore || text[i] === MASKED) {
      i += widthAt(text, i);
      end = i;
    } else if (text[i] === '.' || text[i] === '-') {
      i++;
      const after = kindAt(text, i);
      if (after !== CHAR.letter && after !== CHAR.digit) break;
    } else break;
  }
  return end;
}

export interface DigitsEnd {
  readonly at: number;
  /** Digits only, or digits with letters; not a time, a date, an amount or a telephone number. */
  readonly isPlain: boolean;
  /** The digit of a keycap emoji. */
  readonly keycap?: string;
}

export function endOfDigits(text: string, from: number): DigitsEnd {
  const keycap = keycapEnd(text, from);
  if (keycap > from) return { at: keycap, isPlain: false, keycap: text[from]! };
  let i = endOfWord(text, from);
  let isPlain = true;
  // 02.00, 1.000.000, 12/02/2024, 021-555, 19:30: one number that is no ballot number.
  while (i < text.length && '.,:/-+%'.includes(text[i]!)) {
    if (text[i] === '%') return { at: i + 1, isPlain: false };
    if (kindAt(text, i + 1) !== CHAR.digit) break;
    i = endOfWord(text, i + 1);
    isPlain = false;
  }
  return { at: i, isPlain };
}

function keycapEnd(text: string, from: number): number {
  let i = from + 1;
  if (text[i] === '\uFE0F') i++;
  return text[i] === '\u20E3' ? i + 1 : from;
}

/** End of a web address that begins here, or `from` where none does. */
export function endOfUrl(text: string, from: number): number {
  const c = text.charCodeAt(from) | 32;
  const isWritten =
    (c === 104 && /^https?:\/\//i.test(text.slice(from, from + 8))) ||
    (c === 119 && /^www\./i.test(text.slice(from, from + 4)));
  return isWritten || isBareHost(text, from) ? endOfAddress(text, from) : from;
}

/** `t.co/x`, `detik.com`: a short word, a dot, a top-level name. Looks a fixed number of characters ahead. */
function isBareHost(text: string, from: number): boolean {
  let dot = from;
  const limit = Math.min(text.length, from + 2 * LOOK_AHEAD);
  while (dot < limit && isHostLetter(text.charCodeAt(dot))) dot++;
  if (dot === from || text[dot] !== '.') return false;
  let end = dot + 1;
  const stop = Math.min(text.length, end + LOOK_AHEAD);
  while (end < stop && isHostLetter(text.charCodeAt(end))) end++;
  return TOP_LEVEL.has(text.slice(dot + 1, end).toLowerCase());
}

function isHostLetter(code: number): boolean {
  return isPlain(code) || code === 45;
}

/** Letters and digits of ASCII, of which most words are made. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function endOfAddress(text: string, from: number): number {
  let i = from;
  while (i < text.length) {
    const kind = kindAt(text, i);
    if (kind === CHAR.space || kind === CHAR.newline || kind === CHAR.quote) break;
    i += widthAt(text, i);
  }
  return i;
}

export function urlHost(url: string): string {
  return url
    .replace(/^https?:\/\//i, '')
    .replace(/^(www|m|amp|news|nasional)\./i, '')
    .split(/[/?#:]/, 1)[0]!
    .toLowerCase();
}
