import { type ActTime, timeOfAct } from '../../domain/act-time.js';
import type { ActivityMedia, CollectedActivity } from '../../domain/activity.js';
import { readInstant } from '../../domain/instant.js';
import type { ActivityKind } from '../../domain/platform.js';
import { aimOfPost, kindOfPost } from './aim.js';
import { type AtUri, parseAtUri } from './at-uri.js';
import type { Identity } from './identity.js';
import { mediaOf, picturesOf } from './media.js';
import { pageOfRecord, recordUrl } from './record-page.js';
import { followRecord, lines, listedRecord, type PostRecord, postRecord, reactionRecord } from './records.js';
import type { FindTarget, SeenTarget } from './targets.js';
import { instantOfTid } from './tid.js';

export interface ReadContext {
  readonly owner: Identity;
  /** The handle a person finds the account under. */
  readonly handle: string;
  readonly appUrl: URL;
  readonly targets: FindTarget;
  /** When this record was first seen: now, or when it first had to wait. */
  readonly firstSeenAt: Date;
}

export interface ReadAct {
  readonly activity: CollectedActivity;
  /** Why not all is known of whom it is aimed at, if another visit may learn it. */
  readonly missing: SeenTarget['missing'];
}

/** Reads one listed record; `undefined` where it is not of the shape its collection promises. */
export type RecordReader = (item: unknown, context: ReadContext) => Promise<ReadAct | undefined>;

interface Draft {
  readonly at: AtUri;
  readonly time: ActTime;
  readonly kind: ActivityKind;
  readonly text: string;
  readonly url: string;
  readonly media?: readonly ActivityMedia[] | undefined;
  readonly pictures?: readonly string[] | undefined;
}

export const readPost: RecordReader = async (item, context) => {
  const { owner, appUrl, handle } = context;
  const at = addressOf(item, owner);
  const post = postRecord.safeParse(contentOf(item)).data;
  const time = at && post && timeOf(at, post.createdAt, context);
  if (!time) return undefined;
  const { url } = pageOfRecord({ appUrl, actor: handle, at, pds: owner.pds });
  const shown = { media: mediaOf(post, owner), pictures: picturesOf(post, owner) };
  const draft = { at, time, kind: kindOfPost(post), text: textOf(post), url, ...shown };
  return toAct(draft, await aimOfPost(post, context.targets));
};

function readReaction(kind: 'like' | 'share'): RecordReader {
  return async (item, context) => {
    const at = addressOf(item, context.owner);
    const reaction = reactionRecord.safeParse(contentOf(item)).data;
    const time = at && reaction && timeOf(at, reaction.createdAt, context);
    const aim = time && (await context.targets.findRecord(reaction.subject.uri));
    return aim && toAct({ at, time, kind, text: '', url: recordUrl(context.owner.pds, at).href }, aim);
  };
}
export const readLike = readReaction('like');
export const readRepost = readReaction('share');

export const readFollow: RecordReader = async (item, context) => {
  const at = addressOf(item, context.owner);
  const follow = followRecord.safeParse(contentOf(item)).data;
  const time = at && follow && timeOf(at, follow.createdAt, context);
  const aim = time && (await context.targets.findAccount(follow.subject));
  return aim && toAct({ at, time, kind: 'follow', text: '', url: recordUrl(context.owner.pds, at).href }, aim);
};

function toAct({ at, time, kind, text, url, media, pictures }: Draft, aim: Partial<SeenTarget>): ReadAct {
  const externalId = `at://${at.did}/${at.collection}/${at.rkey}`;
  const activity = { kind, externalId, text, ...time, url, target: aim.target, media, pictures };
  return { activity, missing: aim.missing };
}

function timeOf(at: AtUri, createdAt: string, { firstSeenAt }: ReadContext): ActTime | undefined {
  return timeOfAct({ written: readInstant(createdAt), keyMadeAt: instantOfTid(at.rkey), firstSeenAt });
}

/** Hashtags may be kept beside the text, where the app does not show them and its search still finds them. */
function textOf({ text, tags = [] }: PostRecord): string {
  const written = new Set(text.toLowerCase().match(/#[\p{L}\p{N}_]+/gu));
  const besides = tags.map((tag) => `#${tag.replace(/^#/, '')}`).filter((tag) => !written.has(tag.toLowerCase()));
  return lines(text, besides.filter((tag) => tag !== '#').join(' '));
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
