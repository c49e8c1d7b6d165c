/** A share of cases and where the true one lies, 0 to 1. `cases` 0 means nothing is known: the whole range. */
export interface Rate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly cases: number;
}

/** 95 %: what people expect of an interval. */
export const USUAL_Z = 1.96;
/** 99 %: for alarms, since every rule is looked at again and again. */
export const ALARM_Z = 2.576;

/**
 * Wilson's score interval: honest for few cases and for shares near 0 and 1. `successes` may be a sum of parts, so
 * that one account weighs as one however often it appears.
 */
export function wilson(successes: number, cases: number, z: number = USUAL_Z): Rate {
  if (cases <= 0) return { rate: 0, low: 0, high: 1, cases: 0 };
  const rate = Math.min(1, Math.max(0, successes / cases));
  const square = z * z;
  const centre = (rate + square / (2 * cases)) / (1 + square / cases);
  const reach = (z / (1 + square / cases)) * Math.sqrt((rate * (1 - rate)) / cases + square / (4 * cases * cases));
  // Rounding must not push the observed share out of its own interval.
  return {
    rate,
    low: Math.min(rate, Math.max(0, centre - reach)),
    high: Math.max(rate, Math.min(1, centre + reach)),
    cases,
  };
}

/** Newcombe's interval of `a - b` from two Wilson intervals of the same `z`; 0 inside it means no difference is shown. */
export function difference(a: Rate, b: Rate): { readonly low: number; readonly high: number } {
  const gap = a.rate - b.rate;
  return {
    low: gap - Math.hypot(a.rate - a.low, b.high - b.rate),
    high: gap + Math.hypot(a.high - a.rate, b.rate - b.low),
  };
}
