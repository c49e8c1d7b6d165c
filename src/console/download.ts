import type { FastifyReply } from 'fastify';

/** The letters of an id that fit into a file's name, as many as tell one from another. */
export function idInName(id: string): string {
  return id.replace(/[^A-Za-z0-9]/g, '').slice(0, 12);
}

/** A file that was made for whoever asks: to be kept, and nothing that a browser would run or show in our place. */
export function sendDownload(
  reply: FastifyReply,
  { name, type, bytes }: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
): FastifyReply {
  return reply
    .headers({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    })
    .send(bytes);
}
