import { FileIssuesError } from '../../../domain/errors.js';
import { WINDOW_DAYS } from '../../../domain/rule-counts.js';
import { loadRules } from '../../../rules/files/load-rules.js';
import type { CountReport, ShadowFeedback } from '../../../study/count-feedback.js';
import { COLUMNS, FEEDBACK } from '../../../words/cli/study.js';
import { sayIn } from '../../../words/say.js';
import { textTable } from '../../text-table.js';

const say = sayIn('id');

/** Status by rule id of the folder in force; `undefined` where its files are broken, which must not hide the counts. */
export async function readStatuses(rulesDir: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const { rules } = await loadRules(rulesDir, { withSamples: false });
    return new Map(rules.map(({ written }) => [written.id, written.status]));
  } catch (error) {
    if (error instanceof FileIssuesError) return undefined;
    throw error;
  }
}

type CountedReport = CountReport & { readonly statuses: Readonly<Record<string, string>> | undefined };

/** What was counted of rules that mark nothing; empty where there are none. */
export function countsText({ shadow, notes, statuses }: CountedReport): string {
  const statusOf = (rule: string) => (statuses ? (statuses[rule] ?? say(FEEDBACK.gone)) : say(FEEDBACK.unreadable));
  const parts = [
    ...(statuses ? [] : [say(FEEDBACK.brokenFiles)]),
    ...(shadow.length > 0 ? [shadowText(shadow, statusOf)] : []),
    ...(notes.length > 0 ? [notesText(notes)] : []),
  ];
  return parts.map((part) => `\n${part}\n`).join('');
}

function shadowText(shadow: readonly ShadowFeedback[], statusOf: (rule: string) => string): string {
  const table = textTable([
    [
      say(COLUMNS.rule),
      say(COLUMNS.status),
      say(COLUMNS.acts),
      say(COLUMNS.flaggedByLive),
      say(COLUMNS.accounts),
      say(COLUMNS.recent, { days: WINDOW_DAYS }),
      say(COLUMNS.usual, { days: WINDOW_DAYS }),
    ],
    ...shadow.map(({ rule, acts, marked, accounts, rate }) => [
      rule,
      statusOf(rule),
      String(acts),
      String(marked),
      String(accounts),
      String(rate.recent),
      usualText(rate),
    ]),
  ]);
  const alarms = shadow.flatMap(({ rule, rate: { alarm } }) => {
    return alarm ? [say(FEEDBACK.accountsMoved[alarm], { rule })] : [];
  });
  return [say(FEEDBACK.shadow), table, ...alarms].join('\n');
}

function usualText({ usual, windows }: ShadowFeedback['rate']): string {
  return usual === undefined ? say(FEEDBACK.noUsual) : say(FEEDBACK.usual, { accounts: usual.toFixed(1), windows });
}

function notesText(notes: CountReport['notes']): string {
  const table = textTable([
    [say(COLUMNS.rule), say(COLUMNS.acts), say(COLUMNS.flaggedByOthers)],
    ...notes.map(({ rule, acts, marked }) => [rule, String(acts), String(marked)]),
  ]);
  return [say(FEEDBACK.notes), table].join('\n');
}
