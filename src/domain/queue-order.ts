import type { Flag } from './flag.js';

/** A flag in its proposed place, and why it stands there. */
export interface OrderedFlag {
  readonly flag: Flag;
  /** Words and rules that moved it most, strongest first; empty where the model knows nothing. */
  readonly why: readonly Reason[];
}

/** `pull`: toward being looked at first (like acts people confirmed) or last. */
export interface Reason {
  readonly sign: string;
  readonly pull: 'first' | 'last';
}

/** How much each sign of an act speaks for it being confirmed, in log odds; 0 is no opinion. Never shown as a number. */
export interface QueueModel {
  /** Distinct accounts whose decided flags it learned from. */
  readonly accounts: number;
  weigh(sign: string): number;
}

const MAX_REASONS = 5;

/**
 * Orders a page of the queue by what people decided before: likely confirmed first. It only orders: every flag given
 * comes back once. Acts are ordered, never persons: `signsOf` must hold nothing of who acted. Ties keep the order
 * given, which is by age, so that a model that knows nothing changes nothing.
 */
export function orderQueue(
  flags: readonly Flag[],
  model: QueueModel,
  signsOf: (flag: Flag) => readonly string[],
): OrderedFlag[] {
  const weighed = flags.map((flag) => {
    const signs = [...new Set(signsOf(flag))].map((sign) => ({ sign, weight: model.weigh(sign) }));
    const sum = signs.reduce((total, { weight }) => total + weight, 0);
    return { flag, sum, why: reasonsOf(signs) };
  });
  return weighed.sort((a, b) => b.sum - a.sum).map(({ flag, why }) => ({ flag, why }));
}

function reasonsOf(signs: readonly { sign: string; weight: number }[]): Reason[] {
  return signs
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.sign < b.sign ? -1 : 1))
    .slice(0, MAX_REASONS)
    .map(({ sign, weight }) => ({ sign, pull: weight > 0 ? 'first' : 'last' }));
}
