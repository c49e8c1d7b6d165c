import { UNIT, type Units } from '../../text/units.js';
import type { AnchorKind, Anchors } from './anchors.js';
import type { Ballot, Candidate, View } from './ballot.js';
import type { TicketHit } from './ticket-hit.js';

/** Every office is spoken of every day: only words of an election make its holder a candidate. */
const TIES: readonly AnchorKind[] = ['ballot', 'contest', 'date', 'eve'];
const REACH = 40;

interface Said {
  readonly view: View;
  readonly anchors: Anchors;
  readonly office: OfficePlaces;
}

type Places = readonly { readonly first: number; readonly last: number }[];

/** Where an act speaks of whoever holds the office. */
export interface OfficePlaces {
  named(): Places;
  /** "Lanjutkan!": counts only as a call of its own, since everything is gone on with. */
  called(): Places;
}

const CALL_WORDS = 3;

/** Tickets that hold the office they stand for, where the election file says so. */
export class OfficeHolders {
  readonly #holders: readonly Candidate[];

  constructor(ballot: Ballot) {
    this.#holders = ballot.candidates.filter(({ ticket }) => ticket?.isIncumbent === true);
  }

  /** "Lanjutkan, Rabu ke TPS": each place where a holder is meant. Asked only of acts that name no ticket otherwise. */
  find(units: Units, { view, anchors, office }: Said): TicketHit[] {
    if (this.#holders.length === 0) return [];
    const [named, called] = [office.named(), office.called()];
    if (named.length + called.length === 0) return [];
    const open = this.#holders.filter(({ contestIndex: c }) => view.own[c] === 2 && view.stages[c]! >= 0);
    if (open.length === 0) return [];
    const candidates = open.map(({ index }) => index);
    const calls = called.filter((place) => isCall(units, place));
    return [...named, ...calls].flatMap(({ first, last }) => {
      const by = TIES.find((kind) => anchors.isNear([kind], { first, last }, REACH));
      return by === undefined ? [] : [{ first, last, kind: 'incumbent' as const, candidates, by }];
    });
  }
}

/** The whole sentence is hardly more than these words. */
function isCall(units: Units, { first, last }: Places[number]): boolean {
  const sentence = units.sentence[first]!;
  const isSame = (i: number) =>
    i >= 0 && i < units.count && units.sentence[i] === sentence && units.field[i] === units.field[first];
  let words = 0;
  let from = first;
  while (words <= CALL_WORDS && isSame(from - 1)) if (isWord(units, --from)) words++;
  for (let i = first; words <= CALL_WORDS && isSame(i); i++) if (isWord(units, i)) words++;
  return words <= CALL_WORDS && isSame(last);
}

function isWord(units: Units, i: number): boolean {
  return (units.flags[i]! & (UNIT.emoji | UNIT.hashtag | UNIT.mention | UNIT.url)) === 0;
}
