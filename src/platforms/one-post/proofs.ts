import { PlatformFailureError, RateLimitedError, TargetUnavailableError } from '../../domain/collecting.js';
import type { PostOutcome, PostProof } from '../../domain/post-reading.js';
import type { Link } from '../../links/link.js';
import type { Answer } from './answer.js';
import { type Marker, markersIn } from './marker.js';
import { ANYWHERE } from './markers/anywhere.js';
import type { PostPlatform, Way } from './way.js';

/** A post that was read: the strongest proof there is. */
export function readProof(answer: Answer): PostProof {
  return { marker: 'read', way: answer.way, host: answer.url.host, status: answer.status, means: ['seen'] };
}

/** What an answer without a readable post shows; where no table knows it, that its shape is not known. */
export function proofsIn(answer: Answer, link: Link, { markers }: PostPlatform): readonly PostProof[] {
  const own = markersIn(answer, link, markers);
  const found = own.length > 0 ? own : markersIn(answer, link, ANYWHERE);
  const { way, url, status } = answer;
  const at = { way, host: url.host, status };
  return found.length > 0
    ? found.map((marker) => ofMarker(marker, at))
    : [{ marker: 'unknown_shape', ...at, means: [] }];
}

export function ofMarker({ id, means, isUnverified }: Marker, at: Omit<PostProof, 'marker' | 'means'>): PostProof {
  return { marker: id, ...at, means, isUnverified };
}

/** What is known where no answer came. Throws what is a fault of ours, and the caller's own reason. */
export function proofOfSilence(error: unknown, { name: way, isElsewhere }: Way, host: string): PostProof {
  const proof = (marker: string, means: readonly PostOutcome[]): PostProof => ({ marker, way, host, means });
  if (error instanceof RateLimitedError) {
    const { retryAfterMs } = error;
    return { ...proof('not_now', ['rate_limited']), host: error.host ?? host, retryAfterMs };
  }
  if (error instanceof PlatformFailureError) return proof('no_answer', isElsewhere ? [] : ['own_side']);
  if (!(error instanceof TargetUnavailableError)) throw error;
  // An owner who lets no machine in has put up a wall; a person may still look.
  if (error.reason === 'robots') return proof('robots', ['wall']);
  if (error.reason === 'not_public') return proof('inner_network', []);
  return proof('no_such_host', isElsewhere ? [] : ['own_side']);
}

/** A comment's link names the post it stands under: to read that would put another's words into its mouth. */
export function isPost({ kind, platform, canonical, id }: Link): boolean {
  if (!canonical.startsWith('https://')) return false;
  return platform === 'web' ? kind === 'page' : kind === 'post' && id !== undefined;
}

/** Of a link that nothing is asked for: what it says by itself. */
export function proofOfLink({ kind, platform, canonical }: Link): PostProof {
  const proof = (marker: string, means: readonly PostOutcome[]): PostProof => ({
    marker,
    way: 'link',
    host: URL.canParse(canonical) ? new URL(canonical).host : '',
    means,
  });
  if (kind === 'private') return proof('private_channel', ['private']);
  if (platform === 'whatsapp') return proof('brought_only', []);
  if (canonical === '') return proof('no_link', []);
  return proof(kind === 'short' ? 'short_link' : 'not_a_post', []);
}
