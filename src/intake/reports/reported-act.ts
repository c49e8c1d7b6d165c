import type { Account } from '../../domain/account.js';
import type { Activity, ActivityMedia, ActivityTarget, CollectedActivity } from '../../domain/activity.js';
import { cleanActivity } from '../../domain/admission.js';
import { identityOf } from '../../domain/import-line.js';
import { linkOf } from '../../domain/link-reading.js';
import { type ActivityKind, isPlatform, isValidHandle, normaliseHandle } from '../../domain/platform.js';
import type { Report } from '../../domain/report.js';
import { sameWords } from '../../domain/same-words.js';
import { readLink } from '../../links/read-link.js';
import { actIdOf } from '../formats/act-id.js';
import { readPostLink } from '../formats/post-link.js';

/** What a person read off what was brought: with this, and not with what a stranger typed, rules are asked. */
export interface CheckedAct {
  readonly kind: ActivityKind;
  readonly words: string;
  readonly actedAt: Date;
  /** The pictures among what was brought that are part of the act, as a machine read them. */
  readonly media?: readonly ActivityMedia[] | undefined;
}

type Reported = Pick<Report, 'id' | 'door' | 'channel' | 'act' | 'reading'>;
export type ActivityIdOf = (account: Account, activity: CollectedActivity) => string;

/** A checked report as an act of this account. A closed channel has no address: nothing there is ever looked up. */
export function createReportedAct(activityId: ActivityIdOf) {
  return (report: Reported, account: Account, given: { checked: CheckedAct; now: Date }): Activity => {
    const { checked, now } = given;
    const link = openLinkOf(report);
    const name = nameOf(account, { link, kind: checked.kind });
    const isOwn =
      checked.kind === 'post' || checked.kind === 'share' || (checked.kind === 'comment' && isComment(link));
    const isAnswer = checked.kind === 'like' || checked.kind === 'follow';
    const { media = [] } = checked;
    const hasOwnPictures = isOwn && media.length > 0;
    const activity = cleanActivity({
      kind: checked.kind,
      externalId: name ?? `report:${report.id}`,
      text: isAnswer ? '' : checked.words,
      publishedAt: checked.actedAt,
      // Who saw it says when it was seen; when it was done the platform alone knows.
      publishedAtSource: 'first_seen',
      url: isOwn ? link?.canonical : undefined,
      target: isOwn ? undefined : targetOf(link, shownWords(isAnswer ? checked.words : '', media)),
      media: hasOwnPictures ? media : undefined,
    });
    const identity = identityOf({
      line: 1,
      platform: account.platform,
      handle: account.handle,
      activity,
      isNamed: name !== undefined,
    });
    const source = report.door === 'patrol' ? 'finding' : 'report';
    const { id: accountId, platform } = account;
    return { ...activity, id: activityId(account, identity), accountId, platform, source, collectedAt: now };
  };
}

/** Of an act that is done to another's post the pictures are that one's, as its words are. */
function shownWords(words: string, media: readonly ActivityMedia[]): string {
  return [words, ...media.map(({ text = '' }) => text)].filter((text) => text.trim() !== '').join('\n');
}

type OpenLink = NonNullable<Report['act']['link']>;

/** `undefined` also of a link into a closed channel. */
function openLinkOf(report: Reported): OpenLink | undefined {
  const link = linkOf(report);
  const { channel } = report;
  return !link?.canonical || channel === 'private' || link.kind === 'private' ? undefined : link;
}

function isComment(link: OpenLink | undefined): boolean {
  return link?.kind === 'comment';
}

function targetOf(link: OpenLink | undefined, words: string | undefined): ActivityTarget | undefined {
  const text = words?.trim() ? words : undefined;
  if (!link) return text === undefined ? undefined : { text };
  const { platform, author, canonical } = link;
  const isNamed = isPlatform(platform) && author !== undefined && isValidHandle(author);
  return { account: isNamed ? { platform, handle: author } : undefined, text, url: canonical };
}

/** By what an import of the same act would call it; `undefined` where nothing says which act it is. */
function nameOf(
  account: Account,
  { link, kind }: { link: OpenLink | undefined; kind: ActivityKind },
): string | undefined {
  if (!link) return undefined;
  const { platform, handle } = account;
  const post = readPostLink(link.canonical, platform);
  const targetHandle = kind === 'follow' ? link.author : undefined;
  if (!post && !targetHandle) return undefined;
  return actIdOf({ platform, kind, link: post, own: undefined, handle, authorId: undefined, targetHandle });
}

/** Whether two acts of one account are one: by name, by address, or word by word where one of them has no address. */
export function isSameAct(one: Activity, other: Activity): boolean {
  if (isSameByPlace(one, other)) return true;
  if (one.kind !== other.kind || (addressesOf(one).length > 0 && addressesOf(other).length > 0)) return false;
  const words = sameWords(wordsOf(one));
  return words !== undefined && words === sameWords(wordsOf(other));
}

/**
 * The same without the words: said in a closed group and then in public they are two acts, and of the second there is
 * evidence to be taken.
 */
export function isSameByPlace(one: Activity, other: Activity): boolean {
  if (one.kind !== other.kind) return false;
  if (one.externalId === other.externalId) return true;
  if (one.kind === 'follow' && isSameSide(one, other)) return true;
  const otherPlaces = addressesOf(other);
  return addressesOf(one).some((place) => otherPlaces.some((otherPlace) => isSamePlace(place, otherPlace)));
}

/** Also of one post below a handle and below the id behind it, which no address leads from one to the other. */
function isSamePlace(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [readLink(one), readLink(other)];
  if (a.platform === 'web' || a.platform !== b.platform || a.kind !== b.kind || a.id === undefined) return false;
  return a.id === b.id && isId(a.author) !== isId(b.author);
}

function isId(author: string | undefined): boolean {
  return author?.startsWith('did:') ?? false;
}

/** Where an act stands. One likes and shares a post once, so that the post tells it as well; one answers it often. */
function addressesOf({ kind, url, target }: Activity): string[] {
  const told = kind === 'post' || kind === 'comment' ? [url ?? target?.url] : [url, target?.url];
  return told.flatMap((address) => (address === undefined ? [] : [readLink(address).canonical || address]));
}

function isSameSide({ target: one }: Activity, { target: other }: Activity): boolean {
  if (!one?.account || !other?.account) return false;
  const isPlatformSame = one.account.platform === other.account.platform;
  return isPlatformSame && normaliseHandle(one.account.handle) === normaliseHandle(other.account.handle);
}

function wordsOf({ text, target }: Activity): string {
  return text || (target?.text ?? '');
}
