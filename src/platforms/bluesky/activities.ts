import type { ActivityMedia, ActivityTarget, CollectedActivity } from '../../domain/activity.js';
import type { ActivityKind } from '../../domain/platform.js';
import { type AtUri, parseAtUri } from './at-uri.js';
import type { Identity } from './identity.js';
import { followRecord, listedRecord, type MediaEmbed, type PostRecord, postRecord, reactionRecord } from './records.js';
import { appPostUrl, recordUrl, type Targets } from './targets.js';

export interface ReadContext {
  readonly owner: Identity;
  /** The handle a person finds the account under. */
  readonly handle: string;
  readonly appUrl: URL;
  readonly targets: Targets;
}

/** Reads one listed record; `undefined` where it is not of the shape its collection promises. */
export type RecordReader = (item: unknown, context: ReadContext) => Promise<CollectedActivity | undefined>;

interface Draft {
  readonly kind: ActivityKind;
  readonly createdAt: string;
  readonly text?: string;
  readonly url: string;
  readonly target?: ActivityTarget | undefined;
  readonly media?: ActivityMedia[];
}

export const readPost: RecordReader = async (item, context) => {
  const at = addressOf(item, context.owner);
  const post = postRecord.safeParse(contentOf(item)).data;
  if (!at || !post) return undefined;
  const target = await targetOfPost(post, context);
  return toActivity(at, {
    kind: kindOf(post),
    createdAt: post.createdAt,
    text: post.text,
    url: appPostUrl(context.appUrl, context.handle, at.rkey),
    target,
    media: mediaOf(post, context.owner),
  });
};

function readReaction(kind: 'like' | 'share'): RecordReader {
  return async (item, context) => {
    const at = addressOf(item, context.owner);
    const reaction = reactionRecord.safeParse(contentOf(item)).data;
    if (!at || !reaction) return undefined;
    const target = await context.targets.ofPost(reaction.subject.uri);
    const url = recordUrl(context.owner.pds, context.owner.did, at).href;
    return target && toActivity(at, { kind, createdAt: reaction.createdAt, url, target });
  };
}
export const readLike = readReaction('like');
export const readRepost = readReaction('share');

export const readFollow: RecordReader = async (item, context) => {
  const at = addressOf(item, context.owner);
  const follow = followRecord.safeParse(contentOf(item)).data;
  if (!at || !follow) return undefined;
  const target = await context.targets.ofAccount(follow.subject);
  const url = recordUrl(context.owner.pds, context.owner.did, at).href;
  return target && toActivity(at, { kind: 'follow', createdAt: follow.createdAt, url, target });
};

function toActivity(at: AtUri, draft: Draft): CollectedActivity {
  return {
    kind: draft.kind,
    externalId: `at://${at.did}/${at.collection}/${at.rkey}`,
    text: draft.text ?? '',
    publishedAt: new Date(draft.createdAt),
    url: draft.url,
    ...(draft.target === undefined ? {} : { target: draft.target }),
    ...(draft.media === undefined || draft.media.length === 0 ? {} : { media: draft.media }),
  };
}

/** A quote is a share with own words; an answer is a comment even where it quotes. */
function kindOf(post: PostRecord): ActivityKind {
  if (post.reply) return 'comment';
  return quotedUri(post) === undefined ? 'post' : 'share';
}

async function targetOfPost(post: PostRecord, context: ReadContext): Promise<ActivityTarget | undefined> {
  const subject = post.reply?.parent.uri ?? quotedUri(post);
  if (subject !== undefined) return context.targets.ofPost(subject);
  const card = mediaEmbedOf(post);
  if (card?.$type === 'app.bsky.embed.external') {
    const { uri, title, description } = card.external;
    return { url: uri, text: [title, description].filter((part) => part !== '').join('\n') };
  }
  const link = post.facets?.flatMap(({ features }) => features).find(({ uri }) => uri !== undefined)?.uri;
  return link === undefined ? undefined : { url: link };
}

function quotedUri({ embed }: PostRecord): string | undefined {
  if (embed?.$type === 'app.bsky.embed.record') return embed.record.uri;
  return embed?.$type === 'app.bsky.embed.recordWithMedia' ? embed.record.record.uri : undefined;
}

function mediaEmbedOf({ embed }: PostRecord): MediaEmbed | undefined {
  if (embed?.$type === 'app.bsky.embed.recordWithMedia') return embed.media;
  return embed?.$type === 'app.bsky.embed.record' ? undefined : embed;
}

function mediaOf(post: PostRecord, owner: Identity): ActivityMedia[] {
  const embed = mediaEmbedOf(post);
  if (embed?.$type === 'app.bsky.embed.video') return [mediaPart(embed.alt, embed.video?.ref.$link, owner)];
  if (embed?.$type !== 'app.bsky.embed.images') return [];
  return embed.images.map(({ alt, image }) => mediaPart(alt, image?.ref.$link, owner));
}

function mediaPart(alt: string | undefined, cid: string | undefined, owner: Identity): ActivityMedia {
  const url = new URL('/xrpc/com.atproto.sync.getBlob', owner.pds);
  url.search = new URLSearchParams({ did: owner.did, cid: cid ?? '' }).toString();
  return { ...(alt ? { text: alt } : {}), ...(cid === undefined ? {} : { url: url.href }) };
}

/** The record's own address, if it truly lies in the owner's repository. */
function addressOf(item: unknown, owner: Identity): AtUri | undefined {
  const uri = listedRecord.safeParse(item).data?.uri;
  const at = uri === undefined ? undefined : parseAtUri(uri);
  return at?.did === owner.did ? at : undefined;
}

function contentOf(item: unknown): unknown {
  return listedRecord.safeParse(item).data?.value;
}
