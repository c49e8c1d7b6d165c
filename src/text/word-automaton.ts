import type { Units } from './units.js';
import type { Word } from './words.js';

export const MAX_WORDS = 12;
const MAX_SKIPPED = 3;
const NODE_FACTOR = 2 ** 21;

/** Outputs of the sequences that end at unit `last`. */
type Found = (outputs: readonly number[], last: number) => void;

/**
 * Finds word sequences in a text in one pass, however many there are: a tree of word numbers, entered only at words
 * that begin a sequence. Sequences are at most `MAX_WORDS` long, so the cost is linear in the text.
 */
export class WordAutomaton {
  readonly #edges = new Map<number, number>();
  readonly #outputs: (number[] | undefined)[] = [undefined];
  #roots = new Int32Array(0);
  /** Most sequences are one word, and there is nothing to look for behind their end. */
  #isLeaf = new Uint8Array(0);
  #rootEdges = new Map<number, number>();
  readonly #skipped: Set<number>;
  #units!: Units;
  #found!: Found;
  /** Steps made since the automaton was built: what the linear-time tests count. */
  work = 0;

  /** `skipped`: numbers of words that may stand inside a sequence without breaking it. */
  constructor(skipped: Iterable<number> = []) {
    this.#skipped = new Set(skipped);
  }

  get nodeCount(): number {
    return this.#outputs.length;
  }

  add(symbols: readonly number[], output: number): void {
    if (symbols.length === 0 || symbols.length > MAX_WORDS) return;
    let node = 0;
    for (const symbol of symbols) {
      const edges = node === 0 ? this.#rootEdges : this.#edges;
      const key = node === 0 ? symbol : node * NODE_FACTOR + symbol;
      let next = edges.get(key);
      if (next === undefined) {
        next = this.#outputs.length;
        this.#outputs.push(undefined);
        edges.set(key, next);
      }
      node = next;
    }
    const outputs = this.#outputs[node];
    if (outputs === undefined) this.#outputs[node] = [output];
    else if (!outputs.includes(output)) outputs.push(output);
  }

  /** To be called once, after the last `add`. */
  seal(symbolCount: number): void {
    this.#roots = new Int32Array(symbolCount + 1);
    for (const [symbol, node] of this.#rootEdges) this.#roots[symbol] = node;
    this.#isLeaf = new Uint8Array(this.nodeCount).fill(1);
    for (const edge of this.#edges.keys()) this.#isLeaf[Math.floor(edge / NODE_FACTOR)] = 0;
  }

  /** Whether any sequence begins with a word: asked of every word, so it must cost next to nothing. */
  begins(word: Word): boolean {
    return this.#roots[word.id]! !== 0 || this.#roots[word.stem]! !== 0;
  }

  /** Calls `found` for every sequence that begins at unit `i`; not re-entrant. */
  walk(units: Units, i: number, found: Found): void {
    this.#units = units;
    this.#found = found;
    const word = units.words[i]!;
    const byWord = this.#roots[word.id]!;
    if (byWord !== 0) this.#follow(byWord, i);
    const byStem = this.#roots[word.stem]!;
    if (byStem !== 0) this.#follow(byStem, i);
  }

  #follow(node: number, at: number): void {
    this.work++;
    const outputs = this.#outputs[node];
    if (outputs !== undefined) this.#found(outputs, at);
    if (this.#isLeaf[node] === 1) return;
    const units = this.#units;
    for (let next = at + 1, skips = 0; next < units.count; next++, skips++) {
      const word = units.words[next]!;
      const byWord = word.id === 0 ? undefined : this.#edges.get(node * NODE_FACTOR + word.id);
      if (byWord !== undefined) this.#follow(byWord, next);
      const byStem = word.stem === 0 ? undefined : this.#edges.get(node * NODE_FACTOR + word.stem);
      if (byStem !== undefined) this.#follow(byStem, next);
      const isBroken = byWord !== undefined || byStem !== undefined;
      if (isBroken || skips === MAX_SKIPPED || !this.#skipped.has(word.id)) return;
    }
  }
}
