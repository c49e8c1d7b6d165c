import { DAY_MS } from '../../domain/days.js';
import { localDay, NATION, timeZoneOf } from '../../domain/region.js';
import { WINDOW_DAYS } from '../../domain/rule-counts.js';
import { assessRuleHealth } from '../../domain/rule-health.js';
import { readCountFeedback } from '../../study/count-feedback.js';
import { readRuleFeedback } from '../../study/rule-feedback.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { createRefreshed } from '../refreshed.js';
import { type RuleHealthView, type RuleList, ruleHealthSchema, ruleListSchema } from '../views/rule-schemas.js';
import { viewRule } from '../views/rule-view.js';

/** Every decided flag, and every act counted, is read for it. */
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
      const [states, inForce] = await Promise.all([deps.ruleStates.listRuleStates(), deps.rulesets.findInForce()]);
      const now = clock();
      const { state, sets, faults, faultCount } = assessRuleHealth(states, now, inForce);
      return {
        now: now.toISOString(),
        state,
        sets: sets.map((set) => ({ ...set, since: set.since.toISOString() })),
        faults: faults.map(({ issue: { path, line, column, problem, hint }, since, processes }) => ({
          place: path === '' ? null : { path, line, column },
          problem,
          hint,
          since: since.toISOString(),
          processes,
        })),
        faultCount,
      };
    },
  );
}

function addListRoute(app: ConsoleApp, { deps, clock, tell }: ConsoleContext): void {
  const sinceRecent = () => new Date(clock().getTime() - WINDOW_DAYS * DAY_MS);
  const today = () => localDay(clock(), timeZoneOf(NATION));
  const refresh = {
    clock,
    forMs: FEEDBACK_FOR_MS,
    onFailed: (error: unknown) => tell('console-rule-feedback', error),
  };
  const feedback = createRefreshed({
    load: () => readRuleFeedback(deps, { recentFrom: sinceRecent() }),
    ...refresh,
  });
  const counts = createRefreshed({
    load: async () => {
      const until = today();
      return { until, ...(await readCountFeedback(deps, { shadowRules: [], today: until })) };
    },
    ...refresh,
  });
  app.get('/api/rules', { schema: { response: { 200: ruleListSchema } } }, async (): Promise<RuleList> => {
    const [{ decided, rules }, counted, marks] = await Promise.all([
      feedback(),
      counts(),
      deps.flags.countFlagsByRule(sinceRecent()),
    ]);
    const byRule = new Map(rules.map((own) => [own.rule, own]));
    const view = deps
      .rules()
      .map((rule) => viewRule(rule, { marks: marks[rule.id] ?? 0, feedback: byRule.get(rule.id), counted }));
    return { recentDays: WINDOW_DAYS, decided, electionsInForce: deps.countElectionsInForce(clock()), rules: view };
  });
}
