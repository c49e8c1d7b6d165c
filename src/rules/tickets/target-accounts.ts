import type { Ticket } from '../../domain/election.js';
import { normaliseHandle, type Platform } from '../../domain/platform.js';
import { fold } from '../../text/fold.js';
import type { Ballot, View } from './ballot.js';
import { TeamHandles } from './team-handles.js';

/** Whose account an act is aimed at. */
export interface TargetOwner {
  readonly tickets: readonly number[];
  /** A team's or volunteers' account, not the registered one: it speaks for its ticket, with less weight. */
  readonly isTeam: boolean;
}

/** Who is aimed at: by an account, or by a registered campaign picture of a ticket. */
interface Aimed {
  readonly target?: { readonly account?: { readonly platform: Platform; readonly handle: string } };
  readonly poster?: string | undefined;
}

const NOBODY: TargetOwner = { tickets: [], isTeam: false };

/** Accounts by the tickets they speak for: registered ones, teams that the election file names, names built like a team's. */
export class TargetAccounts {
  readonly #ballot: Ballot;
  readonly #registered: ReadonlyMap<string, readonly number[]>;
  readonly #teams: ReadonlyMap<string, readonly number[]>;
  readonly #builtLikeTeams: TeamHandles;
  /** Registered accounts and named teams as a text mentions them: in plain letters, whatever the platform. */
  readonly #mentioned: ReadonlyMap<string, readonly number[]>;

  constructor(ballot: Ballot) {
    this.#ballot = ballot;
    this.#registered = accountsOf(ballot, 'accounts');
    this.#teams = accountsOf(ballot, 'teams');
    this.#builtLikeTeams = new TeamHandles(ballot.candidates);
    this.#mentioned = mentionsOf(ballot);
  }

  /** The tickets whose account or team a text mentions; `handle` without the `@`, as the reader folded it. */
  mentioned(handle: string, view: View): readonly number[] {
    const registered = this.#mentioned.get(handle);
    if (registered !== undefined) return this.#inForce(registered, view);
    return this.#here(this.#builtLikeTeams.find(handle), view);
  }

  ownerOf({ target, poster }: Aimed, view: View): TargetOwner {
    if (poster !== undefined) return this.#ofPoster(poster, view);
    const account = target?.account;
    if (account === undefined) return NOBODY;
    const key = keyOf(account);
    const registered = this.#registered.get(key);
    if (registered !== undefined) return { tickets: this.#inForce(registered, view), isTeam: false };
    const tickets = this.#here(this.#teams.get(key) ?? this.#builtLikeTeams.find(account.handle), view);
    return tickets.length === 0 ? NOBODY : { tickets, isTeam: true };
  }

  /** Of a registered campaign picture, by the ticket's id. */
  #ofPoster(ticketId: string, view: View): TargetOwner {
    const tickets = this.#ballot.candidates.filter(({ id }) => id === ticketId).map(({ index }) => index);
    return { tickets: this.#inForce(tickets, view), isTeam: false };
  }

  #inForce(tickets: readonly number[], { stages }: View): readonly number[] {
    return tickets.filter((ticket) => stages[this.#ballot.candidates[ticket]!.contestIndex]! >= 0);
  }

  /** A team's name may be somebody else's elsewhere. */
  #here(tickets: readonly number[], view: View): readonly number[] {
    const isOwn = (ticket: number) => view.own[this.#ballot.candidates[ticket]!.contestIndex]! > 0;
    return this.#inForce(tickets, view).filter(isOwn);
  }
}

type NamedAccount = Ticket['accounts'][number];

function accountsOf(ballot: Ballot, field: 'accounts' | 'teams'): Map<string, number[]> {
  return ticketsBy(ballot, (ticket) => ticket[field] ?? [], keyOf);
}

function mentionsOf(ballot: Ballot): Map<string, number[]> {
  const named = ({ accounts, teams = [] }: Ticket) => [...accounts, ...teams];
  return ticketsBy(ballot, named, ({ handle }) => fold(handle.replace(/^@/, '')).text.replaceAll('_', ''));
}

/** Each ticket once under each key of its accounts. */
function ticketsBy(
  ballot: Ballot,
  accountsIn: (ticket: Ticket) => readonly NamedAccount[],
  keyFor: (account: NamedAccount) => string,
): Map<string, number[]> {
  const tickets = new Map<string, number[]>();
  for (const { ticket, index } of ballot.candidates) {
    for (const account of ticket === undefined ? [] : accountsIn(ticket)) {
      const known = tickets.get(keyFor(account)) ?? [];
      if (!known.includes(index)) tickets.set(keyFor(account), [...known, index]);
    }
  }
  return tickets;
}

function keyOf({ platform, handle }: { readonly platform: Platform; readonly handle: string }): string {
  return `${platform} ${normaliseHandle(handle)}`;
}
