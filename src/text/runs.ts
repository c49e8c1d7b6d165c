import { fold } from './fold.js';

export interface FoldedToken {
  readonly text: string;
  readonly at: readonly number[];
  readonly hasLetters: boolean;
  readonly hasDigits: boolean;
}

/** A token in plain lower-case letters, without apostrophes and hidden characters, with places in the token. */
export function foldedRuns(raw: string): FoldedToken {
  const { text, at } = fold(raw);
  let kept = '';
  const keptAt: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === "'" || c === '`' || c === '_') continue;
    kept += c;
    keptAt.push(at[i]!);
  }
  keptAt.push(raw.length);
  return { text: kept, at: keptAt, hasLetters: /\D/.test(kept), hasDigits: /\d/.test(kept) };
}
