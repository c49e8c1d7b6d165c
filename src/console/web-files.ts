import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from './access/refusal.js';
import { answer } from './error-handler.js';

/** Set by Vite in every tag that needs one; replaced by a fresh nonce on each answer. */
const NONCE_PLACEHOLDER = '__NETRA_NONCE__';

/** The built browser app: hashed files under `/assets/`, and one page for every address that is not the API's. */
export async function addWebFiles(app: FastifyInstance, webDir: string): Promise<void> {
  const assets = join(webDir, 'assets');
  const index = join(webDir, 'index.html');
  if (existsSync(assets)) {
    await app.register(staticFiles, { root: assets, prefix: '/assets/', immutable: true, maxAge: '365d' });
  }
  // Few and small, under names that stay: a page of the public door is made where no build can tell it a hash.
  const ownFiles = join(webDir, 'lapor');
  if (existsSync(ownFiles)) {
    await app.register(staticFiles, {
      root: ownFiles,
      prefix: '/lapor/',
      // The one file that pages of other sites ask for; what it shows is held by the form's own policy.
      setHeaders: (reply, path) =>
        path.endsWith('embed.js') && reply.header('cross-origin-resource-policy', 'cross-origin'),
      maxAge: '5m',
      decorateReply: !existsSync(assets),
    });
  }
  const page = existsSync(index) ? readFileSync(index, 'utf8') : undefined;

  function sendPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (page === undefined) return answer(new Refusal('web_not_built'), request, reply);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll(NONCE_PLACEHOLDER, reply.cspNonce.style));
  }

  app.get('/', { schema: { hide: true } }, sendPage);
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(?:api|assets|lapor)(?:\/|$)/.test(request.url.split('?')[0]!);
    return isPage ? sendPage(request, reply) : answer(new Refusal('not_found'), request, reply);
  });
}
