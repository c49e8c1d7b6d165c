import { TargetUnavailableError } from '../../../domain/collecting.js';
import type { PostContent } from '../../../domain/post-reading.js';
import type { Link } from '../../../links/link.js';
import { isDid, parseAtUri } from '../../bluesky/at-uri.js';
import { resolveDid, resolveHandle } from '../../bluesky/identity.js';
import { mediaEmbedOf } from '../../bluesky/media.js';
import { recordUrl } from '../../bluesky/record-page.js';
import { type PostRecord, postRecord } from '../../bluesky/records.js';
import type { Answer } from '../answer.js';
import type { Marker } from '../marker.js';
import { blueskyMarkers, NO_ACCOUNT, threadIn, wishesToBeHidden } from '../markers/bluesky.js';
import { contentOf } from '../post-content.js';
import type { Looking, PostPlatform } from '../way.js';

const COLLECTION = 'app.bsky.feed.post';

export const bluesky: PostPlatform = {
  by: 'read',
  markers: blueskyMarkers,
  ways: [
    { name: 'api', accept: 'json', find: findThread, read: readThread },
    // The account's own server says whether the record stands; the text was not ours to read where the app shows none.
    { name: 'record', accept: 'json', isElsewhere: true, find: findRecord },
  ],
};

function findThread({ author, id }: Link, { bluesky: { service } }: Looking): URL {
  const url = new URL('/xrpc/app.bsky.feed.getPostThread', service);
  url.search = new URLSearchParams({
    uri: `at://${author}/${COLLECTION}/${id}`,
    depth: '0',
    parentHeight: '0',
  }).toString();
  return url;
}

function readThread(answer: Answer, link: Link): PostContent | undefined {
  const post = answer.status === 200 && !wishesToBeHidden(answer) ? threadIn(answer)?.post : undefined;
  const at = post && parseAtUri(post.uri);
  const { author: { did, handle } = { did: '', handle: '' } } = post ?? {};
  const record = postRecord.safeParse(post?.record).data;
  const isTheOne = at?.did === did && at.rkey === link.id && [did, handle.toLowerCase()].includes(link.author ?? '');
  if (record === undefined || !isTheOne) return undefined;
  return contentOf({ text: record.text, id: did, handle, publishedAt: record.createdAt, media: altsOf(record) });
}

function altsOf(record: PostRecord): readonly (string | undefined)[] {
  const embed = mediaEmbedOf(record);
  if (embed?.$type === 'app.bsky.embed.video') return [embed.alt];
  return embed?.$type === 'app.bsky.embed.images' ? embed.images.map(({ alt }) => alt) : [];
}

async function findRecord({ author = '', id = '' }: Link, looking: Looking): Promise<URL | Marker | undefined> {
  const deps = { reader: looking.reader, ...looking.bluesky };
  try {
    const did = isDid(author) ? author : await resolveHandle(deps, author, looking.signal);
    const { pds } = await resolveDid(deps, did, looking.signal);
    return recordUrl(pds, { did, collection: COLLECTION, rkey: id });
  } catch (error) {
    if (error instanceof TargetUnavailableError && error.reason === 'gone') return NO_ACCOUNT;
    throw error;
  }
}
