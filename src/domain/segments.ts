import type { Span } from './screening.js';

/** What marks a stretch of text: from a rule, or from a sign that speaks against it. */
export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly means: string;
  readonly tone: 'proposes' | 'clears';
  /** Number in the legend below the text. */
  readonly number: number;
}

/** A stretch of text under the same quotes, or a run of hidden characters shown by their names. */
export interface Segment {
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly hidden?: string;
}

/** What marks an act, as far as words of it are quoted. */
interface Marks {
  readonly matches: readonly { readonly spans: readonly Span[] }[];
  readonly cleared: readonly { readonly spans: readonly Span[] }[];
}

/** Every span of a flag with a number of its own, in order of appearance; equal meanings share one. */
export function numberQuotes({ matches, cleared }: Marks): ReadonlyMap<string, readonly Quote[]> {
  const numbers = new Map<string, number>();
  const byField = new Map<string, Quote[]>();
  const add = (tone: Quote['tone'], spans: readonly Span[]) => {
    for (const { field, start, end, means } of [...spans].sort((a, b) => a.start - b.start)) {
      const key = `${tone} ${means}`;
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      const quotes = byField.get(field) ?? [];
      if (!quotes.some((q) => q.start === start && q.end === end && q.number === number)) {
        byField.set(field, [...quotes, { start, end, means, tone, number }]);
      }
    }
  };
  for (const match of matches) add('proposes', match.spans);
  for (const sign of cleared) add('clears', sign.spans);
  return byField;
}

// Control, bidirectional, zero-width and other characters that are not seen or change how others are seen. A joiner
// between emoji (U+200D) and a variation selector are left alone: they make one picture of several.
const HIDDEN =
  /(?:(?![\t\n\r])[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFF9-\uFFFB]|(?<!\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D)+/gu;

/**
 * Cuts text at every border of a quote and at every hidden character. The texts put together again are the text that
 * came in; offsets are UTF-16 units, and those outside of the text are drawn to its ends.
 */
export function cutSegments(text: string, quotes: readonly Quote[]): Segment[] {
  const fitted = quotes
    .map((q) => ({ ...q, start: clamp(q.start, text), end: clamp(q.end, text) }))
    .filter((q) => q.start < q.end);
  const borders = new Set([0, text.length, ...fitted.flatMap((q) => [q.start, q.end])]);
  const hiddenAt = new Map<number, string>();
  for (const { index, 0: run } of text.matchAll(HIDDEN)) {
    hiddenAt.set(index, nameRun(run));
    borders.add(index).add(index + run.length);
  }
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1]!;
    const hidden = hiddenAt.get(start);
    return {
      text: text.slice(start, end),
      quotes: fitted.filter((q) => q.start < end && start < q.end),
      hidden,
    };
  });
}

function clamp(offset: number, text: string): number {
  return Math.min(Math.max(0, offset), text.length);
}

/** `U+200B`, `U+200B ×40`, `U+202E U+2066 …`: a flood of hidden characters is one label, not thousands. */
function nameRun(run: string): string {
  const chars = [...run];
  const kinds = [...new Set(chars)];
  const names = kinds.slice(0, 3).map((c) => `U+${c.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`);
  const rest = kinds.length > 3 ? ' …' : '';
  return `${names.join(' ')}${rest}${chars.length > kinds.length ? ` ×${chars.length}` : ''}`;
}
