import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { DOORS, REPORT_STATES, type ReportFile } from '../../domain/report.js';
import { WAITING_STATES } from '../../domain/report-clock.js';
import { shownAs } from '../../intake/uploads/shown-as.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleReport, isWithin } from '../access/report-scope.js';
import { getUnmaskedFlag, officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { flagReportsSchema, type ReportList, reportListSchema, reportSchema } from '../views/report-schemas.js';
import { viewFiles, viewLine, viewReport, viewZone } from '../views/report-view.js';
import { cursorSchema, idSchema } from '../views/schemas.js';

const PAGE = 50;

const listQuerySchema = z.object({
  /** Else all that waits for somebody. */
  state: z.enum(REPORT_STATES).optional(),
  door: z.enum(DOORS).optional(),
  due: z.literal('overdue').optional(),
  cursor: cursorSchema.optional(),
});
const params = z.object({ id: idSchema });

/** What people brought, for those who check it. Every look is an entry of the log before anything is shown. */
export function addReportRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  const schema = { querystring: listQuerySchema, response: { 200: reportListSchema } };
  app.get('/api/reports', { schema }, async (request): Promise<ReportList> => {
    const { user } = viewerOf(request);
    await recordAudit(context, request, { action: 'reports_viewed', subject: user.id });
    return listReports(context, user, request.query);
  });

  app.get('/api/reports/:id', { schema: { params, response: { 200: reportSchema } } }, async (request) => {
    const { user } = viewerOf(request);
    const report = await getVisibleReport(deps, user, request.params.id);
    await recordAudit(context, request, { action: 'report_viewed', subject: report.id });
    const { reach, offices, allOffices } = await officesInReach(deps, user);
    return viewReport(deps, report, { now: clock(), offices: allOffices, ownOffices: offices, reach });
  });

  addFileRoute(app, context);
  addFlagReports(app, context);
}

async function listReports(
  { deps, clock }: ConsoleContext,
  user: Parameters<typeof officesInReach>[1],
  { state, door, due, cursor }: z.infer<typeof listQuerySchema>,
): Promise<ReportList> {
  const { reports } = deps.reportDesk;
  const now = clock();
  const { reach, offices, allOffices } = await officesInReach(deps, user);
  const zone = viewZone(offices);
  if (reach?.length === 0) return { now: now.toISOString(), zone, items: [], nextCursor: null, counts: {}, overdue: 0 };
  const own = { officeCodes: reach, door };
  const filter = { ...own, states: state ? [state] : WAITING_STATES, overdueAt: due && now };
  const [page, counts, overdue] = await Promise.all([
    reports.listReports(filter, { limit: PAGE, cursor }),
    reports.countReportsByState(own),
    reports.countReports({ ...own, overdueAt: now }),
  ]);
  return {
    now: now.toISOString(),
    zone,
    items: page.reports.map((report) => viewLine(report, { now, offices: allOffices, ownOffices: offices, reach })),
    nextCursor: page.nextCursor ?? null,
    counts: { ...counts },
    overdue,
  };
}

/** The clean copy of a picture, to be looked at; anything else as it came, to be saved, under a name of ours. */
function addFileRoute(app: ConsoleApp, context: ConsoleContext): void {
  const fileParams = params.extend({ file: idSchema });
  app.get('/api/reports/:id/files/:file', { schema: { params: fileParams } }, async (request, reply) => {
    const report = await getVisibleReport(context.deps, viewerOf(request).user, request.params.id);
    const file = report.files.find(({ id }) => id === request.params.file);
    if (!file) throw new Refusal('not_found');
    const details = { digest: file.broughtSha256 };
    await recordAudit(context, request, { action: 'report_viewed', subject: report.id, details });
    return sendFile(context, file, reply);
  });
}

export async function sendFile({ deps }: ConsoleContext, file: ReportFile, reply: FastifyReply): Promise<FastifyReply> {
  const content = await deps.reportDesk.readFile(file.id);
  return reply.headers(shownAs({ id: file.id, kind: kindOf(file), type: file.type })).send(content);
}

/** Only what was drawn anew here is a picture. */
function kindOf({ shownSha256, type }: ReportFile) {
  if (shownSha256 !== undefined) return 'picture';
  return type.startsWith('video/') ? 'video' : 'document';
}

/** How a flag came: the reports that were joined to it, with their pictures. */
function addFlagReports(app: ConsoleApp, { deps }: ConsoleContext): void {
  app.get('/api/flags/:id/reports', { schema: { params, response: { 200: flagReportsSchema } } }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getUnmaskedFlag(deps, user, request.params.id);
    const { reach } = await officesInReach(deps, user);
    const reports = await deps.reportDesk.reports.listReportsOfFlag(flag.id);
    return {
      reports: reports
        .filter((report) => isWithin(report, reach))
        .map((report) => ({
          id: report.id,
          door: report.door,
          channel: report.channel,
          broughtAt: report.broughtAt.toISOString(),
          files: viewFiles(report).map(({ id, isPicture }) => ({ id, isPicture })),
        })),
    };
  });
}
