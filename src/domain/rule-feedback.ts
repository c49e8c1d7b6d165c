import { ALARM_Z, difference, type Rate, USUAL_Z, wilson } from './interval.js';
import { type CountedAs, countsFor, type Verdict } from './verdict.js';

/** One decided flag as seen by one of the rules that marked it. */
export interface RuleVerdict {
  readonly rule: string;
  /** Only told apart from others, never named: one account that repeats itself must not speak for a rule. */
  readonly accountId: string;
  readonly verdict: Verdict;
  readonly at: Date;
}

/** Verdicts on the rule, by what they count for, and the accounts behind them. */
export interface VerdictCount {
  readonly confirmed: number;
  readonly dismissed: number;
  /** Distinct accounts with at least one of the two. */
  readonly accounts: number;
  /** Each account weighs one: its own share of confirmed flags. */
  readonly byAccounts: Rate;
}

/** `fell` and `rose`: the recent share lies outside the rule's own history, by distinct accounts. */
export type RuleAlarm = 'fell' | 'rose';

export interface RuleFeedback {
  readonly rule: string;
  readonly all: VerdictCount & { readonly precision: Rate };
  readonly recent: VerdictCount;
  readonly history: VerdictCount;
  readonly alarm?: RuleAlarm;
  /** A proposal for two analysts; nothing follows from it by itself. */
  readonly proposal?: 'shadow';
}

export interface FeedbackOptions {
  /** Verdicts from here on are recent, older ones are the rule's history. */
  readonly recentFrom: Date;
}

/** Fewer accounts than this in either part prove nothing about a change. */
export const MIN_ACCOUNTS = 10;
/** A rule of which surely fewer than half the marked accounts are confirmed costs more than it finds. */
export const SHADOW_BELOW = 0.5;

/**
 * What reviewers' verdicts say about each rule, by id. About rules only: no account and no reviewer appears in the
 * result. Pure; the order of verdicts does not matter.
 */
export function assessRules(verdicts: Iterable<RuleVerdict>, options: FeedbackOptions): RuleFeedback[] {
  const tally = createFeedbackTally(options);
  for (const verdict of verdicts) tally.add(verdict);
  return tally.result();
}

/** The same for a stream: holds two numbers for each account of each rule. */
export function createFeedbackTally({ recentFrom }: FeedbackOptions): {
  add(verdict: RuleVerdict): void;
  result(): RuleFeedback[];
} {
  const rules = new Map<string, Record<Part, AccountCounts>>();
  return {
    add({ rule, accountId, verdict, at }) {
      const side = countsFor(verdict);
      if (side === undefined) return;
      const parts = rules.get(rule) ?? { recent: new Map(), history: new Map() };
      rules.set(rule, parts);
      const part = parts[at >= recentFrom ? 'recent' : 'history'];
      const own = part.get(accountId) ?? { confirmed: 0, dismissed: 0 };
      part.set(accountId, { ...own, [side]: own[side] + 1 });
    },
    result: () => [...rules].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, parts]) => assess(rule, parts)),
  };
}

type Part = 'recent' | 'history';
type AccountCounts = Map<string, Record<CountedAs, number>>;

function assess(rule: string, { recent, history }: Record<Part, AccountCounts>): RuleFeedback {
  const all = countOf(merged(recent, history), USUAL_Z);
  const alarm = alarmOf(countOf(recent, ALARM_Z), countOf(history, ALARM_Z));
  const [recentCount, historyCount] = [countOf(recent, USUAL_Z), countOf(history, USUAL_Z)];
  // The newest verdicts speak for the rule as it is now, if there are enough of them.
  const basis = recentCount.accounts >= MIN_ACCOUNTS ? recentCount : all;
  const isPoor = basis.accounts >= MIN_ACCOUNTS && basis.byAccounts.high < SHADOW_BELOW;
  return {
    rule,
    all: { ...all, precision: wilson(all.confirmed, all.confirmed + all.dismissed) },
    recent: recentCount,
    history: historyCount,
    alarm,
    proposal: isPoor ? 'shadow' : undefined,
  };
}

function alarmOf(recent: VerdictCount, history: VerdictCount): RuleAlarm | undefined {
  if (recent.accounts < MIN_ACCOUNTS || history.accounts < MIN_ACCOUNTS) return undefined;
  const { low, high } = difference(recent.byAccounts, history.byAccounts);
  if (high < 0) return 'fell';
  return low > 0 ? 'rose' : undefined;
}

function countOf(accounts: AccountCounts, z: number): VerdictCount {
  let [confirmed, dismissed, share] = [0, 0, 0];
  for (const own of accounts.values()) {
    confirmed += own.confirmed;
    dismissed += own.dismissed;
    share += own.confirmed / (own.confirmed + own.dismissed);
  }
  return { confirmed, dismissed, accounts: accounts.size, byAccounts: wilson(share, accounts.size, z) };
}

function merged(a: AccountCounts, b: AccountCounts): AccountCounts {
  const sum = new Map(a);
  for (const [account, { confirmed, dismissed }] of b) {
    const own = sum.get(account) ?? { confirmed: 0, dismissed: 0 };
    sum.set(account, { confirmed: own.confirmed + confirmed, dismissed: own.dismissed + dismissed });
  }
  return sum;
}
