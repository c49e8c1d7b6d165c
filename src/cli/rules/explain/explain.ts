import type { Clock } from '../../../domain/clock.js';
import type { Election } from '../../../domain/election.js';
import { NotFoundError } from '../../../domain/errors.js';
import { isInside } from '../../../domain/region.js';
import type { ScreenInput } from '../../../domain/screening.js';
import { explain } from '../../../rules/engine/explain.js';
import { RuleScreener } from '../../../rules/engine/screener.js';
import { loadFiles } from '../../../rules/load-files.js';
import { SAMPLE_ELECTION } from '../../../rules/samples.js';
import { NO_SUCH_RULE } from '../../../words/cli/rules.js';
import { sayAdvice } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { type RulesOptions, withInstalled, writeJson } from '../rules-options.js';
import { explanationLines } from './explanation-text.js';
import { ruleCard } from './rule-card.js';

export interface ExplainOptions extends RulesOptions {
  /** The id of a rule, or a text to be judged. */
  readonly subject: string;
  readonly kind?: ScreenInput['kind'];
  readonly region?: string;
  /** ISO 8601; by default the first day of campaign of the region's contest. */
  readonly at?: string;
  readonly clock?: Clock;
}

/** `rules explain ID|TEXT`: what a rule says, or why a text is marked and what the nearest rules lack. */
export async function runRulesExplain(options: ExplainOptions): Promise<number> {
  const { ruleSet, elections } = await loadFiles(withInstalled(options));
  const screener = new RuleScreener({ ...ruleSet, elections });
  const loaded = ruleSet.rules.find((r) => r.written.id === options.subject);
  if (loaded) {
    if (options.json) writeJson(options.output, { rule: loaded.written, samples: loaded.samples });
    else options.output.write(`${ruleCard(loaded, ruleSet).join('\n')}\n`);
    return EXIT.ok;
  }
  if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(options.subject)) {
    const known = ruleSet.rules.map((r) => r.written.id).join(', ');
    const { message, hint } = sayAdvice(NO_SUCH_RULE, 'id', { rule: options.subject, known });
    throw new NotFoundError(message, hint);
  }
  const explanation = explain(screener, inputOf(options, elections));
  if (options.json) writeJson(options.output, explanation);
  else options.output.write(`${explanationLines(explanation, options.subject, screener).join('\n')}\n`);
  return EXIT.ok;
}

function inputOf({ subject, kind, region, at }: ExplainOptions, elections: readonly Election[]): ScreenInput {
  const contests = elections.flatMap((e) => e.contests);
  const own = region === undefined ? undefined : contests.find((c) => isInside(region, c.region));
  const contest = own ?? contests.find((c) => c.electionId === SAMPLE_ELECTION) ?? contests[0]!;
  const campaign = contest.stages.find((s) => s.stage === 'campaign') ?? contest.stages[0]!;
  return {
    id: 'explain',
    kind: kind ?? 'post',
    text: subject,
    publishedAt: at ?? `${campaign.from}T05:00:00Z`,
    account: { id: 'explain', region: region ?? contest.region },
  };
}
