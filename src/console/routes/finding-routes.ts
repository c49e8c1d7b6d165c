import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { may } from '../../domain/abilities.js';
import type { Report } from '../../domain/report.js';
import type { User } from '../../domain/user.js';
import type { Brought } from '../../intake/reports/bring-report.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleReport } from '../access/report-scope.js';
import { officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { idInName, sendDownload } from '../download.js';
import { annexPage } from '../views/annex-page.js';
import { FINDING_BYTES, findingBodySchema, reportListSchema, reportSchema } from '../views/report-schemas.js';
import { viewLine, viewReport, viewZone } from '../views/report-view.js';
import { cursorSchema, idSchema } from '../views/schemas.js';
import { sendFile } from './report-routes.js';

const PAGE = 50;
const params = z.object({ id: idSchema });

/** What an officer found on patrol: they see their own, as it goes on, and nobody else's. */
export function addFindingRoutes(app: ConsoleApp, context: ConsoleContext): void {
  addListRoute(app, context);
  addBringRoute(app, context);
  addOwnRoutes(app, context);
}

function addListRoute(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  const schema = { querystring: z.object({ cursor: cursorSchema.optional() }), response: { 200: reportListSchema } };
  app.get('/api/findings', { schema }, async (request) => {
    const { user } = viewerOf(request);
    await recordAudit(context, request, { action: 'reports_viewed', subject: user.id, details: { door: 'patrol' } });
    const { reports } = deps.reportDesk;
    const now = clock();
    const own = { broughtBy: user.id };
    const { offices, allOffices, reach } = await officesInReach(deps, user);
    const [page, counts, overdue] = await Promise.all([
      reports.listReports(own, { limit: PAGE, cursor: request.query.cursor }),
      reports.countReportsByState(own),
      reports.countReports({ ...own, overdueAt: now }),
    ]);
    return {
      now: now.toISOString(),
      zone: viewZone(offices),
      items: page.reports.map((report) => viewLine(report, { now, offices: allOffices, ownOffices: offices, reach })),
      nextCursor: page.nextCursor ?? null,
      counts: { ...counts },
      overdue,
    };
  });
}

/** Sent twice it is one: the page gives it its id. */
function addBringRoute(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  const schema = { body: findingBodySchema, response: { 200: z.object({ id: z.string(), isNew: z.boolean() }) } };
  app.post('/api/findings', { schema, bodyLimit: FINDING_BYTES }, async (request) => {
    const { user, token } = viewerOf(request);
    const { id, accountId, who, channel, pictures, ...act } = request.body;
    const now = clock();
    const seenAt = new Date(act.seenAt);
    if (seenAt > now) throw new Refusal('in_future');
    const known = await deps.reportDesk.reports.findReport(id);
    // Of somebody else it is no repeat.
    if (known) return { id: ownOrNone(known, user).id, isNew: false };
    const tied = accountId === undefined ? {} : await getOwnAccount({ deps }, user, accountId);
    const files = await deps.reportDesk.takeFiles(pictures.map((text) => Buffer.from(text, 'base64')));
    const brought: Brought = {
      id,
      door: 'patrol',
      broughtAt: now,
      broughtBy: user.id,
      channel,
      who,
      act: { ...act, seenAt },
      files,
      ...tied,
    };
    if (token) await recordAudit(context, request, { action: 'token_used', subject: id });
    const { isNew } = await deps.reportDesk.bring(brought);
    return { id, isNew };
  });
}

async function getOwnAccount({ deps }: Pick<ConsoleContext, 'deps'>, user: User, accountId: string) {
  const [account, { reach }] = await Promise.all([deps.accounts.findAccount(accountId), officesInReach(deps, user)]);
  if (!account || (reach !== undefined && !reach.includes(account.officeCode))) throw new Refusal('not_found');
  return { accountId: account.id, officeCode: account.officeCode };
}

function ownOrNone(report: Report | undefined, user: User): Report {
  if (report?.broughtBy !== user.id) throw new Refusal('not_found');
  return report;
}

/** One's own; and whoever checks reports may print what they check. */
async function getReadable({ deps }: ConsoleContext, request: FastifyRequest, id: string): Promise<Report> {
  const { user } = viewerOf(request);
  const report = await deps.reportDesk.reports.findReport(id);
  if (report?.broughtBy === user.id || !may(user, 'check_reports')) return ownOrNone(report, user);
  return getVisibleReport(deps, user, id);
}

/** Others' reports, and whom else it might mean, are for those who check: of these nothing is in reach here. */
async function placesOf({ deps }: ConsoleContext, request: FastifyRequest) {
  const { offices, allOffices } = await officesInReach(deps, viewerOf(request).user);
  return { offices: allOffices, ownOffices: offices, reach: [] };
}

function addOwnRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.get('/api/findings/:id', { schema: { params, response: { 200: reportSchema } } }, async (request) => {
    const report = await getReadable(context, request, request.params.id);
    await recordAudit(context, request, { action: 'report_viewed', subject: report.id });
    return viewReport(deps, report, { now: clock(), ...(await placesOf(context, request)) });
  });

  const fileParams = params.extend({ file: idSchema });
  app.get('/api/findings/:id/files/:file', { schema: { params: fileParams } }, async (request, reply) => {
    const report = await getReadable(context, request, request.params.id);
    const file = report.files.find(({ id }) => id === request.params.file);
    if (!file) throw new Refusal('not_found');
    const details = { digest: file.broughtSha256 };
    await recordAudit(context, request, { action: 'report_viewed', subject: report.id, details });
    return sendFile(context, file, reply);
  });

  app.get('/api/findings/:id/annex', { schema: { params } }, async (request, reply) => {
    const report = await getReadable(context, request, request.params.id);
    if (report.door !== 'patrol') throw new Refusal('not_found');
    await recordAudit(context, request, { action: 'exported', subject: report.id, details: { door: 'patrol' } });
    const viewed = await viewReport(deps, report, {
      now: clock(),
      ...(await placesOf(context, request)),
    });
    const pdf = await deps.reportDesk.printPage(annexPage(viewed));
    const name = `formulir-a-${idInName(report.id)}.pdf`;
    return sendDownload(reply, { name, type: 'application/pdf', bytes: pdf });
  });
}
