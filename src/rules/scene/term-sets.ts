import { fold } from '../../text/fold.js';
import { stemOf } from '../../text/stem.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import { WordAutomaton } from '../../text/word-automaton.js';

/** Words, stems and phrases that mean the same to a rule. */
export interface TermSet {
  readonly means: string;
  /** Numbers of words that share a stem with the set but do not belong to it. */
  readonly except: ReadonlySet<number>;
}

/** One thing that is looked for in a text: every word of a stem, a word or a sequence of words, or an emoji. */
export interface Term {
  readonly as: 'stem' | 'words' | 'emoji';
  readonly text: string;
}

/** A list of terms that many selections share. */
export interface TermList {
  readonly id: string;
  readonly terms: readonly Term[];
  readonly means: string;
  readonly except: readonly string[];
}

/** Collects the terms of all rules into one automaton; equal lists share a number. */
export class TermSets {
  readonly sets: TermSet[] = [];
  readonly automaton = new WordAutomaton();
  readonly #vocabulary: Vocabulary;
  readonly #slang: ReadonlyMap<string, readonly string[]>;
  readonly #lists: ReadonlyMap<string, TermList>;
  readonly #known = new Map<string, number>();

  constructor(vocabulary: Vocabulary, slang: ReadonlyMap<string, readonly string[]>, lists: readonly TermList[]) {
    this.#vocabulary = vocabulary;
    this.#slang = slang;
    this.#lists = new Map(lists.map((list) => [list.id, list]));
  }

  /** The set of a shared list; an unknown one is an empty set, since loading the rules has already complained. */
  setOfList(id: string): number {
    const { terms, means, except } = this.#lists.get(id) ?? { terms: [], means: id, except: [] };
    return this.setOf(terms, means, except);
  }

  setOf(terms: readonly Term[], means: string, except: readonly string[] = []): number {
    const key = JSON.stringify([terms, means, except]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const set = this.sets.push({ means, except: this.wordIds(except) }) - 1;
    this.#known.set(key, set);
    for (const term of terms) this.automaton.add(this.#symbolsOf(term), set);
    return set;
  }

  wordIds(words: Iterable<string>): Set<number> {
    return new Set([...words].map((w) => this.#vocabulary.addWord(w)));
  }

  #symbolsOf({ as, text }: Term): number[] {
    if (as === 'stem') return [this.#vocabulary.addStem(stemOf(text))];
    return as === 'emoji' ? this.#emojiSymbols(text) : this.#wordSymbols(text);
  }

  /** `~menang telak`: a word with a tilde stands for every word of its stem. */
  #wordSymbols(text: string): number[] {
    return text
      .trim()
      .split(/[\s-]+/)
      .flatMap((part) => {
        if (part.startsWith('~')) return [this.#vocabulary.addStem(stemOf(part.slice(1).toLowerCase()))];
        if (part.startsWith('host:')) return [this.#vocabulary.addWord(part)];
        const plain = fold(part).text.replace(/[^\p{L}\p{N}]/gu, '');
        return (this.#slang.get(plain) ?? [plain]).map((w) => this.#vocabulary.addWord(w));
      });
  }

  #emojiSymbols(emoji: string): number[] {
    if (/^\dkeycap$/.test(emoji)) return [this.#vocabulary.addWord(`keycap${emoji[0]}`)];
    const points = [...emoji].filter((c) => /\p{Extended_Pictographic}|[\u{1F1E6}-\u{1F1FF}]/u.test(c));
    return points.map((c) => this.#vocabulary.addWord(c));
  }
}
