import type { Account, Office } from '../../domain/account.js';
import { firstLineOf } from '../../domain/first-line.js';
import { NAMINGS, namingOf, type SaidOfAccount } from '../../domain/naming.js';
import { isPlatform } from '../../domain/platform.js';
import { localDay, NATION, timeZoneOf, zoneLabel } from '../../domain/region.js';
import type { Report } from '../../domain/report.js';
import { daysLeftOfFormalReport, isReportOverdue, lastDayOfFormalReport, stepOf } from '../../domain/report-clock.js';
import { GONE_USER } from '../../words/console/users.js';
import { isWithin } from '../access/report-scope.js';
import type { ConsoleDeps } from '../deps.js';
import type { AccountLine, ReportLine, ReportPage } from './report-schemas.js';

export interface ReportViewer {
  readonly now: Date;
  readonly offices: readonly Office[];
  /** Those of the person who looks: their day and hour are the page's until it is tied. */
  readonly ownOffices: readonly Office[];
  /** `undefined`: every office. */
  readonly reach: readonly string[] | undefined;
}

/** One line of the list. */
export function viewLine(report: Report, { now, offices }: ReportViewer): ReportLine {
  const { id, state, door, channel, who, act, officeCode } = report;
  return {
    id,
    state,
    door,
    channel,
    broughtAt: report.broughtAt.toISOString(),
    about: [saidOf(report).handles.at(-1), who.name, who.office].filter(Boolean).join(' · '),
    firstLine: firstLineOf({ text: act.words ?? act.story ?? act.link?.canonical ?? '' })?.text ?? '',
    platform: act.link?.platform ?? who.platform ?? null,
    kind: act.kind ?? null,
    files: report.files.length,
    step: viewStep(report, now),
    outcome: report.decision?.outcome ?? null,
    office: officeCode === undefined ? null : officeOf(officeCode, offices),
  };
}

function viewStep(report: Report, now: Date): ReportLine['step'] {
  const step = stepOf(report);
  if (!step) return null;
  return { owner: step.owner, dueAt: step.dueAt.toISOString(), isOverdue: isReportOverdue(report, now) };
}

function officeOf(code: string, offices: readonly Office[]): { code: string; name: string } {
  return { code, name: offices.find((office) => office.code === code)?.name ?? code };
}

/** Of the first of them. */
export function viewZone([place]: readonly Office[]) {
  const name = timeZoneOf(place?.region ?? NATION);
  return { name, label: zoneLabel(name) };
}

/** Everything that whoever checks it needs on one page; text stays text. */
export async function viewReport(deps: ConsoleDeps, report: Report, viewer: ReportViewer): Promise<ReportPage> {
  const { accounts, reports } = deps.reportDesk;
  const [account, candidates, alike, nameOf] = await Promise.all([
    report.accountId === undefined ? undefined : deps.accounts.findAccount(report.accountId),
    findCandidates(accounts, report, viewer),
    reports.findAlike(report),
    namesOf(deps, report),
  ]);
  const naming = account && namingOf(account, saidOf(report));
  return {
    ...viewBrought(report, viewer),
    broughtBy: report.broughtBy === undefined ? null : nameOf(report.broughtBy),
    messages: report.messages.map((one) => ({ ...one, at: one.at.toISOString(), by: one.by ? nameOf(one.by) : null })),
    account: account ? viewAccount(account, viewer.offices, naming) : null,
    candidates,
    alike: alike.filter(({ report: other }) => isWithin(other, viewer.reach)).map(viewAlike),
    decision: viewDecision(report, nameOf),
  };
}

/** What it says by itself. */
function viewBrought(report: Report, { now, offices, ownOffices }: ReportViewer) {
  const { id, version, state, door, channel, who, hasIdentity, duplicateOf, flagId } = report;
  const zone = viewZone([...offices.filter(({ code }) => code === report.officeCode), ...ownOffices]);
  const seenOn = localDay(report.act.seenAt ?? report.broughtAt, zone.name);
  const daysLeft = daysLeftOfFormalReport(seenOn, localDay(now, zone.name));
  const { name = null, office = null, handle = null, platform = null } = who;
  return {
    now: now.toISOString(),
    zone,
    id,
    version,
    state,
    door,
    channel,
    broughtAt: report.broughtAt.toISOString(),
    step: viewStep(report, now),
    expiresAt: report.expiresAt.toISOString(),
    who: { name, office, handle, platform },
    act: viewAct(report),
    files: viewFiles(report),
    hasIdentity,
    reading: viewReading(report),
    isLookDue: report.lookDueAt !== undefined,
    formal: { lastDay: lastDayOfFormalReport(seenOn), daysLeft },
    duplicateOf: duplicateOf ?? null,
    flagId: flagId ?? null,
  };
}

function viewReading({ reading }: Report): ReportPage['reading'] {
  if (!reading) return null;
  const { outcome, by, at, link, post, pack } = reading;
  return {
    outcome,
    by,
    at: at.toISOString(),
    leadsTo: link?.canonical || null,
    text: post?.text ?? null,
    author: post?.author.handle ?? post?.author.id ?? null,
    publishedAt: post?.publishedAt ?? null,
    media: (post?.media ?? []).map(({ text }) => text),
    pack: pack
      ? {
          sealedAt: pack.sealedAt.toISOString(),
          manifestSha256: pack.manifestSha256,
          items: pack.items.map(({ name }) => name),
        }
      : null,
  };
}

function viewAlike({ report, by }: { report: Report; by: readonly ('link' | 'words' | 'file')[] }) {
  const { id, state, broughtAt, decision } = report;
  return { id, state, broughtAt: broughtAt.toISOString(), by: [...by], outcome: decision?.outcome ?? null };
}

function viewDecision({ decision }: Report, nameOf: (id: string) => string): ReportPage['decision'] {
  return decision ? { ...decision, by: nameOf(decision.by), at: decision.at.toISOString() } : null;
}

function viewAct({ act: { kind, link, words, story, seenAt, place, taskLetter } }: Report): ReportPage['act'] {
  return {
    kind: kind ?? null,
    link: link
      ? {
          given: link.given,
          platform: link.platform,
          kind: link.kind,
          author: link.author ?? null,
          canonical: link.canonical,
        }
      : null,
    words: words ?? null,
    story: story ?? null,
    seenAt: seenAt?.toISOString() ?? null,
    place: place ?? null,
    taskLetter: taskLetter ?? null,
  };
}

export function viewFiles({ files }: Pick<Report, 'files'>): ReportPage['files'] {
  return files.map(({ id, type, bytes, broughtSha256, shownSha256 }) => ({
    id,
    type,
    bytes,
    broughtSha256,
    isPicture: shownSha256 !== undefined,
  }));
}

export function viewAccount(
  account: Account,
  offices: readonly Office[],
  naming: AccountLine['naming'] = null,
): AccountLine {
  const { id, name, nipMasked, position, platform, handle, proof, officeCode } = account;
  return { id, name, nipMasked, position, platform, handle, proof, office: officeOf(officeCode, offices), naming };
}

/** Of an act done to somebody else's post the link names that one: it says nothing of whose act it is. */
function saidOf({ act: { kind, link }, who }: Report): SaidOfAccount {
  const isOthers = kind === 'like' || kind === 'comment' || kind === 'follow';
  const author = isOthers ? undefined : link?.author;
  const platform =
    who.platform ?? (link && isPlatform(link.platform) && link.platform !== 'web' ? link.platform : undefined);
  return { platform, handles: [author, who.handle].flatMap((one) => one ?? []), name: who.name };
}

/** Enough to choose from; more is a search. */
const MAX_CANDIDATES = 12;

async function findCandidates(
  accounts: ConsoleDeps['reportDesk']['accounts'],
  report: Report,
  { offices, reach }: ReportViewer,
): Promise<AccountLine[]> {
  if (report.state === 'decided') return [];
  const said = saidOf(report);
  const [named, namesakes] = await Promise.all([
    said.handles.length > 0 ? accounts.findAccountsNamed(said) : [],
    said.name ? accounts.findPeople(said.name, { officeCodes: reach, limit: MAX_CANDIDATES }) : [],
  ]);
  const all = new Map([...named, ...namesakes].map((account) => [account.id, account]));
  return [...all.values()]
    .filter(({ officeCode }) => reach === undefined || reach.includes(officeCode))
    .map((account) => viewAccount(account, offices, namingOf(account, said) ?? null))
    .filter(({ naming }) => naming !== null)
    .sort((a, b) => NAMINGS.indexOf(a.naming!) - NAMINGS.indexOf(b.naming!))
    .slice(0, MAX_CANDIDATES);
}

async function namesOf(deps: ConsoleDeps, report: Report): Promise<(id: string) => string> {
  const ids = [report.broughtBy, report.decision?.by, ...report.messages.map(({ by }) => by)];
  const known = [...new Set(ids.flatMap((id) => id ?? []))];
  const users = await Promise.all(known.map((id) => deps.users.findUser(id)));
  const names = new Map(users.flatMap((user) => (user ? [[user.id, user.displayName] as const] : [])));
  return (id) => names.get(id) ?? GONE_USER.id;
}
