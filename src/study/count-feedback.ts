import { type AccountRate, type RuleDay, rateOf, windowsUntil } from '../domain/rule-counts.js';
import type { RuleCountRepository } from '../storage/rule-count-repository.js';

/** A rule that marks nothing, by what was counted of it. Sums are over all days still kept. */
export interface CountFeedback {
  readonly rule: string;
  readonly acts: number;
  /** Of these acts, those that live rules marked anyway. */
  readonly marked: number;
  readonly days: readonly Omit<RuleDay, 'as' | 'rule'>[];
}

export interface ShadowFeedback extends CountFeedback {
  /** Distinct over all days still kept. */
  readonly accounts: number;
  readonly rate: AccountRate;
}

/** Both sorted by rule. About rules only: no account appears in the result. */
export interface CountReport {
  readonly shadow: readonly ShadowFeedback[];
  readonly notes: readonly CountFeedback[];
}

/** Longer than anything is kept, so that all of it is meant. */
const ALL_DAYS = { from: '0000-01-01', to: '9999-12-31' };

/** Reads what was counted. `shadowRules`, of the set in force, are listed also where they never fired. */
export async function readCountFeedback(
  { ruleCounts }: { readonly ruleCounts: Pick<RuleCountRepository, 'listRuleDays' | 'countAccounts'> },
  { shadowRules, today }: { readonly shadowRules: readonly string[]; readonly today: string },
): Promise<CountReport> {
  const windows = windowsUntil(today);
  const days = await ruleCounts.listRuleDays();
  const all = await ruleCounts.countAccounts(ALL_DAYS);
  const byWindow = await Promise.all(windows.map((window) => ruleCounts.countAccounts(window)));
  const shadowDays = new Map<string, RuleDay[]>(shadowRules.map((rule) => [rule, []]));
  const noteDays = new Map<string, RuleDay[]>();
  for (const day of days) {
    const byRule = day.as === 'shadow' ? shadowDays : noteDays;
    byRule.set(day.rule, [...(byRule.get(day.rule) ?? []), day]);
  }
  const shadow = sums(shadowDays).map((feedback) => {
    const { rule, days: own } = feedback;
    const counts = byWindow.map((accounts) => accounts[rule] ?? 0);
    return { ...feedback, accounts: all[rule] ?? 0, rate: rateOf({ counts, windows, firstDay: own[0]?.day ?? today }) };
  });
  return { shadow, notes: sums(noteDays) };
}

function sums(byRule: ReadonlyMap<string, readonly RuleDay[]>): CountFeedback[] {
  const total = (days: readonly RuleDay[], what: 'acts' | 'marked') => days.reduce((sum, day) => sum + day[what], 0);
  return [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, days]) => ({
      rule,
      acts: total(days, 'acts'),
      marked: total(days, 'marked'),
      days: days.map(({ day, acts, marked, accounts }) => ({ day, acts, marked, accounts })),
    }));
}
