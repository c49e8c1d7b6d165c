import { join } from 'node:path';
import type { Writable } from 'node:stream';
import type { Clock } from '../../domain/clock.js';
import type { Election } from '../../domain/election.js';
import { type FileIssue, FileIssuesError, NotFoundError } from '../../domain/errors.js';
import { isInside } from '../../domain/region.js';
import type { ScreenInput } from '../../domain/screening.js';
import { loadElections } from '../../rules/elections/load-elections.js';
import { explain } from '../../rules/engine/explain.js';
import { RuleScreener } from '../../rules/engine/screener.js';
import { readRuleFolder } from '../../rules/files/load-rules.js';
import { namedCandidates } from '../../rules/files/named-candidates.js';
import { runSamples, SAMPLE_ELECTION } from '../../rules/files/samples.js';
import { EXIT } from '../exit.js';
import { loadRuleFiles } from './load-rule-files.js';
import { cardLines, explanationLines, RULES_NOTES } from './messages-rules.js';
import { installedRulesDir } from './rules-folder.js';

export interface RulesOptions {
  readonly output: Writable;
  readonly rulesDir?: string;
  readonly electionsDir?: string;
  readonly json?: boolean;
}

/** `rules check`: every fault of every file, and rules that name a candidate. Exit code 2 where there is one. */
export async function runRulesCheck(options: RulesOptions): Promise<number> {
  const { rulesDir = installedRulesDir(), electionsDir = join(rulesDir, 'elections'), output } = options;
  const [folder, elections] = await Promise.all([readRuleFolder(rulesDir), readElections(electionsDir)]);
  const count = folder.found.rules.length;
  const issues = [...folder.issues, ...namedCandidates(folder.files, elections.found), ...elections.issues];
  if (options.json) writeJson(output, { rules: count, issues });
  else if (issues.length > 0) output.write(`${new FileIssuesError(issues).message}\n`);
  else output.write(`${RULES_NOTES.checked(count)}\n`);
  return issues.length > 0 ? EXIT.badInput : EXIT.ok;
}

async function readElections(dir: string): Promise<{ found: readonly Election[]; issues: readonly FileIssue[] }> {
  try {
    return { found: (await loadElections(dir)).elections, issues: [] };
  } catch (error) {
    if (error instanceof FileIssuesError) return { found: [], issues: error.issues };
    throw error;
  }
}

/** `rules test`: every sample of every rule, for every ticket of the sample contest. Exit code 4 where one fails. */
export async function runRulesTest(options: RulesOptions): Promise<number> {
  const { ruleSet, elections } = await loadRuleFiles(options);
  const report = runSamples(ruleSet, elections);
  if (options.json) writeJson(options.output, report);
  else {
    for (const fault of report.faults) options.output.write(`${RULES_NOTES.sampleFailed(fault)}\n`);
    options.output.write(`${RULES_NOTES.tested(report)}\n`);
  }
  return report.faults.length > 0 ? EXIT.broken : EXIT.ok;
}

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
  const { ruleSet, elections } = await loadRuleFiles(options);
  const screener = new RuleScreener({ ...ruleSet, elections });
  const loaded = ruleSet.rules.find((r) => r.rule.id === options.subject);
  if (loaded) {
    if (options.json) writeJson(options.output, { rule: loaded.rule, samples: loaded.samples });
    else options.output.write(`${cardLines(loaded, ruleSet).join('\n')}\n`);
    return EXIT.ok;
  }
  if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(options.subject)) {
    const known = ruleSet.rules.map((r) => r.rule.id).join(', ');
    throw new NotFoundError(RULES_NOTES.noSuchRule(options.subject), RULES_NOTES.knownRules(known));
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

function writeJson(output: Writable, value: unknown): void {
  output.write(`${JSON.stringify(value)}\n`);
}
