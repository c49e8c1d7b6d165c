import { PlatformFailureError, RateLimitedError, TargetUnavailableError } from '../domain/collecting.js';
import type { Link, LinkNote, NotFollowed } from '../links/link.js';
import { readLink } from '../links/read-link.js';
import type { ReadHop } from '../reach/hop-reader.js';

export const MAX_HOPS = 5;

/**
 * What a short link leads to. Only hosts that are known to shorten are asked; as soon as an address says where it leads,
 * nobody is asked any more, so that a platform's own page is never opened here. Anything but a short link stays as it is.
 */
export async function followLink(link: Link, readHop: ReadHop, signal: AbortSignal): Promise<Link> {
  if (link.kind !== 'short') return link;
  let last = link;
  try {
    for (let hop = 0; hop < MAX_HOPS; hop += 1) {
      const next = await readHop(new URL(last.canonical), signal);
      if (next === undefined) return unfollowed(link, 'leads_nowhere');
      last = readLink(next.href);
      if (last.kind !== 'short') return arrived(link, last);
    }
    return unfollowed(link, 'too_many_hops');
  } catch (error) {
    return unfollowed(link, reasonOf(error));
  }
}

function arrived(link: Link, end: Link): Link {
  const { host } = new URL(link.canonical);
  return { ...end, input: link.input, notes: [...link.notes, ...end.notes, { code: 'followed', host }] };
}

function unfollowed(link: Link, why: NotFollowed): Link {
  const note: LinkNote = { code: 'not_followed', why };
  return { ...link, notes: [...link.notes, note] };
}

/** Throws on whatever is not the network's doing: that is a fault of ours. */
function reasonOf(error: unknown): NotFollowed {
  if (error instanceof RateLimitedError) return 'not_now';
  if (error instanceof PlatformFailureError) return 'no_answer';
  if (!(error instanceof TargetUnavailableError)) throw error;
  if (error.reason === 'robots' || error.reason === 'not_public') return error.reason;
  return 'gone';
}
