import { fold } from './fold.js';

/** A word inside a hashtag or handle, in plain letters, with its place in the source. */
export interface TagWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly isCapital: boolean;
}

const MAX_TAG_LENGTH = 120;
const MAX_WORD = 24;
/** What one unknown letter costs beside a known word: unknown stretches stay together and are avoided. */
const UNKNOWN_LETTER = 2;
const UNKNOWN_START = 3;
const KNOWN_WORD = 2;

/**
 * The words of a hashtag: at capitals, digits and underscores first (`#GanjarPresiden2024`), then by the known words
 * (`#ganjarpresiden`). Linear in the tag's length; a tag too long for any ballot stays one piece.
 */
export function splitTag(tag: string, knows: (word: string) => boolean): TagWord[] {
  const { text, at } = fold(tag);
  if (tag.length > MAX_TAG_LENGTH) return [{ text: '', from: 0, to: tag.length, isCapital: false }];
  if (knows(text)) return [{ text, from: 0, to: tag.length, isCapital: isUpperCase(tag[0]!) }];
  return humps(tag, text, at).flatMap(({ from, to }) =>
    segments(text.slice(from, to), knows).map((s) => ({
      text: text.slice(from + s.from, from + s.to),
      from: at[from + s.from]!,
      to: at[from + s.to]!,
      isCapital: isUpperCase(tag[at[from + s.from]!]!),
    })),
  );
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Stretches between changes of case, digits and underscores; a run of capitals is one stretch (`AMINMenang`). */
function humps(tag: string, text: string, at: readonly number[]): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  const close = (to: number) => {
    if (to > from) ranges.push({ from, to });
    from = to;
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '_') {
      close(i);
      from = i + 1;
    } else if (i > from && startsHump(tag, text, { at, i })) close(i);
  }
  close(text.length);
  return ranges;
}

function startsHump(tag: string, text: string, { at, i }: { at: readonly number[]; i: number }): boolean {
  const isDigit = /\d/.test(text[i]!);
  const wasDigit = /\d/.test(text[i - 1]!);
  if (isDigit !== wasDigit) return true;
  const isUpper = isUpperCase(tag[at[i]!]!);
  const wasUpper = isUpperCase(tag[at[i - 1]!]!);
  const next = i + 1 < text.length ? tag[at[i + 1]!]! : '';
  return isUpper && (!wasUpper || (next !== '' && isLowerCase(next)));
}

function isUpperCase(c: string): boolean {
  return c !== c.toLowerCase();
}
function isLowerCase(c: string): boolean {
  return c !== c.toUpperCase();
}

/** Cheapest cut of a stretch into known words; what is not known stays in as long pieces as can be. */
function segments(text: string, knows: (word: string) => boolean): Range[] {
  if (text.length <= 2 || knows(text)) return [{ from: 0, to: text.length }];
  const cost = [0];
  const back = [{ from: 0, isKnown: true }];
  for (let to = 1; to <= text.length; to++) {
    const wasUnknown = to > 1 && !back[to - 1]!.isKnown;
    let best = cost[to - 1]! + UNKNOWN_LETTER + (wasUnknown ? 0 : UNKNOWN_START);
    let step = { from: wasUnknown ? back[to - 1]!.from : to - 1, isKnown: false };
    for (let from = Math.max(0, to - MAX_WORD); from < to - 1; from++) {
      if (to - from < 3 && from > 0 && to < text.length) continue;
      const price = cost[from]! + KNOWN_WORD + (to - from < 4 ? 1 : 0);
      if (price < best && knows(text.slice(from, to))) {
        best = price;
        step = { from, isKnown: true };
      }
    }
    cost.push(best);
    back.push(step);
  }
  return walkBack(back);
}

function walkBack(back: readonly { from: number }[]): Range[] {
  const ranges: Range[] = [];
  for (let to = back.length - 1; to > 0; to = back[to]!.from) ranges.unshift({ from: back[to]!.from, to });
  return ranges;
}
