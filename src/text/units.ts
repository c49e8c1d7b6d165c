import { UNKNOWN, type Word } from './words.js';

/** What a unit is besides a word. Bits, since a text has many units and most have none. */
export const UNIT = {
  hashtag: 1,
  mention: 2,
  url: 4,
  quoted: 8,
  emoji: 16,
  /** Begins with a capital, or is all capitals. */
  capital: 32,
  allCaps: 64,
  informal: 128,
  number: 256,
  /** Part of a ticket's name, tag or slogan. */
  sign: 512,
  /** A name in another spelling than the one known: Anis for Anies. */
  respelled: 1024,
  /** Its letters stand apart, or digits stand for some: `R.4.J.1.N`, `c0bl0s`. */
  broken: 2048,
} as const;

/** How a sentence ended. */
export const SENTENCE = { plain: 0, question: 1, exclamation: 2 } as const;

/**
 * The words of one or more fields of an activity, in order, as parallel columns: a post has some twenty units, and a
 * service reads millions of posts. One instance is reused from text to text: copy what must outlive the next `reset`.
 */
export class Units {
  count = 0;
  words: Word[] = [];
  /** UTF-16 offsets into the unit's own field, as it came in. */
  start = new Int32Array(256);
  end = new Int32Array(256);
  /** Distance coordinate in words: an end of sentence counts as some words, another field as very many. */
  position = new Int32Array(256);
  sentence = new Int32Array(256);
  flags = new Int32Array(256);
  /** Ordinal of the hashtag or handle that the unit is a part of; 0 for none. */
  tag = new Int32Array(256);
  field = new Uint8Array(256);
  /** Of the word: who looks for it. */
  roles = new Uint8Array(256);
  readonly sentenceKinds: number[] = [];
  /** Whole hashtags in plain letters, by ordinal - 1, and their first unit. */
  readonly tags: { text: string; firstUnit: number }[] = [];
  exclamations = 0;
  informal = 0;

  reset(): void {
    this.count = 0;
    this.sentenceKinds.length = 0;
    this.sentenceKinds.push(SENTENCE.plain);
    this.tags.length = 0;
    this.exclamations = 0;
    this.informal = 0;
  }

  get currentSentence(): number {
    return this.sentenceKinds.length - 1;
  }

  endSentence(kind: number): void {
    this.sentenceKinds[this.currentSentence] = Math.max(this.sentenceKinds[this.currentSentence]!, kind);
    this.sentenceKinds.push(SENTENCE.plain);
  }

  push(word: Word, start: number, end: number): number {
    const i = this.count++;
    if (i >= this.start.length) this.#grow();
    this.words[i] = word;
    this.roles[i] = word.roles;
    this.start[i] = start;
    this.end[i] = end;
    this.tag[i] = 0;
    this.flags[i] = 0;
    this.sentence[i] = this.currentSentence;
    return i;
  }

  /** Lets go of the memory of an uncommonly long text. */
  shrink(): void {
    if (this.start.length <= 16_384) return;
    this.words = [];
    for (const column of ['start', 'end', 'position', 'sentence', 'flags', 'tag'] as const) {
      this[column] = new Int32Array(256);
    }
    for (const column of ['field', 'roles'] as const) this[column] = new Uint8Array(256);
    this.count = 0;
  }

  #grow(): void {
    const size = this.start.length * 2;
    for (const column of ['start', 'end', 'position', 'sentence', 'flags', 'tag'] as const) {
      const larger = new Int32Array(size);
      larger.set(this[column]);
      this[column] = larger;
    }
    for (const column of ['field', 'roles'] as const) {
      const larger = new Uint8Array(size);
      larger.set(this[column]);
      this[column] = larger;
    }
    while (this.words.length < size) this.words.push(UNKNOWN);
  }
}
