import type { Flag } from './flag.js';
import type { Verdict } from './verdict.js';

/** Which decided flags are listed. */
export interface DecidedFilter {
  /** `contrary`: of two verdicts none is in force. Else those that have one. */
  readonly state?: 'decided' | 'contrary' | undefined;
  /** Offices the caller may see, already with descendants; `undefined` means all. */
  readonly officeCodes?: readonly string[] | undefined;
  /** The verdict in force. */
  readonly verdict?: Verdict | undefined;
  /** A user id: whoever gave one of its verdicts, also one that is no longer in force. */
  readonly decidedBy?: string | undefined;
  readonly rule?: string | undefined;
  readonly ticket?: string | undefined;
  readonly accountId?: string | undefined;
  /** Words of the act: any of each group. */
  readonly terms?: readonly (readonly string[])[] | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** A user id: leaves out what this person may still give a blind second verdict on. */
  readonly visibleTo?: string | undefined;
}

export type ContrarySpan = Pick<DecidedFilter, 'officeCodes' | 'from' | 'to'>;

/** By nothing else: whoever is to settle one would learn from it whose verdicts they are, or which ticket it speaks of. */
export function contraryIn({ officeCodes, from, to }: ContrarySpan): DecidedFilter {
  return { state: 'contrary', officeCodes, from, to };
}

export interface DecidedFlag {
  readonly flag: Flag;
  readonly decidedAt: Date;
}

/** Forms of the list as a file. */
export const SHEET_FORMATS = ['csv', 'xlsx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** More lines than anybody works through by hand: a longer list is refused, never cut. */
export const MAX_SHEET_ROWS = 10_000;
