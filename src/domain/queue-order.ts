import type { Flag } from './flag.js';

/** What an act is ordered by. Words of people are not among them: they may name a person, an office or a side. */
export const SIGN_KINDS = ['kind', 'stage', 'rule', 'stance', 'meaning', 'clears'] as const;

/** One sign of an act: a code, the id of a rule, or in `meaning` and `clears` words of the rule files. */
export interface QueueSign {
  readonly of: (typeof SIGN_KINDS)[number];
  readonly value: string;
}

/** A flag in its proposed place, and why it stands there. */
export interface OrderedFlag {
  readonly flag: Flag;
  /** Signs that moved it most, strongest first; empty where the model knows nothing. */
  readonly why: readonly Reason[];
}

/** `pull`: toward being looked at first (like acts people confirmed) or last. */
export interface Reason {
  readonly sign: QueueSign;
  readonly pull: 'first' | 'last';
}

/** How much each sign of an act speaks for it being confirmed, in log odds; 0 is no opinion. Never shown as a number. */
export interface QueueModel {
  /** False where there are too few verdicts to learn from: every sign then weighs 0. */
  readonly isTaught: boolean;
  weigh(sign: QueueSign): number;
}

const MAX_REASONS = 5;
/** A sign that makes an act less than a tenth more likely explains nothing to a reader. */
const MIN_REASON = Math.log(1.1);

/**
 * Kind, stage, rules, stances, what quoted words mean, what clears. Nothing of the person, account, office or ticket:
 * two acts that differ only in these have the same signs, and so the same place.
 */
export function signsOf({ kind, stage, matches, cleared }: Pick<Flag, 'kind' | 'stage' | 'matches' | 'cleared'>) {
  const meanings = matches.flatMap((match) => match.spans).map((span) => span.means);
  const signs: QueueSign[] = [
    { of: 'kind', value: kind },
    { of: 'stage', value: stage },
    ...distinct(matches.map((match) => match.rule)).map((value) => ({ of: 'rule', value }) as const),
    ...distinct(matches.map((match) => match.stance)).map((value) => ({ of: 'stance', value }) as const),
    ...distinct(meanings.filter((means) => !OF_TICKETS.test(means))).map(
      (value) => ({ of: 'meaning', value }) as const,
    ),
    ...distinct(cleared.map(({ reason }) => reason)).map((value) => ({ of: 'clears', value }) as const),
  ];
  return signs;
}

/** By which sign an act names a ticket may differ from side to side: one has a tag, the other only a number. */
const OF_TICKETS = /calon|paslon|partai|nomor|kotak|semboyan|tagar/i;

/** One text for each sign, for maps and classifiers. */
export function signKey({ of, value }: QueueSign): string {
  return `${of}:${value}`;
}

/**
 * Orders a part of the queue by what people decided before: likely confirmed first. It only orders: every flag given
 * comes back once. Acts are ordered, never persons. Ties keep the order given, which is by age, so that a model that
 * knows nothing changes nothing.
 */
export function orderQueue(flags: readonly Flag[], model: QueueModel): OrderedFlag[] {
  const weighed = flags.map((flag) => {
    const signs = signsOf(flag).map((sign) => ({ sign, weight: model.weigh(sign) }));
    const sum = signs.reduce((total, { weight }) => total + weight, 0);
    return { flag, sum, why: reasonsOf(signs) };
  });
  return weighed.sort((a, b) => b.sum - a.sum).map(({ flag, why }) => ({ flag, why }));
}

function reasonsOf(signs: readonly { sign: QueueSign; weight: number }[]): Reason[] {
  return signs
    .filter(({ weight }) => Math.abs(weight) >= MIN_REASON)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (signKey(a.sign) < signKey(b.sign) ? -1 : 1))
    .slice(0, MAX_REASONS)
    .map(({ sign, weight }) => ({ sign, pull: weight > 0 ? 'first' : 'last' }));
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
