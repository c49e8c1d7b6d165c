import { soundOf } from './sound.js';

/** Shorter sounds are everybody's. */
const MIN_SOUND = 4;

/**
 * The words that rules, lexicons and tickets know, as small numbers. A word that nobody asks for has number 0,
 * so that a text costs no more for being strange.
 */
export class Vocabulary {
  readonly #words = new Map<string, number>();
  readonly #stems = new Map<string, number>();
  /** Stems without their first letter, by the two letters that follow it. */
  readonly #tails = new Map<number, string[]>();
  #hasShortStem = false;
  /** Names by their sound; two names of one sound are told apart by their spelling only. */
  readonly #names = new Map<string, string | undefined>();
  /** Names whose sound is taken already: two thousand words make up the names of six thousand people. */
  readonly #known = new Set<string>();

  /** Numbers of words and stems share one range, so that one automaton reads both. */
  get size(): number {
    return this.#words.size + this.#stems.size + 1;
  }

  addWord(word: string): number {
    return add(this.#words, word, this.size);
  }

  addStem(stem: string): number {
    if (!this.#stems.has(stem)) this.#addTail(stem.slice(1));
    return add(this.#stems, stem, this.size);
  }

  /** A word of a name that people also spell otherwise. */
  addName(name: string): number {
    if (this.#known.has(name)) return this.addWord(name);
    this.#known.add(name);
    const sound = soundOf(name);
    const other = this.#names.get(sound);
    if (sound.length >= MIN_SOUND) this.#names.set(sound, this.#names.has(sound) && other !== name ? undefined : name);
    return this.addWord(name);
  }

  /** The name that an unknown word is another spelling of. */
  nameOfSound(word: string): string | undefined {
    return word.length < MIN_SOUND ? undefined : this.#names.get(soundOf(word));
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

  /**
   * Whether a word can come from a known stem. Affixes leave all of a stem standing together but its first letter,
   * which a prefix may swallow (`pilih`, `memilih`) or an infix part from the rest (`gigi`, `gerigi`). Few words of a
   * text pass, and only those are worth stemming.
   */
  mayHaveStem(word: string): boolean {
    if (this.#hasShortStem) return true;
    for (let i = 0; i + 1 < word.length; i++) {
      const tails = this.#tails.get(pairAt(word, i));
      if (tails?.some((tail) => word.startsWith(tail, i))) return true;
    }
    return false;
  }

  #addTail(tail: string): void {
    if (tail.length < 2) {
      this.#hasShortStem = true;
      return;
    }
    const pair = pairAt(tail, 0);
    this.#tails.set(pair, [...(this.#tails.get(pair) ?? []), tail]);
  }
}

function pairAt(text: string, i: number): number {
  return text.charCodeAt(i) * 0x10000 + text.charCodeAt(i + 1);
}

function add(ids: Map<string, number>, key: string, next: number): number {
  const known = ids.get(key);
  if (known !== undefined) return known;
  ids.set(key, next);
  return next;
}
