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
 * What a post is aimed at. The post answered comes first, then the one quoted, then a link's card; the second of them
 * is kept as `quoted`. An address that is none counts as not there.
 */
export async function aimOfPost(post: PostRecord, targets: FindTarget): Promise<Partial<SeenTarget>> {
  const quote = quotedUri(post);
  const quoted = quote === undefined ? undefined : await targets.findRecord(quote);
  const answered = post.reply && (await targets.findRecord(post.reply.parent.uri));
  const card = cardOf(post);
  const [first, second] = [answered, quoted].filter((seen) => seen !== undefined);
  if (first === undefined) return { target: card ?? linkOf(post) };
  const besides = second?.target ?? (card && { ...card, form: 'link' as const });
  const isSame = besides === undefined || besides.url === first.target.url;
  return {
    target: isSame ? first.target : { ...first.target, quoted: besides },
    missing: first.missing ?? second?.missing,
  };
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
