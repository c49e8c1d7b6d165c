import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { NotFoundError } from '../../domain/errors.js';
import { EVIDENCE_ITEMS, type EvidenceItem, type EvidenceItemName } from '../../domain/evidence.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import type { EvidenceSource } from '../deps.js';
import { type EvidenceList, evidenceSchema } from '../views/flag-schemas.js';
import { idSchema } from '../views/schemas.js';

/** What a browser is told about an item; never what the crawled server said. Nothing here can be run or rendered. */
const SERVED_AS: Record<EvidenceItemName, { readonly type: string; readonly isDownload?: true }> = {
  'viewport.png': { type: 'image/png' },
  'fullpage.png': { type: 'image/png' },
  'page.mhtml': { type: 'application/octet-stream', isDownload: true },
  'text.txt': { type: 'text/plain; charset=utf-8' },
  'response.json': { type: 'text/plain; charset=utf-8' },
  'activity.json': { type: 'text/plain; charset=utf-8' },
};

export function addEvidenceRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const params = z.object({ id: idSchema });
  app.get('/api/flags/:id/evidence', { schema: { params, response: { 200: evidenceSchema } } }, async (request) => {
    const flag = await getVisibleFlag(context.deps, viewerOf(request).user, request.params.id);
    const seal = flag.evidence;
    if (!seal) throw new Refusal('evidence_gone');
    const items: EvidenceList['items'] = [];
    // One after the other: a pack holds megabytes, and each is only passing through the hash.
    for (const item of seal.items) items.push({ ...item, hash: await checkHash(context.deps.evidence, flag.id, item) });
    const missing = seal.missing.map((m) => ({ ...m }));
    return { manifestSha256: seal.manifestSha256, sealedAt: seal.sealedAt.toISOString(), items, missing };
  });

  const itemParams = params.extend({ name: z.enum(EVIDENCE_ITEMS) });
  app.get('/api/flags/:id/evidence/:name', { schema: { params: itemParams } }, async (request, reply) => {
    const { id, name } = request.params;
    const flag = await getVisibleFlag(context.deps, viewerOf(request).user, id);
    const item = await context.deps.evidence.readItem(flag.id, name).catch(refuseGone);
    const event = { action: 'evidence_viewed', subject: flag.id, details: { item: name } } as const;
    await recordAudit(context, request, event).catch((error: unknown) => {
      // What is not logged is not shown, and its open file must not wait for the garbage collector.
      item.stream.destroy();
      throw error;
    });
    setSafeHeaders(reply, flag.id, name);
    return reply.header('content-length', item.bytes).send(item.stream);
  });
}

function setSafeHeaders(reply: FastifyReply, flagId: string, name: EvidenceItemName): void {
  const { type, isDownload } = SERVED_AS[name];
  const fileName = `${flagId.replace(/[^A-Za-z0-9]/g, '').slice(0, 12)}-${name}`;
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

async function checkHash(
  evidence: EvidenceSource,
  flagId: string,
  item: EvidenceItem,
): Promise<EvidenceList['items'][number]['hash']> {
  try {
    const { stream } = await evidence.readItem(flagId, item.name);
    const hash = createHash('sha256');
    await pipeline(stream, hash);
    return hash.digest('hex') === item.sha256 ? 'match' : 'mismatch';
  } catch (error) {
    if (error instanceof NotFoundError) return 'gone';
    throw error;
  }
}
