import type { Units } from '../../text/units.js';
import type { TicketHit } from '../tickets/ticket-hit.js';

/** Numbers named, whichever of the contests of the day they stand for. */
export function numbersOf(hits: readonly TicketHit[]): number {
  return new Set(hits.filter(({ kind }) => kind === 'number').map(({ candidates }) => candidates.join(' '))).size;
}

export function ticketsOf(hits: readonly TicketHit[]): number {
  const named = hits.filter(({ kind }) => kind !== 'empty_box');
  return new Set(named.flatMap(({ candidates }) => (candidates.length === 1 ? candidates : []))).size;
}

const LISTED = 4;

/** Two tickets named side by side: "A, B and C", "A or B". */
export function isListed(units: Units, own: readonly TicketHit[]): boolean {
  // Tags and handles stand side by side whatever is said of whom.
  const named = own.filter(({ candidates, first }) => candidates.length === 1 && units.tag[first] === 0);
  return named.some((hit, i) => {
    const next = named[i + 1];
    if (next === undefined || hit.candidates[0] === next.candidates[0]) return false;
    return units.position[next.first]! - units.position[hit.last]! <= LISTED;
  });
}

export function namesBox(own: readonly TicketHit[]): boolean {
  return own.some(({ kind }) => kind === 'empty_box') && own.some(({ kind }) => kind !== 'empty_box');
}
