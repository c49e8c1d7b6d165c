import type { Platform } from '../../domain/platform.js';
import { wellFormedText } from '../../domain/well-formed.js';
import { readLink } from '../../links/read-link.js';

/** What a link says of a post of this platform; nothing where it leads anywhere else. */
export function readPostLink(link: string | undefined, platform: string | undefined) {
  if (link === undefined || platform === undefined) return undefined;
  const { platform: found, kind, id, author, canonical } = readLink(link);
  if (found !== platform || id === undefined || !(kind === 'post' || kind === 'comment')) return undefined;
  return { kind, id, author, canonical };
}

/** The address under which a number of this platform is looked up, whoever wrote it. */
export function linkTo(platform: Extract<Platform, 'tiktok' | 'instagram' | 'x' | 'threads'>, id: string): string {
  const code = encodeURIComponent(wellFormedText(id));
  switch (platform) {
    case 'tiktok':
      return `https://www.tiktok.com/@_/video/${code}`;
    case 'instagram':
      return `https://www.instagram.com/p/${code}/`;
    case 'x':
      return `https://x.com/i/status/${code}`;
    case 'threads':
      return `https://www.threads.com/t/${code}`;
  }
}

/** A post of TikTok under the name of its author, as a person would open it; where the name is none, by its number alone. */
export function tiktokPostOf(handle: string | undefined, id: string): string {
  const link = linkTo('tiktok', id);
  return handle !== undefined && /^[\w.]{1,40}$/.test(handle) ? link.replace('/@_/', `/@${handle}/`) : link;
}
