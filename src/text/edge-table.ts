const FIRST_SIZE = 1_024;

/**
 * From a node and a symbol to the next node, in flat arrays: a text of tickets has forty thousand such edges, built at
 * each start and asked at each word. A `Map` would need one number out of the two, and hold it as an object.
 */
export class EdgeTable {
  #size = FIRST_SIZE;
  #count = 0;
  #nodes = new Int32Array(FIRST_SIZE);
  #symbols = new Int32Array(FIRST_SIZE);
  /** 0 where nothing stands: no edge leads to the root. */
  #nexts = new Int32Array(FIRST_SIZE);

  /** 0 where there is none. */
  get(node: number, symbol: number): number {
    const mask = this.#size - 1;
    for (let at = placeOf(node, symbol) & mask; ; at = (at + 1) & mask) {
      const next = this.#nexts[at]!;
      if (next === 0 || (this.#nodes[at] === node && this.#symbols[at] === symbol)) return next;
    }
  }

  /** `next` is above 0; an edge is set once. */
  set(node: number, symbol: number, next: number): void {
    if (2 * this.#count >= this.#size) this.#grow();
    this.#count += 1;
    this.#put(node, symbol, next);
  }

  /** Every node that an edge leaves from, some of them more than once. */
  *nodes(): Generator<number> {
    for (let at = 0; at < this.#size; at++) if (this.#nexts[at] !== 0) yield this.#nodes[at]!;
  }

  #put(node: number, symbol: number, next: number): void {
    const mask = this.#size - 1;
    let at = placeOf(node, symbol) & mask;
    while (this.#nexts[at] !== 0) at = (at + 1) & mask;
    this.#nodes[at] = node;
    this.#symbols[at] = symbol;
    this.#nexts[at] = next;
  }

  #grow(): void {
    const [nodes, symbols, nexts] = [this.#nodes, this.#symbols, this.#nexts];
    this.#size *= 2;
    this.#nodes = new Int32Array(this.#size);
    this.#symbols = new Int32Array(this.#size);
    this.#nexts = new Int32Array(this.#size);
    for (let at = 0; at < nexts.length; at++) if (nexts[at] !== 0) this.#put(nodes[at]!, symbols[at]!, nexts[at]!);
  }
}

/** Neighbouring numbers of both kinds are common: each is spread over all bits. */
function placeOf(node: number, symbol: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
