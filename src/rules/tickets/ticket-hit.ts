import type { Company, SignKind } from './signs.js';

/** A ticket named at one place of a text; several tickets where the sign fits several. */
export interface TicketHit {
  readonly first: number;
  readonly last: number;
  readonly kind: SignKind;
  /** Indexes of `Ballot.candidates`. */
  readonly candidates: readonly number[];
}

/**
 * A hit before its company is looked at: an ambiguous sign needs another one of the same ticket, a party or a bare
 * number a word that speaks of an election.
 */
export interface Sight extends TicketHit {
  readonly needs: Company | undefined;
}
