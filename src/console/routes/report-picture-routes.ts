import { z } from 'zod';
import { Refusal } from '../access/refusal.js';
import { getVisibleReport } from '../access/report-scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { type PictureTextView, pictureTextSchema } from '../views/picture-schemas.js';
import { idSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema, file: idSchema });
/** The words of a picture that somebody brought, so that nobody has to type them off a poster. Nothing of it is kept. */
export function addReportPictureRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const schema = { params, response: { 200: pictureTextSchema } };
  app.get('/api/reports/:id/files/:file/text', { schema }, async (request): Promise<PictureTextView> => {
    const { reportDesk } = context.deps;
    const report = await getVisibleReport(context.deps, viewerOf(request).user, request.params.id);
    const file = report.files.find(({ id }) => id === request.params.file);
    // What is no picture of ours is opened by nobody.
    if (file?.shownSha256 === undefined) throw new Refusal('not_found');
    const details = { digest: file.broughtSha256 };
    await recordAudit(context, request, { action: 'report_viewed', subject: report.id, details });
    const { text, words } = await reportDesk.readPicture(await reportDesk.readFile(file.id));
    return { text, words: words.map(({ start, end, box }) => ({ start, end, box: [...box] })) };
  });
}
