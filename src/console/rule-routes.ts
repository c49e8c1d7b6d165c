import type { RuleFeedback } from '../domain/rule-feedback.js';
import { assessRuleHealth } from '../domain/rule-health.js';
import { readRuleFeedback } from '../pipeline/rule-feedback.js';
import type { ConsoleApp, ConsoleContext } from './context.js';
import type { RuleEntry } from './deps.js';
import { createRefreshed } from './refreshed.js';
import { type RuleHealthView, type RuleList, ruleHealthSchema, ruleListSchema } from './rule-schemas.js';

const RECENT_DAYS = 30;
const DAY_MS = 24 * 3_600_000;
/** Every decided flag is read for it. */
const FEEDBACK_FOR_MS = 5 * 60_000;

/** Rules as they are in force and how they fare. Reading only: rules are files, and files change by review. */
export function addRuleRoutes(app: ConsoleApp, context: ConsoleContext): void {
  addHealthRoute(app, context);
  addListRoute(app, context);
}

function addHealthRoute(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  app.get(
    '/api/rules/health',
    { schema: { response: { 200: ruleHealthSchema } } },
    async (): Promise<RuleHealthView> => {
      const [states, inForce] = await Promise.all([deps.ruleStates.list(), deps.rulesets.findInForce()]);
      const now = clock();
      const { state, sets, faults, faultCount } = assessRuleHealth(states, now, inForce);
      return {
        now: now.toISOString(),
        state,
        sets: sets.map((set) => ({ ...set, since: set.since.toISOString() })),
        faults: faults.map(({ issue: { path, line, column, problem, hint }, since, processes }) => ({
          place: path === '' ? null : { path, line, column },
          ...{ problem, hint, since: since.toISOString(), processes },
        })),
        faultCount,
      };
    },
  );
}

function addListRoute(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const sinceRecent = () => new Date(clock().getTime() - RECENT_DAYS * DAY_MS);
  const feedback = createRefreshed({
    load: () => readRuleFeedback(deps, { recentFrom: sinceRecent() }),
    clock,
    forMs: FEEDBACK_FOR_MS,
    onFailed: (err) => app.log.error({ err }, 'rule feedback not renewed'),
  });
  app.get('/api/rules', { schema: { response: { 200: ruleListSchema } } }, async (): Promise<RuleList> => {
    const [{ decided, rules }, marks] = await Promise.all([feedback(), deps.flags.countByRule(sinceRecent())]);
    const byRule = new Map(rules.map((own) => [own.rule, own]));
    const view = deps.rules().map((rule) => viewRule(rule, marks[rule.id] ?? 0, byRule.get(rule.id)));
    return { recentDays: RECENT_DAYS, decided, rules: view };
  });
}

function viewRule(rule: RuleEntry, marks: number, feedback: RuleFeedback | undefined): RuleList['rules'][number] {
  const precision = feedback?.all.precision;
  return {
    ...rule,
    clauses: rule.clauses.map((clause) => ({ ...clause })),
    marks,
    confirmed: feedback?.all.confirmed ?? 0,
    dismissed: feedback?.all.dismissed ?? 0,
    precision: precision && precision.cases > 0 ? precision : null,
    alarm: feedback?.alarm ?? null,
    proposal: feedback?.proposal ?? null,
  };
}
