import type { PostReading } from '../../domain/post-reading.js';

/** What was found behind a link, as `--read` adds it to the line. format: keys in this order, `null` where unknown. */
export function readingLine(line: object, { outcome, by, post, proofs, vantage }: PostReading, note: string): object {
  const read = {
    ...line,
    outcome,
    by,
    post: post ? postOf(post) : null,
    proofs: proofs.map(({ marker, way, host, status, means, isUnverified, retryAfterMs }) => ({
      marker,
      way,
      host,
      status: status ?? null,
      means,
      unverified: isUnverified ?? false,
      // Only of a host that asked for a pause.
      retryAfterMs,
    })),
    vantage: { ...vantage, family: vantage.family ?? null },
  };
  return note === '' ? read : { ...read, note };
}

function postOf({ kind, text, author, publishedAt, media }: NonNullable<PostReading['post']>): object {
  const { id, handle } = author;
  return { kind, text, author: { id: id ?? null, handle: handle ?? null }, publishedAt: publishedAt ?? null, media };
}
