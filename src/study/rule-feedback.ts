import { createFeedbackTally, type RuleFeedback } from '../domain/rule-feedback.js';
import type { FlagRepository } from '../storage/flag-repository.js';

export interface RuleFeedbackDeps {
  readonly flags: Pick<FlagRepository, 'streamFlags'>;
}

/** Reads every decided flag once and says how each rule fares. Changes nothing. */
export async function readRuleFeedback(
  { flags }: RuleFeedbackDeps,
  options: { readonly recentFrom: Date },
): Promise<{ decided: number; rules: RuleFeedback[] }> {
  const tally = createFeedbackTally(options);
  let decided = 0;
  for await (const { accountId, matches, reviews } of flags.streamFlags({ state: 'decided' })) {
    const review = reviews.at(-1);
    if (!review) continue;
    decided += 1;
    // A rule that fired twice on one act spoke once.
    for (const rule of new Set(matches.map((match) => match.rule))) {
      tally.add({ rule, accountId, verdict: review.verdict, at: review.at });
    }
  }
  return { decided, rules: tally.result() };
}
