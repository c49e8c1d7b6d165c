import type { EvidenceSeal } from './evidence.js';
import type { ActivityKind, Platform } from './platform.js';
import type { PostContent, PostOutcome, PostReading } from './post-reading.js';

/** Where people bring what they saw: the public form, its interface for other portals, the officers' page. */
export const DOORS = ['public', 'api', 'patrol'] as const;
export type Door = (typeof DOORS)[number];

/** `private`: what a participant of a closed channel brought. It is never followed, and nothing further is read there. */
export const CHANNELS = ['public', 'private'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a link says by itself, as it was read when it was brought. */
export interface ReportedLink {
  readonly given: string;
  readonly platform: Platform | 'whatsapp';
  readonly kind: string;
  readonly author?: string | undefined;
  readonly id?: string | undefined;
  /** One spelling for one act; empty where the text holds no link. */
  readonly canonical: string;
}

/** Whoever brings it says of whose act it is: whatever is known. It names nobody until a person or a number ties it. */
export interface ReportedWho {
  readonly name?: string | undefined;
  readonly office?: string | undefined;
  /** With its platform, where that is not the link's. */
  readonly handle?: string | undefined;
  readonly platform?: Platform | undefined;
}

export interface ReportedAct {
  readonly kind?: ActivityKind | undefined;
  readonly link?: ReportedLink | undefined;
  /** The act's own words, or those of what is liked, shared or answered: what rules may read. */
  readonly words?: string | undefined;
  /** What was seen, in the words of whoever brings it; no rule reads it. */
  readonly story?: string | undefined;
  readonly seenAt?: Date | undefined;
  readonly place?: string | undefined;
  /** The letter that sent an officer on patrol. */
  readonly taskLetter?: string | undefined;
}

/** A file that was brought. Its bytes lie elsewhere, under `id`. */
export interface ReportFile {
  readonly id: string;
  /** By its content: `image/png`, `application/pdf`. */
  readonly type: string;
  readonly bytes: number;
  /** SHA-256, hex: of the bytes that were brought, and of the clean copy that is shown. */
  readonly broughtSha256: string;
  readonly shownSha256?: string | undefined;
}

export interface ReportMessage {
  readonly id: string;
  readonly from: 'reporter' | 'office';
  readonly text: string;
  readonly at: Date;
  /** A user id; never shown to the reporter. */
  readonly by?: string | undefined;
}

/** What came of looking behind a report's link. What was read, and its pack, are there of a registered account's act alone. */
export interface LinkReading {
  readonly outcome: PostOutcome;
  readonly by: PostReading['by'];
  readonly at: Date;
  /** How often was looked; a pause that a platform asks for is kept, and then it is looked again. */
  readonly tries: number;
  /** Where a short link led. */
  readonly link?: ReportedLink | undefined;
  readonly post?: PostContent | undefined;
  readonly pack?: LinkPack | undefined;
}

/** The pack that was sealed then, under an id of its own. */
export interface LinkPack extends EvidenceSeal {
  readonly id: string;
}

interface OutcomeTerms {
  /** The act becomes a flag; of all others nothing enters the queue. */
  readonly isTrue: boolean;
  /** How long the report is kept after the decision, so that its reporter can read it. */
  readonly keptDays: number;
}

/** The one place of an outcome, in the order in which it is offered. */
const OUTCOME_TABLE = {
  true: { isTrue: true, keptDays: 365 },
  not_true: { isTrue: false, keptDays: 90 },
  cannot_be_shown: { isTrue: false, keptDays: 90 },
  // Of somebody who is not registered nothing stays longer than the answer.
  not_asn: { isTrue: false, keptDays: 30 },
  private_channel: { isTrue: false, keptDays: 30 },
  not_our_matter: { isTrue: false, keptDays: 30 },
} as const satisfies Record<string, OutcomeTerms>;

export type ReportOutcome = keyof typeof OUTCOME_TABLE;
export const REPORT_OUTCOMES = Object.keys(OUTCOME_TABLE) as readonly ReportOutcome[];

export function isTrueOutcome(outcome: ReportOutcome): boolean {
  return OUTCOME_TABLE[outcome].isTrue;
}

export function keptDaysOf(outcome: ReportOutcome): number {
  return OUTCOME_TABLE[outcome].keptDays;
}

export interface ReportDecision {
  readonly outcome: ReportOutcome;
  /** Why, in the words of whoever decided; never shown to the reporter. */
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/**
 * `new`: whose account is not settled; `waits_for_registry`: a person found no registered account, the registry's owner
 * may; `identified`: tied to an account, its truth is checked; `duplicate`: goes with another report; `decided`.
 */
export const REPORT_STATES = ['new', 'waits_for_registry', 'identified', 'duplicate', 'decided'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What somebody brought, on its way to a decision. Unproven; a flag only once a named person found it true. */
export interface Report {
  /** Random; a submission carries it, so that a repeat is the same report. */
  readonly id: string;
  readonly door: Door;
  readonly broughtAt: Date;
  /** A user id, of the patrol's door alone. */
  readonly broughtBy?: string | undefined;
  readonly channel: Channel;
  readonly who: ReportedWho;
  readonly act: ReportedAct;
  readonly files: readonly ReportFile[];
  /** Oldest first. */
  readonly messages: readonly ReportMessage[];
  /** There is a sealed box with the reporter's name; what is in it nobody here can read. */
  readonly hasIdentity: boolean;
  readonly state: ReportState;
  /** Rises by one with each change; a decision names the version it was made on. */
  readonly version: number;
  /** The registered account it is tied to, and that account's office. */
  readonly accountId?: string | undefined;
  readonly officeCode?: string | undefined;
  readonly duplicateOf?: string | undefined;
  readonly decision?: ReportDecision | undefined;
  readonly flagId?: string | undefined;
  readonly reading?: LinkReading | undefined;
  /** From when on somebody has to look behind its link; not there once that is done. */
  readonly lookDueAt?: Date | undefined;
  /** Afterwards nothing of it is there. */
  readonly expiresAt: Date;
}

/** What a door hands over; all else follows. */
export type BroughtReport = Pick<
  Report,
  'id' | 'door' | 'broughtAt' | 'broughtBy' | 'channel' | 'who' | 'act' | 'files' | 'accountId' | 'officeCode'
>;

export const MAX_MESSAGES = 50;
/** Of one text that is brought: words, story. */
export const MAX_STORY_LENGTH = 10_000;
/** Of a name, a place, a handle. */
export const MAX_NAME_LENGTH = 200;
