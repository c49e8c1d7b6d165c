import { z } from 'zod';
import { EVIDENCE_ITEMS } from '../../domain/evidence.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleReport } from '../access/report-scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { idSchema } from '../views/schemas.js';
import { setSafeHeaders } from './evidence-routes.js';

const params = z.object({ id: idSchema, name: z.enum(EVIDENCE_ITEMS) });

/** What was sealed behind a report's link, for whoever checks it: the post may be gone by now. */
export function addReportLinkRoutes(app: ConsoleApp, context: ConsoleContext): void {
  app.get('/api/reports/:id/link/:name', { schema: { params } }, async (request, reply) => {
    const { id, name } = request.params;
    const report = await getVisibleReport(context.deps, viewerOf(request).user, id);
    const pack = report.reading?.pack;
    if (!pack?.items.some((item) => item.name === name)) throw new Refusal('not_found');
    const { content, problems } = await context.deps.reportDesk.readLinkItem(pack, name);
    if (problems) throw new Refusal('evidence_broken');
    // What is not logged is not shown.
    await recordAudit(context, request, { action: 'evidence_viewed', subject: report.id, details: { item: name } });
    setSafeHeaders(reply, report.id, name);
    return reply.send(content);
  });
}
