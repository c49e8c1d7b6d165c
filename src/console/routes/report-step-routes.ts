import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Report } from '../../domain/report.js';
import { joinReport, leaveToRegistry, tieReport } from '../../domain/report-moves.js';
import type { User } from '../../domain/user.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleReport } from '../access/report-scope.js';
import { officesInReach, reachOf } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { checkedAct } from '../checked-act.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import {
  decisionBodySchema,
  messageBodySchema,
  reportSchema,
  type StepBody,
  stepBodySchema,
} from '../views/report-schemas.js';
import { viewReport } from '../views/report-view.js';
import { idSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema });
const response = { 200: reportSchema };

/** What people do to a report: each of it is one entry of the log, written with it. */
export function addReportStepRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.post('/api/reports/:id/step', { schema: { params, body: stepBodySchema, response } }, async (request) => {
    const { user, report } = await open(context, request, request.params.id);
    const moved = await move(context, report, { user, body: request.body });
    await deps.reportDesk.reports.saveMove(moved, { by: user.id, at: clock() });
    if (moved.lookDueAt) await deps.reportDesk.enqueueLooks([moved.id]);
    return view(context, moved, user);
  });

  app.post('/api/reports/:id/message', { schema: { params, body: messageBodySchema, response } }, async (request) => {
    const { user, report } = await open(context, request, request.params.id);
    const message = { ...request.body, from: 'office', at: clock(), by: user.id } as const;
    await deps.reportDesk.reports.saveMessageOnce(report.id, message);
    return view(context, (await deps.reportDesk.reports.findReport(report.id)) ?? report, user);
  });

  app.post('/api/reports/:id/decision', { schema: { params, body: decisionBodySchema, response } }, async (request) => {
    const { user, report } = await open(context, request, request.params.id);
    const { outcome, reason, checked, seenVersion } = request.body;
    const now = clock();
    if (checked && Date.parse(checked.actedAt) > now.getTime()) throw new Refusal('in_future');
    const decided = await deps.reportDesk.truth.decide(report, {
      seenVersion,
      decision: { outcome, reason, by: user.id, at: now },
      checked: checked && (await checkedAct(deps.reportDesk, report, checked)),
    });
    return view(context, decided, user);
  });
}

async function open({ deps }: ConsoleContext, request: FastifyRequest, id: string) {
  const { user } = viewerOf(request);
  return { user, report: await getVisibleReport(deps, user, id) };
}

/** Nobody ties a report to an account, or joins it to a report, that they may not see. */
async function move(
  { deps }: ConsoleContext,
  report: Report,
  { user, body }: { user: User; body: StepBody },
): Promise<Report> {
  if (body.to === 'waits_for_registry') return leaveToRegistry(report, body.seenVersion);
  if (body.to === 'duplicate') {
    return joinReport(report, body.seenVersion, await getVisibleReport(deps, user, body.reportId));
  }
  const [account, reach] = await Promise.all([deps.accounts.findAccount(body.accountId), reachOf(deps, user)]);
  if (!account || (reach !== undefined && !reach.includes(account.officeCode))) throw new Refusal('not_found');
  return tieReport(report, body.seenVersion, account);
}

async function view({ deps, clock }: ConsoleContext, report: Report, user: User) {
  const { reach, offices, allOffices } = await officesInReach(deps, user);
  return viewReport(deps, report, { now: clock(), offices: allOffices, ownOffices: offices, reach });
}
