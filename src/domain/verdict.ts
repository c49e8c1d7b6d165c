/** What a verdict says of the rules that marked the act: that they were right, or wrong. */
export const COUNTED_AS = ['confirmed', 'dismissed'] as const;
export type CountedAs = (typeof COUNTED_AS)[number];

interface VerdictTerms {
  /** The flag is decided with it; else it is a question, and the flag goes on waiting. */
  readonly settles: boolean;
  /** In rule feedback, back-tests and the queue's order; `undefined`: it says nothing of a rule. */
  readonly countsFor: CountedAs | undefined;
  /** Not given before every sign that clears was weighed. */
  readonly needsTicks: boolean;
  /** One person's is not enough: until a second one gave the same, lists say that it waits. */
  readonly needsSecond: boolean;
  /** May be given in one go on many flags of the same thing: what accuses somebody is decided flag by flag. */
  readonly isGivenTogether: boolean;
}

/** The one place of a verdict, in the order in which it is offered. None of them is a sanction. */
const VERDICT_TABLE = {
  confirmed: { settles: true, countsFor: 'confirmed', needsTicks: true, needsSecond: true, isGivenTogether: false },
  dismissed: {
    settles: true,
    countsFor: 'dismissed',
    needsTicks: false,
    needsSecond: false,
    isGivenTogether: true,
  },
  needs_context: {
    settles: false,
    countsFor: undefined,
    needsTicks: false,
    needsSecond: false,
    isGivenTogether: false,
  },
} as const satisfies Record<string, VerdictTerms>;

/** A person's decision. */
export type Verdict = keyof typeof VERDICT_TABLE;
export const VERDICTS = Object.keys(VERDICT_TABLE) as readonly Verdict[];

export function settles(verdict: Verdict): boolean {
  return VERDICT_TABLE[verdict].settles;
}

export function needsSecond(verdict: Verdict): boolean {
  return VERDICT_TABLE[verdict].needsSecond;
}

export const TOGETHER_VERDICTS = VERDICTS.filter((verdict) => VERDICT_TABLE[verdict].isGivenTogether);

export const SETTLING_VERDICTS = VERDICTS.filter(settles);

export function countsFor(verdict: Verdict | undefined): CountedAs | undefined {
  return verdict === undefined ? undefined : VERDICT_TABLE[verdict].countsFor;
}

/** Signs that clear and that this verdict may not pass over unweighed. */
export function leftToWeigh(
  cleared: readonly { readonly reason: string }[],
  { verdict, weighed }: { readonly verdict: Verdict; readonly weighed: readonly string[] },
): string[] {
  if (!VERDICT_TABLE[verdict].needsTicks) return [];
  return cleared.map(({ reason }) => reason).filter((reason) => !weighed.includes(reason));
}
