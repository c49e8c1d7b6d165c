import { fold } from '../../text/fold.js';
import { stemOf } from '../../text/stem.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import { WordAutomaton } from '../../text/word-automaton.js';
import type { Lexicon, Selection } from '../files/rule-schema.js';
import type { Slang } from '../files/rule-set.js';

/** Words, stems and phrases that mean the same to a rule. */
export interface TermSet {
  readonly means: string;
  /** Numbers of words that share a stem with the set but do not belong to it. */
  readonly except: ReadonlySet<number>;
}

type Terms = Pick<Selection, 'stem' | 'words' | 'phrase' | 'emoji' | 'hashtag'>;

/** Collects the terms of all rules into one automaton; equal lists share a number. */
export class TermSets {
  readonly sets: TermSet[] = [];
  readonly automaton = new WordAutomaton();
  readonly #vocabulary: Vocabulary;
  readonly #slang: Slang;
  readonly #lexicons: ReadonlyMap<string, Lexicon>;
  readonly #known = new Map<string, number>();

  constructor(vocabulary: Vocabulary, slang: Slang, lexicons: readonly Lexicon[]) {
    this.#vocabulary = vocabulary;
    this.#slang = slang;
    this.#lexicons = new Map(lexicons.map((l) => [l.id, l]));
  }

  /** The set of a lexicon; an unknown one is an empty set, since `loadRules` has already complained. */
  ofLexicon(id: string): number {
    const { means = id, words, stems, phrases, emoji, except } = this.#lexicons.get(id) ?? { id };
    return this.#setOf({ words, stem: stems, phrase: phrases, emoji }, { means, except });
  }

  ofSelection(selection: Selection, means: string): number {
    const { stem, words, phrase, emoji, hashtag } = selection;
    return this.#setOf({ stem, words, phrase, emoji, hashtag }, { means, except: undefined });
  }

  wordIds(words: Iterable<string>): Set<number> {
    return new Set([...words].map((w) => this.#vocabulary.addWord(w)));
  }

  #setOf(terms: Terms, { means, except }: { means: string; except: readonly string[] | undefined }): number {
    const key = JSON.stringify([terms, means, except]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const set = this.sets.push({ means, except: this.wordIds(except ?? []) }) - 1;
    this.#known.set(key, set);
    for (const stem of terms.stem ?? []) this.automaton.add([this.#vocabulary.addStem(stemOf(stem))], set);
    const sequences = [...(terms.words ?? []), ...(terms.phrase ?? []), ...(terms.hashtag ?? [])];
    for (const text of sequences) this.automaton.add(this.#symbols(text), set);
    for (const emoji of terms.emoji ?? []) this.automaton.add(this.#emojiSymbols(emoji), set);
    return set;
  }

  /** `~menang telak`: a word with a tilde stands for every word of its stem. */
  #symbols(text: string): number[] {
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
