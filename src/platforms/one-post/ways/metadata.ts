import type { PostContent } from '../../../domain/post-reading.js';
import type { Link } from '../../../links/link.js';
import type { Answer } from '../answer.js';
import { saysNotFound } from '../markers/web.js';
import { contentOf, handleIn, isOfLink } from '../post-content.js';

/** What a platform's page tells of its post to whoever makes a preview of it; the page names the post itself. */
export function readPostMetadata(answer: Answer, link: Link): PostContent | undefined {
  if (answer.status !== 200) return undefined;
  const { metas } = answer.page();
  const address = metas.get('og:url');
  const text = metas.get('og:description');
  // `pfbid…` hides the number that the page names: there the platform itself has led from one to the other.
  const isTheOne = isOfLink(address, link) || (link.id?.startsWith('pfbid') && handleIn(address) !== undefined);
  if (!isTheOne || text === undefined || !metas.has('og:title')) return undefined;
  return contentOf({
    text,
    handle: handleIn(address),
    publishedAt: metas.get('article:published_time'),
    media: [metas.get('og:image:alt')],
  });
}

/** The same of any page of the web: what it calls itself and says of itself. */
export function readPageMetadata(answer: Answer): PostContent | undefined {
  if (answer.status !== 200) return undefined;
  const { metas, title, hasPassword } = answer.page();
  const heading = metas.get('og:title') ?? title;
  const description = metas.get('og:description') ?? metas.get('description') ?? '';
  if (heading === '' || saysNotFound(title) || (hasPassword && description === '')) return undefined;
  return contentOf({
    kind: 'page',
    text: [heading, description].filter((one) => one !== '').join('\n'),
    publishedAt: metas.get('article:published_time'),
    media: [metas.get('og:image:alt')],
  });
}
