import type { ActivityTarget } from '../../domain/activity.js';
import type { ActivityKind } from '../../domain/platform.js';
import { mediaEmbedOf } from './media.js';
import { lines, type PostRecord } from './records.js';
import type { FindTarget, SeenTarget } from './targets.js';

/** A quote is a share with own words; an answer is a comment even where it quotes. */
export function kindOfPost(post: PostRecord): ActivityKind {
  if (post.reply) return 'comment';
  return quotedUri(post) === undefined ? 'post' : 'share';
}

/**
 * What a post is aimed at. The post answered comes first, then the one quoted, then a link's card; each after the
 * first is the `quoted` of the one before it. An address that is none counts as not there; one named twice counts once.
 */
export async function aimOfPost(post: PostRecord, targets: FindTarget): Promise<Partial<SeenTarget>> {
  const quote = quotedUri(post);
  const quoted = quote === undefined ? undefined : await targets.findRecord(quote);
  const answered = post.reply && (await targets.findRecord(post.reply.parent.uri));
  const card = cardOf(post);
  const posts = [answered, quoted].filter((seen) => seen !== undefined);
  if (posts.length === 0) return { target: card ?? linkOf(post) };
  const link = card && { ...card, form: 'link' as const };
  return {
    target: chained([...posts.map(({ target }) => target), ...(link ? [link] : [])]),
    missing: posts.map(({ missing }) => missing).find((reason) => reason !== undefined),
  };
}

function chained([first, ...others]: readonly ActivityTarget[]): ActivityTarget | undefined {
  if (first === undefined) return undefined;
  const quoted = chained(others.filter(({ url }) => url !== first.url));
  return quoted === undefined ? first : { ...first, quoted };
}

function quotedUri({ embed }: PostRecord): string | undefined {
  if (embed?.$type === 'app.bsky.embed.record') return embed.record.uri;
  return embed?.$type === 'app.bsky.embed.recordWithMedia' ? embed.record.record.uri : undefined;
}

function cardOf(post: PostRecord): ActivityTarget | undefined {
  const card = mediaEmbedOf(post);
  if (card?.$type !== 'app.bsky.embed.external') return undefined;
  const { uri, title, description } = card.external;
  return { url: uri, text: lines(title, description) };
}

function linkOf(post: PostRecord): ActivityTarget | undefined {
  const link = post.facets?.flatMap(({ features }) => features).find(({ uri }) => uri !== undefined)?.uri;
  return link === undefined ? undefined : { url: link };
}
