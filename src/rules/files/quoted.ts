const MAX_QUOTED = 60;
// Control, format (zero-width, bidirectional) and surrogate characters would change what the reader sees.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text of a file as a message may show it: short, nothing hidden in it. */
export function shown(text: string): string {
  const short = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}…` : text;
  return short.replace(HIDDEN, (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`);
}

/** Any value, shown between quotes. */
export function quoted(value: unknown): string {
  return `"${shown(typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)))}"`;
}

/** The known word that was probably meant, or `undefined`: one slip in a short word, two in a long one. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  if (word.length > MAX_QUOTED) return undefined;
  const limit = word.length < 3 ? 0 : word.length < 6 ? 1 : 2;
  const ranked = known
    .map((candidate) => ({ candidate, slips: slipsBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ slips }) => slips <= limit)
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.candidate;
}

/** Damerau-Levenshtein (two neighbours swapped count once). */
function slipsBetween(a: string, b: string): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) row[j] = Math.min(row[j]!, older[j - 2]! + 1);
    }
    older = last;
    last = row;
  }
  return last[b.length]!;
}
