import type { Account } from '../domain/account.js';
import type { Attempt } from '../domain/attempt.js';
import type { Clock } from '../domain/clock.js';
import { isLookable, isWorthSealing, lookAgainAt, mayKeepPost } from '../domain/link-reading.js';
import type { PostReading } from '../domain/post-reading.js';
import type { LinkPack, Report, ReportedLink } from '../domain/report.js';
import { readLinkOf, tieReport } from '../domain/report-moves.js';
import type { Screener } from '../domain/screening.js';
import type { AccountRepository } from '../storage/account-repository.js';
import type { ReportRepository } from '../storage/report-repository.js';
import { publicSides } from './mask-third-parties.js';

export interface ReadLinkDeps {
  readonly reports: Pick<ReportRepository, 'findReport' | 'saveMove' | 'saveReading'>;
  readonly accounts: Pick<AccountRepository, 'findAccount'>;
  /** Where a short link leads; any other stays as it is. */
  readonly follow: (link: ReportedLink, signal: AbortSignal) => Promise<ReportedLink>;
  /** What stands there. Nothing is asked where the link is no post's. */
  readonly readPost: (link: ReportedLink, signal: AbortSignal) => Promise<LinkFound>;
  /** The registered account that the link itself names as the author. */
  readonly findAuthor: (said: Pick<Report, 'act' | 'who'>) => Promise<Account | undefined>;
  /** Seals the page with what was read; a pack that stands gives its own reading back. */
  readonly seal: (request: LinkPackRequest, attempt: Attempt) => Promise<{ pack: LinkPack; reading: LinkFound }>;
  readonly ticketAccounts: () => ReturnType<Screener['ticketAccounts']>;
  readonly clock: Clock;
}

/** Beside what was found: which proofs, from where. */
export type LinkFound = Pick<PostReading, 'outcome' | 'by' | 'post'> & Partial<PostReading>;

export interface LinkPackRequest {
  readonly reportId: string;
  readonly accountId: string;
  readonly link: ReportedLink;
  readonly reading: LinkFound;
}

const ACTOR = 'system:reading';
const NOT_ASKED = { outcome: 'ambiguous', by: 'not_asked' } as const;

/**
 * Looks behind the link of a report, ties the report where that names a registered author, and seals what may be kept:
 * a post may be gone tomorrow. Safe to repeat: what a person did meanwhile makes it begin again.
 */
export async function readReportLink(
  deps: ReadLinkDeps,
  reportId: string,
  attempt: Attempt,
): Promise<PostReading['outcome'] | undefined> {
  const brought = await deps.reports.findReport(reportId);
  if (!brought?.lookDueAt || brought.lookDueAt > deps.clock() || !brought.act.link) return undefined;
  const link = await deps.follow(brought.act.link, attempt.signal);
  const isAsked = isLookable({ ...brought, act: { link } });
  const reading: LinkFound = isAsked ? await deps.readPost(link, attempt.signal) : NOT_ASKED;
  const report = await tieToAuthor(deps, brought, { link, reading });
  const account = report.accountId === undefined ? undefined : await deps.accounts.findAccount(report.accountId);
  const now = deps.clock();
  const tries = (report.reading?.tries ?? 0) + 1;
  const whose = { report, link, author: reading.post?.author ?? {}, isPublicSide: publicSides(deps), now };
  const isKept = reading.by !== 'not_asked' && mayKeepPost(account, whose);
  const sealed =
    isKept && isWorthSealing(reading)
      ? await deps.seal({ reportId, accountId: account!.id, link, reading }, attempt)
      : undefined;
  const { outcome, by, post } = sealed?.reading ?? reading;
  const kept = { outcome, by, at: now, tries, post: isKept ? post : undefined, pack: sealed?.pack };
  const followed = link.canonical === brought.act.link.canonical ? undefined : link;
  await deps.reports.saveReading(readLinkOf(report, { ...kept, link: followed }, lookAgainAt(reading, tries, now)));
  return outcome;
}

/** A short link hides its author, and so does an embed: what is behind it may name a registered account. */
async function tieToAuthor(
  deps: ReadLinkDeps,
  report: Report,
  { link, reading }: { link: ReportedLink; reading: LinkFound },
): Promise<Report> {
  if (report.accountId !== undefined || report.state !== 'new') return report;
  const author = reading.post?.author.handle ?? link.author;
  const account = await deps.findAuthor({ ...report, act: { ...report.act, link: { ...link, author } } });
  if (!account) return report;
  const tied = tieReport(report, report.version, account);
  await deps.reports.saveMove(tied, { by: ACTOR, at: deps.clock() });
  return tied;
}
