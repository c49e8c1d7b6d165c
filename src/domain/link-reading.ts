import { type Account, mandateTimeOf, whyNotWatchable } from './account.js';
import { namingOf } from './naming.js';
import type { PostContent, PostReading } from './post-reading.js';
import type { Report, ReportedLink } from './report.js';

/** What the act is known by: where a short link led, once that was found out. */
export function linkOf({ act, reading }: Pick<Report, 'act' | 'reading'>): ReportedLink | undefined {
  return reading?.link ?? act.link;
}

/** Servers that anybody may run: a stranger's report alone sends nobody of ours there. */
const ANYBODYS: readonly string[] = ['web', 'mastodon'];

/** A closed channel is never followed, and behind a comment's link stands only another's post. */
export function isLookable({ channel, act: { link }, accountId }: Pick<Report, 'channel' | 'act' | 'accountId'>) {
  if (channel === 'private' || !link?.canonical.startsWith('https://')) return false;
  // Only hosts that are known to shorten are asked where it leads.
  if (link.kind === 'short') return true;
  const isPost = link.kind === (link.platform === 'web' ? 'page' : 'post');
  return isPost && (accountId !== undefined || !ANYBODYS.includes(link.platform));
}

/** Enough for the pauses of a day; afterwards a person looks. */
const MAX_TRIES = 5;
const LATER_MS = 15 * 60_000;

/** When to look again where nothing could be said; `undefined`: what was found stands. */
export function lookAgainAt(
  { outcome, proofs = [] }: Pick<PostReading, 'outcome'> & Partial<PostReading>,
  tries: number,
  now: Date,
): Date | undefined {
  if ((outcome !== 'rate_limited' && outcome !== 'own_side') || tries >= MAX_TRIES) return undefined;
  const asked = Math.max(0, ...proofs.map(({ retryAfterMs = 0 }) => retryAfterMs));
  return new Date(now.getTime() + Math.max(asked, LATER_MS));
}

/** A page that may show the act: also one whose shape no table knows, which a person has to see. */
export function isWorthSealing({ outcome }: Pick<PostReading, 'outcome'>): boolean {
  return outcome === 'seen' || outcome === 'ambiguous';
}

interface WhoseAct {
  readonly report: Pick<Report, 'act'>;
  readonly link: Pick<ReportedLink, 'author'>;
  readonly author: PostContent['author'];
  /** A ticket's account, or an election body's: everybody may know of it. */
  readonly isPublicSide: (handle: string) => boolean;
  readonly now: Date;
}

/**
 * Whether what stands behind the link may be kept: of an account that may be watched, its own post, or a public side's
 * that it liked. Somebody else's post is shown to nobody and stored nowhere.
 */
export function mayKeepPost(account: Account | undefined, { report, link, author, isPublicSide, now }: WhoseAct) {
  if (!account || whyNotWatchable(account.proof, mandateTimeOf(account), now) !== undefined) return false;
  const handles = namesOf(author, link);
  // Nobody is named: a person has tied it, and of what one does oneself the page is one's own.
  if (handles.length === 0) return [undefined, 'post', 'share'].includes(report.act.kind);
  return namingOf(account, { handles }) !== undefined || handles.some(isPublicSide);
}

/** As the registry may hold whoever wrote it: a number stands there as `id:…` where no handle is known. */
export function namesOf({ id, handle }: PostContent['author'], link: Pick<ReportedLink, 'author'>): string[] {
  const numbers = id === undefined ? [] : [id, `id:${id}`];
  return [...numbers, handle ?? link.author].flatMap((name) => name ?? []);
}
