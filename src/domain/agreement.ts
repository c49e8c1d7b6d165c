import { type Rate, wilson } from './interval.js';
import { type CountedAs, countsFor, settles, type Verdict } from './verdict.js';

/** What two people said of one flag, neither having seen the other: the first, then the second. */
export type Pair = `${CountedAs} ${CountedAs}`;
export const PAIRS = [
  'confirmed confirmed',
  'confirmed dismissed',
  'dismissed confirmed',
  'dismissed dismissed',
] as const satisfies readonly Pair[];

/** How many flags have each pair. */
export type PairCounts = Readonly<Partial<Record<Pair, number>>>;

/** What two people said of some flags. */
export interface PairsFound {
  readonly pairs: PairCounts;
  /** How many different people gave verdicts on these flags. Who they are is in no answer. */
  readonly people: number;
}

export interface AgreementSpan {
  readonly officeCodes?: readonly string[] | undefined;
  readonly since: Date;
}

export interface PairsByRule {
  readonly whole: PairsFound;
  /** A flag counts for each rule that marked it. */
  readonly byRule: ReadonlyMap<string, PairsFound>;
}

/** Of reviewers as a whole: no person is in it, and none can be told from it. */
export interface Agreement {
  /** The share of flags on which both said the same. */
  readonly observed: Rate;
  /**
   * Cohen's kappa: agreement beyond what chance gives with as many confirmed and dismissed; 1 is all, 0 is no more than
   * chance. `undefined` where there are too few flags, or all of them have the same verdict: chance alone gives that.
   */
  readonly kappa?: { readonly value: number; readonly low: number; readonly high: number } | undefined;
}

/** Fewer pairs say nothing. */
export const MIN_PAIRS = 10;

/** Of two people alone it would be a mark for each of them. */
export const MIN_PEOPLE = 3;

/** Of this many days. */
export const AGREEMENT_DAYS = 180;

/** The first verdicts of the first two people; what is said afterwards is said with another's in sight. */
export function pairOf(
  reviews: readonly { readonly verdict: Verdict; readonly reviewerId: string }[],
): Pair | undefined {
  const verdicts = reviews.filter(({ verdict }) => settles(verdict));
  const first = verdicts[0];
  const second = verdicts.find(({ reviewerId }) => reviewerId !== first?.reviewerId);
  const [a, b] = [countsFor(first?.verdict), countsFor(second?.verdict)];
  return a && b ? `${a} ${b}` : undefined;
}

/** The interval (95 %) is Wilson's of what was observed, carried over to kappa: honest for few flags and for full agreement. */
export function agreementOf(counts: PairCounts): Agreement {
  const of = (pair: Pair) => counts[pair] ?? 0;
  const [both, first, second, neither] = PAIRS.map(of) as [number, number, number, number];
  const cases = both + first + second + neither;
  const observed = wilson(both + neither, cases);
  if (cases < MIN_PAIRS) return { observed };
  const byFirst = (both + first) / cases;
  const bySecond = (both + second) / cases;
  const chance = byFirst * bySecond + (1 - byFirst) * (1 - bySecond);
  if (chance === 1) return { observed };
  const kappa = (share: number) => (share - chance) / (1 - chance);
  return { observed, kappa: { value: kappa(observed.rate), low: kappa(observed.low), high: kappa(observed.high) } };
}
