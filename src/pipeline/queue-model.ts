import { createRequire } from 'node:module';
import type { Activity } from '../domain/activity.js';
import type { Election } from '../domain/election.js';
import type { Flag } from '../domain/flag.js';
import type { QueueModel } from '../domain/queue-order.js';
import type { ActivityRepository } from '../storage/activity-repository.js';
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
/** One account teaches at most this many acts: who posts often must not decide what all are like. */
const MAX_ACTS_AN_ACCOUNT = 5;
/** Training takes a second for so many, while somebody waits. Ids are keyed hashes: the first ones are a fair sample. */
const MAX_DECIDED = 500;
const MAX_WORDS = 60;
const BATCH = 250;

export interface QueueModelDeps {
  readonly flags: Pick<FlagRepository, 'stream'>;
  readonly activities: Pick<ActivityRepository, 'findManyMarked'>;
}

/** Signs of an act to weigh: its kind, the rules that marked it, its words. Nothing of the person, nothing of a ticket. */
export type SignsOf = (flag: Flag, activity: Activity | undefined) => string[];

/**
 * Words that name a ticket are left out, so that the order cannot prefer one side: for two acts that differ only in
 * the ticket the signs are the same.
 */
export function createSignsOf(elections: readonly Election[]): SignsOf {
  const ofTickets = ticketWords(elections);
  return (flag, activity) => {
    const text = activity ? withoutQuotedTickets(activity.text, flag) : '';
    const words = wordsOf(text).filter((word) => !ofTickets.has(word) && !isTag(word) && /\p{L}{3}/u.test(word));
    return [
      `jenis ${flag.kind}`,
      ...new Set(flag.matches.map((match) => `aturan ${match.rule}`)),
      ...new Set(words.slice(0, MAX_WORDS).map((word) => `kata ${word}`)),
    ];
  };
}

/** Learns from this installation's decided flags, in memory, on demand. */
export async function trainQueueModel(deps: QueueModelDeps, signsOf: SignsOf): Promise<QueueModel> {
  const Classifier = createRequire(import.meta.url)(CLASSIFIER_PATH) as new () => BayesClassifier;
  const bayes = new Classifier();
  const taught = new Map<string, number>();
  const accounts = { confirmed: new Set<string>(), dismissed: new Set<string>() };
  for await (const batch of decidedFlags(deps)) {
    const contents = await deps.activities.findManyMarked(batch.map((flag) => flag.activityId));
    const byId = new Map(contents.map((activity) => [activity.id, activity]));
    for (const flag of batch) {
      const verdict = flag.reviews.at(-1)?.verdict;
      const count = taught.get(flag.accountId) ?? 0;
      if ((verdict !== 'confirmed' && verdict !== 'dismissed') || count >= MAX_ACTS_AN_ACCOUNT) continue;
      taught.set(flag.accountId, count + 1);
      accounts[verdict].add(flag.accountId);
      bayes.addDocument(signsOf(flag, byId.get(flag.activityId)), verdict);
    }
  }
  if (Math.min(accounts.confirmed.size, accounts.dismissed.size) < MIN_ACCOUNTS_EACH) {
    return { accounts: taught.size, weigh: () => 0 };
  }
  bayes.train();
  // The classifier numbers features in the order of its own list of them.
  const places = new Map(Object.keys(bayes.features).map((sign, place) => [sign, place]));
  return { accounts: taught.size, weigh: (sign) => logOdds(bayes, places.get(sign)) };
}

/** What one sign adds to the classifier's own sum of logarithms. Read from its counts: the product underflows on long texts. */
function logOdds({ classifier }: BayesClassifier, place: number | undefined): number {
  if (place === undefined) return 0;
  const { classFeatures, classTotals, smoothing } = classifier;
  const share = (label: string) => (classFeatures[label]?.[place] ?? smoothing) / (classTotals[label] ?? 1);
  return Math.log(share('confirmed') / share('dismissed'));
}

async function* decidedFlags({ flags }: QueueModelDeps): AsyncGenerator<Flag[]> {
  let batch: Flag[] = [];
  let count = 0;
  for await (const flag of flags.stream({ state: 'decided' })) {
    batch.push(flag);
    count += 1;
    if (count >= MAX_DECIDED) break;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Spans of a match quote the ticket's signs too; where they end a rule's own words may go with them, which is fair. */
function withoutQuotedTickets(text: string, { matches }: Flag): string {
  const spans = matches.flatMap((m) => m.spans).filter((s) => s.field === 'text' && TICKET_MEANINGS.test(s.means));
  let rest = text;
  for (const { start, end } of spans) rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  return rest;
}

/** As `SIGN_MEANINGS` of the rules names the signs of a ticket. */
const TICKET_MEANINGS = /calon|partai|nomor|kotak|semboyan|tagar/;

function ticketWords(elections: readonly Election[]): Set<string> {
  const tickets = elections.flatMap((election) => election.contests).flatMap((contest) => contest.tickets);
  const signs = tickets.flatMap(({ names, aliases, hashtags, slogans, parties, accounts }) => [
    ...names,
    ...[...aliases, ...hashtags, ...slogans, ...parties].map((sign) => sign.text),
    ...accounts.map((account) => account.handle),
  ]);
  return new Set(signs.flatMap(wordsOf));
}

/** Tags and mentions hold names run together. */
function isTag(word: string): boolean {
  return word.startsWith('#') || word.startsWith('@');
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[#@]?[\p{L}\p{N}]+/gu) ?? [];
}
