import type { Stage } from '../../domain/election.js';
import type { ScreenInput } from '../../domain/screening.js';
import type { Units } from '../../text/units.js';
import type { Anchors } from '../tickets/anchors.js';
import type { Work } from '../tickets/places.js';
import type { TicketHit } from '../tickets/ticket-hit.js';
import type { Occurrence } from './occurrence.js';
import type { NegationWords } from './scopes.js';
import type { Style } from './style.js';
import type { SetPlaces } from './term-places.js';
import type { TermSet } from './term-sets.js';

/** Fields get numbers: 0 the text, 1… the media, this one the target's text. */
export const TARGET_FIELD = 255;

/** `poster`: what is shown is a registered campaign picture of this ticket, and nobody's account. */
export type ReadInput = ScreenInput & { readonly poster?: string | undefined };

/** One activity, read: all that rules ask about. */
export interface Scene {
  readonly input: ReadInput;
  readonly units: Units;
  readonly stage: Stage | null;
  /** Places of terms by set. */
  readonly places: SetPlaces;
  readonly sets: readonly TermSet[];
  readonly hits: readonly TicketHit[];
  /** Whoever stands, where no ticket is named and none is answered. Looked for when a rule first asks. */
  readonly unnamed: () => readonly TicketHit[];
  /** What ties the act to an election. */
  readonly anchors: Anchors;
  /** Tickets to whom the target's account is registered, or whose team it is. */
  readonly targetTickets: readonly number[];
  /** That account is a team's or of volunteers, not registered to the ticket. */
  readonly isTeamTarget: boolean;
  /** Worked out when a rule first asks for it. */
  readonly style: () => Style;
  /** Whether every ticket of a contest of three or more is named. Worked out when asked for. */
  readonly namesEveryTicket: () => boolean;
  /** Places of the frames that hold, by their ids: what kind of text this is. Read once, when a rule first asks. */
  readonly frames: () => ReadonlyMap<string, readonly Occurrence[]>;
  /** Some frame only weakens, since the speaker's own call stands beside it. */
  readonly hasOwnCall: () => boolean;
  /** The clause of every unit. Worked out when asked for. */
  readonly clauses: () => Int32Array;
  readonly negation: NegationWords;
  /** What selections were found to be, by their keys: many rules ask for the same. */
  readonly known: (Found | undefined)[];
  readonly work: Work;
}

export interface Found {
  readonly holds: boolean;
  /** Sorted. */
  readonly places: readonly Occurrence[];
}

export const ABSENT: Found = { holds: false, places: [] };
