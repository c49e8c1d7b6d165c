import pLimit from 'p-limit';
import { z } from 'zod';
import { mayHandOver } from '../../domain/blind-review.js';
import { DOSSIER_COPIES, DOSSIER_FORMATS, type DossierFormat } from '../../domain/dossier.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { makeDossier } from '../dossier/make-dossier.js';
import { sendDownload } from '../download.js';
import { idSchema } from '../views/schemas.js';

const schema = {
  params: z.object({ id: idSchema }),
  querystring: z.object({ format: z.enum(DOSSIER_FORMATS), copy: z.enum(DOSSIER_COPIES).default('full') }),
};

const MEDIA_TYPES: Record<DossierFormat, string> = { pdf: 'application/pdf', zip: 'application/zip' };

/** Each holds a pack of up to 60 MB, and a page of the browser. */
const MAX_WAITING = 4;
const RETRY_SECONDS = 10;

/** A confirmed flag as it leaves the house: that it does, and the digest of what does, stands in the log before the first byte. */
export function addDossierRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps } = context;
  const { reports, printPage } = deps.reportDesk;
  const oneByOne = pLimit(1);
  app.get('/api/flags/:id/dossier', { schema }, async (request, reply) => {
    const { user } = viewerOf(request);
    const flag = await getVisibleFlag(deps, user, request.params.id);
    if (!mayHandOver(flag, user)) throw new Refusal('not_confirmed');
    if (oneByOne.pendingCount >= MAX_WAITING) throw new Refusal('busy').after(RETRY_SECONDS);
    const { format, copy } = request.query;
    const made = await oneByOne(() => makeDossier({ ...deps, reports, printPage }, flag, { format, copy }));
    if (!made.bytes) throw new Refusal('evidence_broken');
    await recordAudit(context, request, made.exported);
    return sendDownload(reply, { name: made.name, type: MEDIA_TYPES[format], bytes: made.bytes });
  });
}
