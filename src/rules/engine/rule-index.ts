import { ACTIVITY_KINDS, type ActivityKind } from '../../domain/platform.js';
import type { CompiledRule } from './compile-rules.js';

const NONE: readonly CompiledRule[] = [];

/** Rules by the words that can set them off, for one kind of activity, with or without a ticket in it. */
interface Shelf {
  readonly bySet: readonly (readonly number[])[];
  readonly always: readonly number[];
}

/**
 * Which rules are worth evaluating. Most activities name no ticket and hold none of the words, and then it costs
 * nothing how many rules there are.
 */
export class RuleIndex {
  readonly #rules: readonly CompiledRule[];
  readonly #shelves: ReadonlyMap<ActivityKind, { readonly withTicket: Shelf; readonly without: Shelf }>;
  readonly #isTaken: Uint8Array;

  /** `rules` sorted by id. */
  constructor(rules: readonly CompiledRule[], setCount: number) {
    this.#rules = rules;
    this.#isTaken = new Uint8Array(rules.length);
    this.#shelves = new Map(
      ACTIVITY_KINDS.map((kind) => {
        const fitting = [...rules.keys()].filter((i) => rules[i]!.appliesTo.has(kind));
        const free = fitting.filter((i) => !rules[i]!.needsTicket || rules[i]!.hearsUnnamed);
        return [kind, { withTicket: this.#shelf(fitting, setCount), without: this.#shelf(free, setCount) }];
      }),
    );
  }

  find(kind: ActivityKind, hasTicket: boolean, sets: readonly number[]): readonly CompiledRule[] {
    const shelves = this.#shelves.get(kind)!;
    const { bySet, always } = hasTicket ? shelves.withTicket : shelves.without;
    const found = [...always];
    for (const set of sets) {
      for (const i of bySet[set]!) {
        if (this.#isTaken[i] === 1) continue;
        this.#isTaken[i] = 1;
        found.push(i);
      }
    }
    if (found.length === 0) return NONE;
    for (const i of found) this.#isTaken[i] = 0;
    if (found.length > 1) found.sort((a, b) => a - b);
    return found.map((i) => this.#rules[i]!);
  }

  #shelf(fitting: readonly number[], setCount: number): Shelf {
    const bySet: number[][] = Array.from({ length: setCount }, () => []);
    for (const i of fitting) for (const set of this.#rules[i]!.triggers ?? []) bySet[set]!.push(i);
    return { bySet, always: fitting.filter((i) => this.#rules[i]!.triggers === undefined) };
  }
}
