import type { View } from './ballot.js';
import type { Company, SignKind } from './signs.js';
import { plainer, SURENESS } from './sureness.js';
import type { Sight } from './ticket-hit.js';

/** A way to speak of a ticket. */
export interface Sign {
  readonly kind: SignKind;
  readonly candidate: number;
  readonly contest: number;
  readonly needs: Company | undefined;
  readonly isKnownAnywhere: boolean;
  readonly isAcronym?: boolean | undefined;
}

/** The signs of all tickets by their numbers. */
export class SignTable {
  /** Steps made since it was built: what the linear-time tests count. */
  work = 0;
  readonly #signs: Sign[] = [];
  /** Apart: a first name is a sign of hundreds of tickets, of which hardly one is in force here and now. */
  readonly #contests: number[] = [];
  readonly #areKnownAnywhere: boolean[] = [];

  /** The number of the sign. Those of one ticket are added one after the other. */
  add(sign: Sign): number {
    this.#contests.push(sign.contest);
    this.#areKnownAnywhere.push(sign.isKnownAnywhere);
    return this.#signs.push(sign) - 1;
  }

  /** The tickets in force that some signs stand for here and now: of the own region, and surely, before others. */
  sightOf(numbers: readonly number[], { stages, own, near }: View): Omit<Sight, 'first' | 'last'> | undefined {
    let candidates: number[] | undefined;
    let rank = -1;
    let needs: Company | undefined;
    let kind: SignKind = 'account';
    let isAcronym = false;
    this.work += numbers.length;
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const contest = this.#contests[number]!;
      if (stages[contest]! < 0) continue;
      const isOwn = own[contest]! > 0;
      const isKnown = isOwn || this.#areKnownAnywhere[number]!;
      if (!isKnown && near[contest] === 0) continue;
      const sign = this.#signs[number]!;
      if (!isKnown && !isSureName(sign)) continue;
      const signRank = (isOwn ? 4 : 0) + SURENESS[sign.needs ?? 'nothing'];
      if (signRank < rank) continue;
      if (signRank > rank) {
        rank = signRank;
        candidates = [];
        needs = sign.needs;
        kind = sign.kind;
      }
      kind = plainer(kind, sign.kind);
      isAcronym ||= sign.isAcronym === true;
      // Signs were numbered ticket by ticket, so those of one ticket are neighbours.
      if (candidates!.at(-1) !== sign.candidate) candidates!.push(sign.candidate);
    }
    return candidates && { kind, candidates, needs, isAcronym, by: 'itself' };
  }
}

const NAMES: ReadonlySet<SignKind> = new Set(['name', 'alias', 'pair']);

/** What nobody else is called: it is a neighbour's too. */
function isSureName({ kind, needs }: Sign): boolean {
  return needs === undefined && NAMES.has(kind);
}
