import { DAY_MS } from '../../../domain/days.js';
import { localDay, timeZoneOf } from '../../../domain/region.js';
import type { RuleFeedback } from '../../../domain/rule-feedback.js';
import { MIN_ACCOUNTS } from '../../../domain/rule-feedback.js';
import { readCountFeedback } from '../../../study/count-feedback.js';
import { readRuleFeedback } from '../../../study/rule-feedback.js';
import { COLUMNS, FEEDBACK, RATES } from '../../../words/cli/study.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson, writeOut } from '../../print.js';
import { rateText, textTable } from '../../text-table.js';
import { withCore } from '../../with-core.js';
import { countsText, readStatuses } from './feedback-counts.js';

const say = sayIn('id');

/** Long enough for some verdicts on every rule of an office, short enough that a change shows within a stage. */
export const RECENT_DAYS = 30;

/** `netra rules feedback`: what verdicts and counts say about each rule. Reads only; a proposal is a line of text. */
export async function runRulesFeedback({ json }: { json: boolean }): Promise<number> {
  return withCore(async ({ storage, clock, config }) => {
    const now = clock();
    const recentFrom = new Date(now.getTime() - RECENT_DAYS * DAY_MS);
    const { decided, rules } = await readRuleFeedback(storage, { recentFrom });
    const found = await readStatuses(config.rulesDir);
    const shadowRules = [...(found ?? [])].flatMap(([rule, status]) => (status === 'shadow' ? [rule] : []));
    const counts = await readCountFeedback(storage, { shadowRules, today: localDay(now, timeZoneOf('ID')) });
    const statuses = found && Object.fromEntries(found);
    const shadow = counts.shadow.map((own) => ({ ...own, status: found?.get(own.rule) ?? null }));
    const report = { decided, recentFrom: recentFrom.toISOString(), rules, shadow, notes: counts.notes };
    const text = () => `${feedbackText(report)}${countsText({ ...counts, statuses })}`;
    writeOut(json ? `${toJson(report)}\n` : text());
    return EXIT.ok;
  });
}

export function feedbackText({ decided, rules }: { decided: number; rules: readonly RuleFeedback[] }): string {
  if (rules.length === 0) return `${say(FEEDBACK.empty)}\n`;
  const table = textTable([
    [
      say(COLUMNS.rule),
      say(COLUMNS.verdicts),
      say(COLUMNS.precision),
      say(COLUMNS.recentAccounts, { days: RECENT_DAYS }),
      say(COLUMNS.earlierAccounts),
    ],
    ...rules.map(({ rule, all, recent, history }) => [
      rule,
      `${all.confirmed}/${all.dismissed}`,
      rateText(all.precision, say(RATES.verdicts)),
      rateText(recent.byAccounts, say(RATES.accounts)),
      rateText(history.byAccounts, say(RATES.accounts)),
    ]),
  ]);
  const notes = rules.flatMap(noteLines);
  const quiet = say(FEEDBACK.quiet, { accounts: MIN_ACCOUNTS });
  const head = say(FEEDBACK.head, { decided });
  return `${[head, table, '', ...(notes.length > 0 ? notes : [quiet])].join('\n')}\n`;
}

function noteLines({ rule, alarm, proposal }: RuleFeedback): string[] {
  return [
    ...(alarm ? [say(FEEDBACK.confirmedMoved[alarm], { rule })] : []),
    ...(proposal ? [say(FEEDBACK.proposal, { rule }), say(FEEDBACK.proposalNext, { rule })] : []),
  ];
}
