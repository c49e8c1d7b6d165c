import { sampleLine } from '../../study/act-sample.js';
import { readMissedActs } from '../../study/missed-acts.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { type MissedList, missedSchema } from '../views/missed-schemas.js';

/** What people found and rules did not: words for whoever writes rules, and nobody's name. */
export function addMissedRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps } = context;
  app.get(
    '/api/rules/missed',
    { schema: { response: { 200: missedSchema } } },
    async (request): Promise<MissedList> => {
      await recordAudit(context, request, { action: 'reports_viewed', subject: viewerOf(request).user.id });
      const { recall, missed } = await readMissedActs({
        reports: deps.reportDesk.reports,
        flags: deps.flags,
        activities: deps.activities,
        accounts: deps.accounts,
      });
      return {
        recall: recall.cases === 0 ? null : { ...recall },
        items: missed.map((act) => ({
          ...act,
          targetText: act.targetText ?? null,
          cleared: act.cleared.map(({ reason, spans }) => ({ reason, spans: spans.map((s) => ({ ...s })) })),
          sample: sampleLine(act, deps.elections()),
        })),
      };
    },
  );
}
