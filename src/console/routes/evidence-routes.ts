import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NotFoundError } from '../../domain/errors.js';
import {
  broughtTypeOf,
  EVIDENCE_ITEMS,
  type EvidenceItemName,
  type EvidenceSeal,
  isBroughtItem,
  type PackProblem,
  type ReadItemName,
} from '../../domain/evidence.js';
import type { Flag } from '../../domain/flag.js';
import { Refusal } from '../access/refusal.js';
import { getUnmaskedFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { idInName } from '../download.js';
import { type EvidenceList, evidenceSchema } from '../views/flag-schemas.js';
import { idSchema } from '../views/schemas.js';

/** What a browser is told about an item; never what the crawled server said. Nothing here can be run or rendered. */
const SERVED_AS: Record<ReadItemName, { readonly type: string; readonly isDownload?: true }> = {
  'viewport.png': { type: 'image/png' },
  'fullpage.png': { type: 'image/png' },
  'page.mhtml': { type: 'application/octet-stream', isDownload: true },
  'text.txt': { type: 'text/plain; charset=utf-8' },
  'response.json': { type: 'text/plain; charset=utf-8' },
  'activity.json': { type: 'text/plain; charset=utf-8' },
  'reading.json': { type: 'text/plain; charset=utf-8' },
};

function servedAs(name: EvidenceItemName): { readonly type: string; readonly isDownload?: true } {
  return isBroughtItem(name) ? { type: broughtTypeOf(name) } : SERVED_AS[name];
}

export function addEvidenceRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const params = z.object({ id: idSchema });
  app.get('/api/flags/:id/evidence', { schema: { params, response: { 200: evidenceSchema } } }, async (request) => {
    const flag = await getUnmaskedFlag(context.deps, viewerOf(request).user, request.params.id);
    if (!flag.evidence) throw new Refusal('evidence_gone');
    return viewPack(flag.evidence, await context.deps.evidence.verify(packOf(flag)));
  });

  const itemParams = params.extend({ name: z.enum(EVIDENCE_ITEMS) });
  app.get('/api/flags/:id/evidence/:name', { schema: { params: itemParams } }, async (request, reply) => {
    const { id, name } = request.params;
    const flag = await getUnmaskedFlag(context.deps, viewerOf(request).user, id);
    const { content, problems } = await context.deps.evidence.readItem(packOf(flag), name).catch(refuseGone);
    if (problems) throw new Refusal('evidence_broken');
    // What is not logged is not shown.
    await recordAudit(context, request, { action: 'evidence_viewed', subject: flag.id, details: { item: name } });
    setSafeHeaders(reply, flag.id, name);
    return reply.send(content);
  });
}

/** A pack lies under the id of its act, also where the act is shown as the question of a golden flag. */
function packOf(flag: Flag): Flag {
  return { ...flag, id: flag.activityId };
}

/** One thing wrong is enough: nobody can say any more which of the files are the page that was seen. */
function viewPack({ manifestSha256, sealedAt, items, missing }: EvidenceSeal, problems: readonly PackProblem[]) {
  const stateOf = (name: EvidenceItemName): EvidenceList['items'][number]['hash'] => {
    if (problems.length === 0) return 'match';
    const own = problems.filter(({ file }) => file === name);
    if (own.length === 0) return 'withheld';
    return own.some(({ problem }) => problem === 'file_missing') ? 'gone' : 'mismatch';
  };
  const list: EvidenceList = {
    manifestSha256,
    sealedAt: sealedAt.toISOString(),
    problems: problems.map(({ file, problem }) => ({ file, problem })),
    items: items.map((item) => ({ ...item, hash: stateOf(item.name) })),
    missing: missing.map((m) => ({ ...m })),
  };
  return list;
}

/** Of a pack: a flag's, or the one that was sealed behind a report's link. */
export function setSafeHeaders(reply: FastifyReply, flagId: string, name: EvidenceItemName): void {
  const { type, isDownload } = servedAs(name);
  const fileName = `${idInName(flagId)}-${name}`;
  reply.headers({
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    'content-disposition': `${isDownload ? 'attachment' : 'inline'}; filename="${fileName}"`,
  });
}

function refuseGone(error: unknown): never {
  throw error instanceof NotFoundError ? new Refusal('evidence_gone') : error;
}
