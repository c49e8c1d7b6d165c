import type { FlagState } from './flag.js';

/** `whole`: all that was to be captured is in the pack; `partial`: the pack names something that could not be. */
export const EVIDENCE_KINDS = ['whole', 'partial'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Beside a list people are told how many there are up to here, and that there are more: counting a million costs more than the list. */
export const COUNTED_UP_TO = 10_000;

/** `upTo`: what is more than this is told as one more; without it, each is counted. */
export interface CountLimit {
  readonly upTo?: number | undefined;
}

/** Which flags a list holds: what is asked for on a page, and what lies in the reach of whoever asks. */
export interface FlagFilter {
  /** Offices the caller may see, already with descendants; `undefined` means all. */
  readonly officeCodes?: readonly string[];
  readonly state?: FlagState;
  readonly kind?: string;
  readonly rule?: string;
  readonly platform?: string;
  readonly stage?: string;
  readonly evidence?: EvidenceKind | undefined;
  /** Those that wait longer. */
  readonly openedBefore?: Date;
  /** A user id: decided flags on which one other person alone gave verdicts. Stands in place of `state`. */
  readonly awaitsSecondBy?: string;
  /** A user id: contrary flags on which this person gave no verdict. Stands in place of `state`. */
  readonly awaitsSettlingBy?: string;
  /** Words of the act, from `termsOf`; a query without any finds nothing. */
  readonly terms?: readonly (readonly string[])[] | undefined;
  readonly accountId?: string | undefined;
  /** `contest/number`. */
  readonly ticket?: string | undefined;
  /** When the act was done. */
  readonly actedFrom?: Date | undefined;
  readonly actedTo?: Date | undefined;
  readonly heldBy?: { readonly by: string; readonly now: Date } | undefined;
  /** Whose work it is; `null`: nobody's. */
  readonly assignedTo?: string | null | undefined;
  /** Whose it may not be. */
  readonly notAssignedTo?: readonly string[];
  /** `waiting`: those alone on which an answer is waited for; `none`: those without. */
  readonly questions?: { readonly which: 'waiting' | 'none'; readonly now: Date } | undefined;
  /** Without those on which a decision waits that can still be undone. */
  readonly isUndecided?: boolean;
}
