import type { Account } from './account.js';
import type { ActivityTarget, JudgedContent, ReadPicture } from './activity.js';
import type { Stage } from './election.js';
import type { ActivityKind } from './platform.js';
import type { RegionCode } from './region.js';

/** The screen format, in: one JSON object a line (design.md section 6). `publishedAt` is ISO 8601. */
export interface ScreenInput {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly text: string;
  readonly publishedAt: string;
  readonly account: { readonly id: string; readonly region: RegionCode; readonly position?: string };
  readonly target?: ActivityTarget;
  readonly media?: readonly ScreenMedia[];
}

/** With `picture`, `text` is what a machine read off a picture, and it may be a registered poster of a ticket. */
export interface ScreenMedia {
  readonly text?: string;
  readonly picture?: Pick<ReadPicture, 'poster'> | undefined;
}

export type Stance = 'support' | 'attack' | 'unclear';

/** `start` and `end` are UTF-16 offsets into the field as it came in: `text`, `target.text`, `target.account`, `media.0.text`. */
export interface Span {
  readonly field: string;
  readonly start: number;
  readonly end: number;
  /** What the quoted words mean here, in Indonesian. */
  readonly means: string;
}

/** One rule fired on one activity. It proposes; it says nothing of guilt, severity or sanction. */
export interface Match {
  readonly rule: string;
  /** Items of the decree for the stage in force, such as `D6`. */
  readonly basis: readonly string[];
  /** `contest/number` of each ticket meant; several where a bare number fits several contests. */
  readonly tickets: readonly string[];
  readonly stance: Stance;
  readonly spans: readonly Span[];
}

/** A sign that speaks against marking, shown beside what accuses. */
export interface Cleared {
  readonly reason: string;
  readonly spans: readonly Span[];
}

/** Something to teach, never a finding: it flags nothing and claims no breach. */
export interface Note {
  readonly rule: string;
  readonly spans: readonly Span[];
}

/** Which side a mark takes towards one ticket; `unclear` where two readings are near to each other. */
export interface Side {
  readonly ticket: string;
  readonly stance: Stance;
}

/** What speaks for marking an act or, with points below zero, against it: a sign by its name in the scorecard. */
export interface WeighedSign {
  readonly sign: string;
  readonly points: number;
  /** Where it shows; none for what is true of the whole act. */
  readonly spans: readonly Span[];
}

/** How one reading of an act comes to the line, strongest sign first. About one act's text, never about a person. */
export interface Points {
  readonly total: number;
  readonly line: number;
  readonly signs: readonly WeighedSign[];
}

/** The screen format, out. Equal inputs under equal hashes give equal bytes. */
export interface ScreenResult {
  readonly id: string;
  readonly flagged: boolean;
  readonly stage: Stage | null;
  readonly matches: readonly Match[];
  readonly cleared: readonly Cleared[];
  /** Only there where a note rule fired: what sets without note rules answered stays the same to the byte. */
  readonly notes?: readonly Note[];
  readonly ruleset: string;
  readonly elections: string;
  readonly engine: string;
  /** What all rules together say of each ticket; only there where the act is marked. */
  readonly sides?: readonly Side[];
  /** Of the reading that speaks strongest for marking; only there where the act is marked and a scorecard decided. */
  readonly points?: Points;
}

/** The verdict alone: what is marked, on what grounds, and what clears. */
export function withoutPoints({ points: _told, ...verdict }: ScreenResult): ScreenResult {
  return verdict;
}

/** What a reviewer reads about a rule, in Indonesian. */
export interface RuleCard {
  readonly id: string;
  readonly title: string;
  /** With `{ticket}` and `{stage}` already filled in. */
  readonly explanation: string;
  /** Clause texts with their items and `source_status`. */
  readonly clauses: readonly { readonly item: string; readonly text: string; readonly sourceStatus: string }[];
  readonly falsePositives: readonly string[];
}

/** What a set of rules and elections says of its own marks, for people. */
export interface SetWords {
  /** Title, explanation and clauses of a match, for the console; a note has neither tickets nor clauses. */
  describe(match: Pick<Match, 'rule' | 'tickets' | 'basis'>, stage: Stage): RuleCard;
  /** Name of a ticket for people: `1 · Nama dan Nama`; the id itself where it is unknown. */
  ticketLabel(ticketId: string): string;
  /** What the set's own files call a sign of its scorecard; `undefined` for signs that the program itself names. */
  signTitle(sign: string): string | undefined;
  /** The rule as its file said it, as YAML; `undefined` where the set has no such rule. */
  ruleText(id: string): string | undefined;
}

/** Judges one activity under one rule set and one set of elections. Pure: no clock, no I/O. */
export interface Screener extends SetWords {
  readonly ruleset: string;
  readonly elections: string;
  readonly engine: string;
  screen(input: ScreenInput): ScreenResult;
  /**
   * Ids of the rules in `shadow` that would fire on this act if they were live, sorted. Apart from `screen`, of which
   * they change no byte; costs nothing where no rule is in shadow.
   */
  wouldFire(input: ScreenInput): readonly string[];
  /** Every account that an election file names for a ticket, registered or a team's: it is nobody's private one. */
  ticketAccounts(): readonly { ticket: string; platform: string; handle: string }[];
}

/** The screen format of one stored act: what `netra screen` would be given for it. */
export function toScreenInput(
  account: Pick<Account, 'id' | 'region' | 'position'>,
  activity: JudgedContent,
): ScreenInput {
  return {
    id: activity.id,
    kind: activity.kind,
    text: activity.text,
    publishedAt: activity.publishedAt.toISOString(),
    account: { id: account.id, region: account.region, position: account.position },
    // format: sealed into packs and compared, so a key stands there or not.
    ...(activity.target === undefined ? {} : { target: activity.target }),
    ...(activity.media === undefined ? {} : { media: activity.media }),
  };
}
