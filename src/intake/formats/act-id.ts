import { normaliseHandle } from '../../domain/platform.js';
import { PLATFORM_LINKS } from '../../links/platforms.js';
import { readPostLink } from './post-link.js';

interface Named {
  readonly platform: string | undefined;
  readonly kind: string | undefined;
  readonly link: ReturnType<typeof readPostLink>;
  /** A number of its own, as a column has it. */
  readonly own: string | undefined;
  readonly handle: string | undefined;
  readonly authorId: string | undefined;
  /** Who is followed, liked or answered. */
  readonly targetHandle: string | undefined;
}

/** Whether the link is the act's own: of a like it leads to the post that is liked, as a hundred others' likes do. */
function isOwn({ kind, link }: Pick<Named, 'kind' | 'link'>): boolean {
  return kind === 'post' || (kind === 'comment' && link?.kind === 'comment');
}

/**
 * What names an act: two accounts never have one name for theirs, and one account has one name for one act. A post is
 * named by its platform's number or its address; everything else by its kind, its author, and its number or its aim.
 */
export function actIdOf(named: Named): string | undefined {
  if (named.kind === 'post') return postIdOf(named);
  const [author, what] = [authorOf(named), whatOf(named)];
  return author === undefined ? what : what && `${named.kind}:${author}:${what}`;
}

/** The post that an act is about, where its link is not its own. */
export function aimOf(named: Pick<Named, 'kind' | 'link'>): string | undefined {
  return isOwn(named) ? undefined : named.link?.canonical;
}

/** The number before the handle, which changes hands. No `:` in it, so that it ends where it seems to end. */
function authorOf({ handle, authorId }: Named): string | undefined {
  const author = authorId === undefined ? handle && normaliseHandle(handle) : `id:${authorId}`;
  return author?.replaceAll('%', '%25').replaceAll(':', '%3A') || undefined;
}

/** One likes a post once and follows a person once, but shares and answers often: those have a number of their own. */
function whatOf(named: Named): string | undefined {
  const { platform, kind, link, own, targetHandle } = named;
  const aim = link && nameOf(link, named);
  const person = targetHandle && normaliseHandle(targetHandle);
  if (kind === 'follow') return person || own;
  if (kind === 'like' || isOwn(named)) return aim ?? (own && within(person, own, platform));
  return own === undefined ? aim : within(aim ?? person, own, platform);
}

function within(place: string | undefined, number: string, platform: string | undefined): string {
  return isOneSeries(platform, number) || !place ? number : `${place}:${number}`;
}

/** A number that is the only one of its platform, or else the address; one of Facebook does not say whose page it is. */
function nameOf({ id, author, canonical }: NonNullable<Named['link']>, { platform }: Named): string {
  if (isOneSeries(platform, id)) return id;
  return platform === 'facebook' && author ? `${author}:${id}` : canonical;
}

/** The same by its number as by its address, where handle and number make one. */
function postIdOf(named: Named): string | undefined {
  const { platform, handle, link } = named;
  if (link && platform !== 'facebook') return nameOf(link, named);
  const number = link?.id ?? named.own;
  if (number === undefined || isOneSeries(platform, number)) return number;
  const address = handle && addressOf(platform, normaliseHandle(handle), number);
  const author = authorOf(named);
  return readPostLink(address, platform)?.canonical ?? (author ? `post:${author}:${number}` : number);
}

function addressOf(platform: string | undefined, handle: string, number: string): string | undefined {
  if (!/^[\w-]{1,100}$/.test(number)) return undefined;
  const [name, server] = handle.split('@');
  if (platform === 'telegram') return `https://t.me/${handle}/${number}`;
  if (platform === 'bluesky') return `https://bsky.app/profile/${handle}/post/${number}`;
  return platform === 'mastodon' && server ? `https://${server}/@${name}/${number}` : undefined;
}

/** Whether a platform counts all its posts in one series; others begin anew in each channel, on each server or page. */
function isOneSeries(platform: string | undefined, number: string): boolean {
  if (/^[a-z]+:\/\//i.test(number)) return true;
  if (platform === 'facebook') return PLATFORM_LINKS.facebook.wholeId!.test(number) || /^pfbid/i.test(number);
  return !['telegram', 'mastodon', 'bluesky', 'web'].includes(platform ?? '');
}
