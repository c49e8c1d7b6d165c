import type { ActivityMedia } from '../../domain/activity.js';
import type { Identity } from './identity.js';
import type { MediaEmbed, PostRecord } from './records.js';

export function mediaEmbedOf({ embed }: PostRecord): MediaEmbed | undefined {
  if (embed?.$type === 'app.bsky.embed.recordWithMedia') return embed.media;
  return embed?.$type === 'app.bsky.embed.record' ? undefined : embed;
}

/** Pictures and films with what their author says they show. */
export function mediaOf(post: PostRecord, owner: Identity): readonly ActivityMedia[] | undefined {
  const embed = mediaEmbedOf(post);
  if (embed?.$type === 'app.bsky.embed.video') return [mediaPart(embed.alt, embed.video?.ref.$link, owner)];
  if (embed?.$type !== 'app.bsky.embed.images' || embed.images.length === 0) return undefined;
  return embed.images.map(({ alt, image }) => mediaPart(alt, image?.ref.$link, owner));
}

/** Addresses of its pictures alone: a film is no picture. */
export function picturesOf(post: PostRecord, owner: Identity): readonly string[] | undefined {
  const embed = mediaEmbedOf(post);
  if (embed?.$type !== 'app.bsky.embed.images') return undefined;
  return embed.images.flatMap(({ image }) => (image ? [blobUrl(image.ref.$link, owner)] : []));
}

function mediaPart(alt: string | undefined, cid: string | undefined, owner: Identity): ActivityMedia {
  return { text: alt === '' ? undefined : alt, url: cid === undefined ? undefined : blobUrl(cid, owner) };
}

function blobUrl(cid: string, { did, pds }: Identity): string {
  const url = new URL('/xrpc/com.atproto.sync.getBlob', pds);
  url.search = new URLSearchParams({ did, cid }).toString();
  return url.href;
}
