import type { Units } from '../../text/units.js';
import type { Vocabulary } from '../../text/vocabulary.js';
import type { AnchorKind, Anchors } from './anchors.js';
import type { Sight, TicketHit } from './ticket-hit.js';
import { COLOUR_FILLERS, COLOUR_LEADS } from './ticket-words.js';

const TIES: readonly AnchorKind[] = ['ballot', 'contest', 'date', 'eve'];
const ACT_REACH = 40;
const SHOWN_REACH = 12;
const LEAD_REACH = 3;
const SHOWN: ReadonlySet<string> = new Set(['finger', 'number', 'position', 'slogan']);

/**
 * Colours are worn every day: one counts only in an act that speaks of an election, and there for the ticket whose
 * finger, number, place or slogan stands beside it, or right behind a word of choosing. A name beside it adds nothing.
 */
export class ColourSigns {
  readonly #leads: ReadonlySet<number>;
  readonly #fillers: ReadonlySet<number>;

  constructor(vocabulary: Vocabulary) {
    const ids = (words: readonly string[]) => new Set(words.map((word) => vocabulary.addWord(word)));
    this.#leads = ids(COLOUR_LEADS);
    this.#fillers = ids(COLOUR_FILLERS);
  }

  confirm(
    units: Units,
    { colours, others }: { colours: readonly Sight[]; others: readonly TicketHit[] },
    anchors: Anchors,
  ): TicketHit[] {
    const shown = others.filter(({ kind }) => SHOWN.has(kind)).sort((a, b) => a.first - b.first);
    return colours.flatMap((hit) => {
      const by = TIES.find((kind) => anchors.isNear([kind], hit, ACT_REACH));
      if (by === undefined) return [];
      const beside = besideIt(units, hit, shown);
      const meant = beside.length > 0 ? beside : this.#isChosen(units, hit) ? hit.candidates : [];
      return meant.length === 0 ? [] : [{ ...hit, candidates: meant, by }];
    });
  }

  /** "Pilih yang baju merah": nothing but what dresses the colour stands between. */
  #isChosen(units: Units, { first }: Sight): boolean {
    for (let i = first - 1; i >= Math.max(0, first - LEAD_REACH); i--) {
      const { id } = units.words[i]!;
      if (this.#leads.has(id)) return true;
      if (!this.#fillers.has(id)) return false;
    }
    return false;
  }
}

/** Tickets of the colour of which something else is shown nearby. */
function besideIt(units: Units, hit: TicketHit, shown: readonly TicketHit[]): number[] {
  const position = units.position[hit.first]!;
  const near: TicketHit[] = [];
  for (let i = firstFrom(units, shown, position - SHOWN_REACH); i < shown.length; i++) {
    if (units.position[shown[i]!.first]! > position + SHOWN_REACH) break;
    near.push(shown[i]!);
  }
  return hit.candidates.filter((c) => near.some(({ candidates }) => candidates.includes(c)));
}

function firstFrom(units: Units, sorted: readonly TicketHit[], position: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units.position[sorted[middle]!.first]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
