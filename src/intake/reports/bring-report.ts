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
import { readLink } from '../../links/read-link.js';
import type { AccountRepository } from '../../storage/account-repository.js';
import type { ReportRepository } from '../../storage/report-repository.js';

export interface BringDeps {
  readonly reports: Pick<ReportRepository, 'saveReportOnce'>;
  readonly accounts: Pick<AccountRepository, 'findAccountsByHandle'>;
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
  const { id: accountId, officeCode } = (await findAuthor(deps, { act, who, given: brought })) ?? {};
  const hasIdentity = secrets.identity !== undefined;
  const report = toNewReport({ ...brought, act, who, accountId, officeCode }, { hasIdentity });
  return { report, ...(await deps.reports.saveReportOnce(report, secrets)) };
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
  const { platform, kind, author, id, canonical } = readLink(given);
  return { given, platform, kind, author, id, canonical };
}

/**
 * Of an act that somebody does to another's post the link names the other one: only a post's or a share's own link names
 * whose it is. Where the kind is not said, or another handle is, whoever it is remains a question for a person.
 */
async function findAuthor(
  { accounts }: BringDeps,
  { act, who, given }: { act: ReportedAct; who: ReportedWho; given: Brought },
): Promise<Pick<Account, 'id' | 'officeCode'> | undefined> {
  const { accountId: id, officeCode } = given;
  if (id !== undefined && officeCode !== undefined) return { id, officeCode };
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
