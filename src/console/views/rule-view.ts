import { windowsUntil } from '../../domain/rule-counts.js';
import type { RuleFeedback } from '../../domain/rule-feedback.js';
import type { CountFeedback, CountReport } from '../../study/count-feedback.js';
import type { RuleEntry } from '../deps.js';
import type { RuleList } from './rule-schemas.js';

type RuleView = RuleList['rules'][number];

/** What is known of how one rule fares. */
interface Known {
  readonly marks: number;
  readonly feedback: RuleFeedback | undefined;
  /** `until`: the day on which it was read. */
  readonly counted: CountReport & { readonly until: string };
}

export function viewRule(rule: RuleEntry, { marks, feedback, counted }: Known): RuleView {
  const precision = feedback?.all.precision;
  const isShadow = rule.status === 'shadow';
  return {
    ...rule,
    clauses: rule.clauses.map((clause) => ({ ...clause })),
    weak: [...rule.weak],
    marks,
    confirmed: feedback?.all.confirmed ?? 0,
    dismissed: feedback?.all.dismissed ?? 0,
    precision: precision && precision.cases > 0 ? precision : null,
    alarm: feedback?.alarm ?? null,
    // What is proposed has been done already.
    proposal: isShadow ? null : (feedback?.proposal ?? null),
    shadow: isShadow ? viewShadow(rule.id, counted) : null,
    notes: rule.effect === 'notes' && !isShadow ? recentOf(rule.id, counted.notes, counted.until) : null,
  };
}

function viewShadow(id: string, { shadow, until }: Known['counted']): RuleView['shadow'] {
  const rate = shadow.find(({ rule }) => rule === id)?.rate;
  return {
    ...recentOf(id, shadow, until),
    accounts: rate?.recent ?? 0,
    usual: rate?.usual ?? null,
    alarm: rate?.alarm ?? null,
  };
}

/** The present window alone: a report holds all days still kept. A rule that was never counted has zeros. */
function recentOf(id: string, all: readonly CountFeedback[], until: string): { acts: number; marked: number } {
  const { from, to } = windowsUntil(until)[0]!;
  const days = all.find(({ rule }) => rule === id)?.days.filter(({ day }) => day >= from && day <= to) ?? [];
  return {
    acts: days.reduce((sum, { acts }) => sum + acts, 0),
    marked: days.reduce((sum, { marked }) => sum + marked, 0),
  };
}
