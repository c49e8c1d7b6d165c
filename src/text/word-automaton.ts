import { EdgeTable } from './edge-table.js';
import type { Units } from './units.js';

export const MAX_WORDS = 12;
const MAX_SKIPPED = 3;

/** Outputs of the sequences that end at unit `last`. */
type Found = (outputs: readonly number[], last: number) => void;

/**
 * Finds word sequences in a text in one pass, however many there are: a tree of word numbers, entered only at words
 * that begin a sequence. Sequences are at most `MAX_WORDS` long, so the cost is linear in the text.
 */
export class WordAutomaton {
  readonly #edges = new EdgeTable();
  readonly #outputs: (number[] | undefined)[] = [undefined];
  #roots = new Int32Array(0);
  /** Most sequences are one word, and there is nothing to look for behind their end. */
  #isLeaf = new Uint8Array(0);
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
      let next = this.#edges.get(node, symbol);
      if (next === 0) {
        next = this.#outputs.length;
        this.#outputs.push(undefined);
        this.#edges.set(node, symbol, next);
      }
      node = next;
    }
    const outputs = this.#outputs[node];
    if (outputs === undefined) this.#outputs[node] = [output];
    // Most come in rising order: a first name that hundreds have is not searched hundreds of times.
    else if (output > outputs.at(-1)! || !outputs.includes(output)) outputs.push(output);
  }

  /** To be called once, after the last `add`. */
  seal(symbolCount: number): void {
    this.#roots = new Int32Array(symbolCount + 1);
    for (let symbol = 1; symbol <= symbolCount; symbol++) this.#roots[symbol] = this.#edges.get(0, symbol);
    this.#isLeaf = new Uint8Array(this.nodeCount).fill(1);
    for (const node of this.#edges.nodes()) this.#isLeaf[node] = 0;
  }

  /** Whether any sequence begins with a word: a role of the word, since every word would have to be asked for. */
  begins(id: number, stem: number): boolean {
    return this.#roots[id]! !== 0 || this.#roots[stem]! !== 0;
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
      const byWord = word.id === 0 ? 0 : this.#edges.get(node, word.id);
      if (byWord !== 0) this.#follow(byWord, next);
      const byStem = word.stem === 0 ? 0 : this.#edges.get(node, word.stem);
      if (byStem !== 0) this.#follow(byStem, next);
      const isBroken = byWord !== 0 || byStem !== 0;
      if (isBroken || skips === MAX_SKIPPED || !this.#skipped.has(word.id)) return;
    }
  }
}
