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
  mentioned(handle: string, { stages, own }: View): readonly number[] {
    const registered = this.#mentioned.get(handle);
    const contestOf = (ticket: number) => this.#ballot.candidates[ticket]!.contestIndex;
    const isHere = (t: number) => registered !== undefined || own[contestOf(t)]! > 0;
    const tickets = registered ?? this.#builtLikeTeams.find(handle);
    return tickets.filter((t) => stages[contestOf(t)]! >= 0 && isHere(t));
  }

  ownerOf(account: { platform: Platform; handle: string } | undefined, { stages, own }: View): TargetOwner {
    if (account === undefined) return NOBODY;
    const contestOf = (ticket: number) => this.#ballot.candidates[ticket]!.contestIndex;
    const key = keyOf(account);
    const registered = this.#registered.get(key);
    if (registered !== undefined) {
      return { tickets: registered.filter((t) => stages[contestOf(t)]! >= 0), isTeam: false };
    }
    const teams = this.#teams.get(key) ?? this.#builtLikeTeams.find(account.handle);
    if (teams.length === 0) return NOBODY;
    // A team's name may be somebody else's elsewhere.
    const here = teams.filter((t) => stages[contestOf(t)]! >= 0 && own[contestOf(t)]! > 0);
    return { tickets: here, isTeam: here.length > 0 };
  }
}

function accountsOf(ballot: Ballot, field: 'accounts' | 'teams'): Map<string, number[]> {
  const accounts = new Map<string, number[]>();
  for (const { ticket, index } of ballot.candidates) {
    for (const account of ticket?.[field] ?? []) {
      const key = keyOf(account);
      accounts.set(key, [...(accounts.get(key) ?? []), index]);
    }
  }
  return accounts;
}

function mentionsOf(ballot: Ballot): Map<string, number[]> {
  const mentions = new Map<string, number[]>();
  for (const { ticket, index } of ballot.candidates) {
    for (const { handle } of [...(ticket?.accounts ?? []), ...(ticket?.teams ?? [])]) {
      const key = fold(handle.replace(/^@/, '')).text.replaceAll('_', '');
      const known = mentions.get(key) ?? [];
      if (!known.includes(index)) mentions.set(key, [...known, index]);
    }
  }
  return mentions;
}

function keyOf({ platform, handle }: { readonly platform: Platform; readonly handle: string }): string {
  return `${platform} ${normaliseHandle(handle)}`;
}
