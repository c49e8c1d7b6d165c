import type { Place } from './places.js';
import type { Company, SignKind } from './signs.js';

/**
 * What makes a sign count: `itself` where nobody else has it; another sign of the same ticket; a word of address or of
 * candidacy beside it; the post that is answered; letters apart or digits for letters (`disguise`), which nobody writes of a
 * queue; else an anchor of its kind.
 */
export const VOUCHES = [
  'itself',
  'ticket',
  'candidate',
  'address',
  'rare',
  'target',
  'disguise',
  'ballot',
  'contest',
  'date',
  'eve',
  'choice',
  'power',
] as const;
export type Vouch = (typeof VOUCHES)[number];

/** A ticket named at one place of a text; several tickets where the sign fits several. */
export interface TicketHit extends Place {
  readonly kind: SignKind;
  /** Indexes of `Ballot.candidates`. */
  readonly candidates: readonly number[];
  readonly by: Vouch;
}

/**
 * A hit before its company is looked at: an ambiguous sign needs another one of the same ticket, a party or a bare
 * number a word that speaks of an election.
 */
export interface Sight extends TicketHit {
  readonly needs: Company | undefined;
  /** The election file writes it in capitals. */
  readonly isAcronym?: boolean;
}
