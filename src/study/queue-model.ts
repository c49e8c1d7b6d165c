import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { type QueueModel, type QueueSign, signKey, signsOf } from '../domain/queue-order.js';
import { countsFor } from '../domain/verdict.js';
import type { FlagRepository } from '../storage/flag-repository.js';

// `import 'natural'` prints banners and loads database drivers: only this one file of it is wanted.
const CLASSIFIER_PATH = 'natural/lib/natural/classifiers/bayes_classifier.js';

/** What of natural's classifier is used; the inner one counts in how many documents of a label a feature stood. */
interface BayesClassifier {
  addDocument(signs: readonly string[], label: string): void;
  train(): void;
  readonly features: Readonly<Record<string, number>>;
  readonly classifier: {
    readonly classFeatures: Readonly<Record<string, Readonly<Record<number, number>>>>;
    readonly classTotals: Readonly<Record<string, number>>;
    readonly smoothing: number;
  };
}

/** Below this in either label the model has no opinion: a queue by age is fairer than a guess. */
export const MIN_ACCOUNTS_EACH = 10;
/** A sign of fewer decided acts says too little, and would tell the second reviewer what the first one decided. */
export const MIN_ACTS_A_SIGN = 5;
/** One account teaches at most this many acts: who posts often must not decide what all are like. */
const MAX_ACTS_AN_ACCOUNT = 5;
/** Training on so many holds the process for some 0.15 s. Ids are keyed hashes: the first ones are a fair sample. */
const MAX_DECIDED = 2_000;

export interface QueueModelDeps {
  readonly flags: Pick<FlagRepository, 'streamFlags'>;
}

/** `version`: equal where the same was learned, so that two processes, or one before and after, give one order. */
export interface TrainedModel extends QueueModel {
  readonly version: string;
}

/** Learns from this installation's decided flags, in memory. Reads no content: flags alone carry all signs. */
export async function trainQueueModel({ flags }: QueueModelDeps): Promise<TrainedModel> {
  const Classifier = createRequire(import.meta.url)(CLASSIFIER_PATH) as new () => BayesClassifier;
  const bayes = new Classifier();
  const learned = createHash('sha256');
  const taught = new Map<string, number>();
  const accounts = { confirmed: new Set<string>(), dismissed: new Set<string>() };
  let decided = 0;
  for await (const flag of flags.streamFlags({ state: 'decided' })) {
    if (++decided > MAX_DECIDED) break;
    const verdict = countsFor(flag.reviews.at(-1)?.verdict);
    const count = taught.get(flag.accountId) ?? 0;
    if (verdict === undefined || count >= MAX_ACTS_AN_ACCOUNT) continue;
    taught.set(flag.accountId, count + 1);
    accounts[verdict].add(flag.accountId);
    const signs = signsOf(flag).map(signKey);
    bayes.addDocument(signs, verdict);
    learned.update(JSON.stringify([verdict, signs]));
  }
  const isTaught = Math.min(accounts.confirmed.size, accounts.dismissed.size) >= MIN_ACCOUNTS_EACH;
  const version = learned.digest('hex').slice(0, 16);
  return { isTaught, version, weigh: isTaught ? weigherOf(bayes) : () => 0 };
}

function weigherOf(bayes: BayesClassifier): (sign: QueueSign) => number {
  bayes.train();
  // The classifier numbers features in the order of its own list of them.
  const places = new Map(Object.keys(bayes.features).map((sign, place) => [sign, place]));
  const isCommon = (key: string) => Object.hasOwn(bayes.features, key) && bayes.features[key]! >= MIN_ACTS_A_SIGN;
  return (sign) => (isCommon(signKey(sign)) ? logOdds(bayes, places.get(signKey(sign))) : 0);
}

/** What one sign adds to the classifier's own sum of logarithms. Read from its counts: the product underflows on long texts. */
function logOdds({ classifier }: BayesClassifier, place: number | undefined): number {
  if (place === undefined) return 0;
  const { classFeatures, classTotals, smoothing } = classifier;
  const share = (label: string) => (classFeatures[label]?.[place] ?? smoothing) / (classTotals[label] ?? 1);
  return Math.log(share('confirmed') / share('dismissed'));
}
