/**
 * The words that rules, lexicons and tickets know, as small numbers. A word that nobody asks for has number 0,
 * so that a text costs no more for being strange.
 */
export class Vocabulary {
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, number>();

  /** Numbers of words and stems share one range, so that one automaton reads both. */
  get size(): number {
    return this.#words.size + this.#stems.size + 1;
  }

  addWord(word: string): number {
    return add(this.#words, word, this.size);
  }

  addStem(stem: string): number {
    return add(this.#stems, stem, this.size);
  }

  wordId(word: string): number {
    return this.#words.get(word) ?? 0;
  }

  stemId(stem: string): number {
    return this.#stems.get(stem) ?? 0;
  }

  knows(word: string): boolean {
    return this.#words.has(word);
  }

  knowsStem(stem: string): boolean {
    return this.#stems.has(stem);
  }
}

function add(ids: Map<string, number>, key: string, next: number): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, next);
  return next;
}
