import type { Account } from '../../domain/account.js';
import { cleanText } from '../../domain/admission.js';
import { isPlatform, isValidHandle, normaliseHandle, type Platform } from '../../domain/platform.js';
import {
  type BroughtReport,
  MAX_NAME_LENGTH,
  MAX_STORY_LENGTH,
  type Report,
  type ReportedAct,
  type ReportedLink,
  type ReportedWho,
} from '../../domain/report.js';
import { toNewReport } from '../../domain/report-moves.js';
import type { Link } from '../../links/link.js';
import { readLink } from '../../links/read-link.js';
import type { AccountRepository } from '../../storage/account-repository.js';
import type { ReportRepository } from '../../storage/report-repository.js';

export interface BringDeps {
  readonly reports: Pick<ReportRepository, 'saveReportOnce'>;
  readonly accounts: Pick<AccountRepository, 'findAccountsByHandle'>;
  /** Asks for a look behind the link; whoever asks in vain is not refused: what is due stands in the report. */
  readonly enqueueLooks: (reportIds: readonly string[]) => Promise<void>;
}

/** As a door has it: the link is still text. */
export interface Brought extends Omit<BroughtReport, 'act'> {
  readonly act: Omit<ReportedAct, 'link'> & { readonly link?: string | undefined };
}

/**
 * Every door's way in. Reads the link, ties the report where the link names a registered account as the author, and
 * stores it. Nothing is fetched; safe to repeat under the same id.
 */
export async function bringReport(
  deps: BringDeps,
  brought: Brought,
  secrets: { receipt?: string | undefined; identity?: string | undefined } = {},
): Promise<{ report: Report; isNew: boolean }> {
  const act = toReportedAct(brought.act);
  const who = toReportedWho(brought.who);
  const { accountId, officeCode } = brought.accountId === undefined ? await authorIn(deps, { act, who }) : brought;
  const hasIdentity = secrets.identity !== undefined;
  const report = toNewReport({ ...brought, act, who, accountId, officeCode }, { hasIdentity });
  const { isNew } = await deps.reports.saveReportOnce(report, secrets);
  if (isNew && report.lookDueAt) await deps.enqueueLooks([report.id]);
  return { report, isNew };
}

function toReportedAct({ kind, link, words, story, seenAt, place, taskLetter }: Brought['act']): ReportedAct {
  return {
    kind,
    link: link?.trim() ? toReportedLink(link.slice(0, MAX_STORY_LENGTH)) : undefined,
    words: cleaned(words, MAX_STORY_LENGTH),
    story: cleaned(story, MAX_STORY_LENGTH),
    seenAt,
    place: cleaned(place, MAX_NAME_LENGTH),
    taskLetter: cleaned(taskLetter, MAX_NAME_LENGTH),
  };
}

function toReportedWho({ name, office, handle, platform }: ReportedWho): ReportedWho {
  const [cleanName, cleanOffice, cleanHandle] = [name, office, handle].map((text) => cleaned(text, MAX_NAME_LENGTH));
  return { name: cleanName, office: cleanOffice, handle: cleanHandle, platform };
}

/** What an empty field of a form says is nothing. */
function cleaned(text: string | undefined, maxLength: number): string | undefined {
  return cleanText((text ?? '').slice(0, maxLength)).trim() || undefined;
}

/** What a pasted text says of an act, by itself. */
export function toReportedLink(given: string): ReportedLink {
  return reportedLinkOf(readLink(given));
}

export function reportedLinkOf({ input: given, platform, kind, author, id, canonical }: Link): ReportedLink {
  return { given, platform, kind, author, id, canonical };
}

async function authorIn(
  deps: Pick<BringDeps, 'accounts'>,
  said: Pick<Report, 'act' | 'who'>,
): Promise<Pick<Brought, 'accountId' | 'officeCode'>> {
  const author = await findAuthor(deps, said);
  return { accountId: author?.id, officeCode: author?.officeCode };
}

/**
 * Of an act that somebody does to another's post the link names the other one: only a post's or a share's own link names
 * whose it is. Where the kind is not said, or another handle is, whoever it is remains a question for a person.
 */
export async function findAuthor(
  { accounts }: Pick<BringDeps, 'accounts'>,
  { act, who }: Pick<Report, 'act' | 'who'>,
): Promise<Account | undefined> {
  const named = authorOf(act, who);
  if (!named) return undefined;
  const found = await accounts.findAccountsByHandle(named.platform, [named.handle]);
  return found.length === 1 ? found[0] : undefined;
}

const OWN_LINKS = ['post', 'story', 'short', 'group_post', 'profile'];

function authorOf(
  { kind, link }: ReportedAct,
  { name, office, handle }: ReportedWho,
): { platform: Platform; handle: string } | undefined {
  if (!link?.author || !isPlatform(link.platform) || link.platform === 'web') return undefined;
  if (!OWN_LINKS.includes(link.kind) || !isValidHandle(link.author)) return undefined;
  const isSaid = kind === 'post' || kind === 'share' || (kind === undefined && !name && !office && !handle);
  const isOther = handle !== undefined && normaliseHandle(handle) !== normaliseHandle(link.author);
  return isSaid && !isOther ? { platform: link.platform, handle: link.author } : undefined;
}
