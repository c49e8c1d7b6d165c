import type { Account } from '../../domain/account.js';
import { awaitsSecond, isToSettle, mayDecide, mayHandOver, reviewsFor } from '../../domain/blind-review.js';
import type { CoverageEntry } from '../../domain/coverage.js';
import { type Flag, holderOf, waitingSince } from '../../domain/flag.js';
import { SIGNALS } from '../../domain/platform.js';
import { localDay, timeZoneOf, zoneLabel } from '../../domain/region.js';
import type { Match, Note, Points, SetWords } from '../../domain/screening.js';
import type { User } from '../../domain/user.js';
import type { ConsoleDeps } from '../deps.js';
import { viewAssignment } from './assignment-view.js';
import { viewGolden } from './calibration-view.js';
import { viewContent } from './content-view.js';
import type { FlagPage } from './flag-schemas.js';
import { maskFlag } from './masked-flag.js';
import { namesOf } from './names-of.js';
import { msLeft } from './pending-schemas.js';
import { viewQuestion } from './question-view.js';
import { viewRemarks } from './remark-view.js';

interface Viewer {
  readonly user: User;
  readonly now: Date;
}

/** Everything a reviewer needs on one page; whoever settles between two contrary verdicts is not shown all of it yet. */
export async function viewFlag(deps: ConsoleDeps, flag: Flag, viewer: Viewer): Promise<FlagPage> {
  const page = await viewWhole(deps, flag, viewer);
  if (!isToSettle(flag, viewer.user)) return page;
  return maskFlag(page, flag, { words: await deps.sets.wordsOf(flag), others: deps.tickets() });
}

/** Gathered in parallel; text stays text. */
async function viewWhole(deps: ConsoleDeps, flag: Flag, viewer: Viewer): Promise<FlagPage> {
  const [marked, remarks, nameOf, golden] = await Promise.all([
    viewMarked(deps, flag),
    deps.remarks.listRemarks(flag.id),
    namesOf(deps, flag),
    viewGolden(deps, flag, viewer.user),
  ]);
  const claim = viewClaim(flag, viewer, nameOf);
  return {
    ...marked,
    now: viewer.now.toISOString(),
    version: flag.version,
    state: flag.state,
    waitingSince: waitingSince(flag).toISOString(),
    ...viewReviews(flag, viewer.user, nameOf),
    ...(await viewRemarks(deps, flag, { user: viewer.user, remarks })),
    question: viewQuestion(flag, viewer, { nameOf, remarks }),
    ...viewAssignment(flag, viewer.user, nameOf),
    claim,
    pending: viewPending(flag, viewer),
    isMasked: false,
    canDecide: mayDecide(flag, viewer.user) && !golden.calibration && !flag.pending && (claim === null || claim.isMine),
    canHandOver: mayHandOver(flag, viewer.user),
    ...golden,
  };
}

/** What was marked and by what, the same for whoever looks. */
export type MarkedView = Pick<
  FlagPage,
  | ('id' | 'kind' | 'platform' | 'stage' | 'region' | 'office' | 'actedAt' | 'zone' | 'account' | 'content')
  | ('matches' | 'cleared' | 'sides' | 'notes' | 'points' | 'evidence' | 'hashes' | 'coverageDay' | 'coverage')
>;

type MarkedDeps = Pick<ConsoleDeps, 'accounts' | 'activities' | 'offices' | 'coverage' | 'sets'>;

export async function viewMarked(deps: MarkedDeps, flag: Flag): Promise<MarkedView> {
  const zone = timeZoneOf(flag.region);
  const coverageDay = localDay(flag.createdAt, zone);
  const [account, activity, offices, coverage, words] = await Promise.all([
    deps.accounts.findAccount(flag.accountId),
    deps.activities.findMarked(flag.activityId),
    deps.offices.listOffices(),
    deps.coverage.listCoverageOf(flag.accountId, coverageDay),
    deps.sets.wordsOf(flag),
  ]);
  const office = offices.find((o) => o.code === flag.officeCode);
  return {
    id: flag.id,
    kind: flag.kind,
    platform: flag.platform,
    stage: flag.stage,
    region: flag.region,
    office: { code: flag.officeCode, name: office?.name ?? flag.officeCode },
    actedAt: flag.actedAt.toISOString(),
    zone: { name: zone, label: zoneLabel(zone) },
    account: account ? viewAccount(account) : null,
    content: activity ? viewContent(activity, flag, words) : null,
    matches: flag.matches.map((match) => viewMatch(words, flag, match)),
    cleared: flag.cleared.map(({ reason, spans }) => ({ reason, spans: spans.map((s) => ({ ...s })) })),
    sides: viewSides(words, flag),
    notes: (flag.notes ?? []).map((note) => viewNote(words, flag, note)),
    points: flag.points ? viewPoints(words, flag.points) : null,
    evidence: viewSeal(flag),
    hashes: { ruleset: flag.ruleset, elections: flag.elections, engine: flag.engine },
    coverageDay,
    coverage: [...coverage].sort(bySignal).map(viewObservation),
  };
}

function viewReviews(
  flag: Flag,
  user: User,
  nameOf: (id: string) => string,
): Pick<FlagPage, 'reviews' | 'hiddenReviews' | 'isAwaitingSecond'> {
  const { isBlind, shown, hidden } = reviewsFor(flag, user);
  const reviews = shown.map((review) => ({
    ...review,
    weighed: [...review.weighed],
    reviewer: isBlind ? null : nameOf(review.reviewerId),
    isMine: review.reviewerId === user.id,
    at: review.at.toISOString(),
  }));
  // Whoever may give the second one would learn the first from it.
  return { reviews, hiddenReviews: hidden, isAwaitingSecond: awaitsSecond(flag) && !isBlind };
}

/** Of the rules that marked it, in the words of the set that did, each once. */
export function ruleTitles(words: SetWords, flag: Flag): Map<string, string> {
  return new Map(flag.matches.map((match) => [match.rule, words.describe(match, flag.stage).title]));
}

function viewPending(flag: Flag, { user, now }: { user: User; now: Date }): FlagPage['pending'] {
  return flag.pending && isOwnPending(flag, user) ? { msLeft: msLeft(flag.pending.countsFrom, now) } : null;
}

export function isOwnPending({ pending }: Flag, user: User): boolean {
  return pending?.by === user.id;
}

/** `null` when nobody holds the flag now, or one's own decision does; a claim past its time holds nothing. */
export function viewClaim(
  flag: Flag,
  viewer: { user: User; now: Date },
  nameOf: (id: string) => string,
): FlagPage['claim'] {
  const holder = holderOf(flag, viewer.now);
  if (!holder || isOwnPending(flag, viewer.user)) return null;
  const { by, until } = holder;
  return { by: nameOf(by), isMine: by === viewer.user.id, until: until.toISOString() };
}

function viewAccount(account: Account): NonNullable<FlagPage['account']> {
  const { name, nipMasked, position, handle, formerHandles, proof, mandate } = account;
  const { decree, from, to } = mandate;
  return { name, nipMasked, position, handle, formerHandles: [...formerHandles], proof, mandate: { decree, from, to } };
}

export function viewMatch(
  words: Pick<SetWords, 'describe' | 'ticketLabel'>,
  flag: Pick<Flag, 'stage'>,
  match: Match,
): FlagPage['matches'][number] {
  const rule = words.describe(match, flag.stage);
  return {
    rule: {
      ...rule,
      clauses: rule.clauses.map((c) => ({ ...c })),
      falsePositives: [...rule.falsePositives],
    },
    basis: [...match.basis],
    tickets: match.tickets.map((id) => ({ id, label: words.ticketLabel(id) })),
    stance: match.stance,
    spans: match.spans.map((s) => ({ ...s })),
  };
}

function viewSides(words: SetWords, { sides = [] }: Flag): FlagPage['sides'] {
  return sides.map(({ ticket, stance }) => ({ ticket: { id: ticket, label: words.ticketLabel(ticket) }, stance }));
}

function viewNote(words: SetWords, { stage }: Flag, { rule, spans }: Note): FlagPage['notes'][number] {
  const { title, explanation } = words.describe({ rule, tickets: [], basis: [] }, stage);
  return { title, explanation, spans: spans.map((s) => ({ ...s })) };
}

function viewPoints(words: SetWords, { total, line, signs }: Points): FlagPage['points'] {
  const told = signs.map(({ sign, points, spans }) => ({
    sign,
    title: words.signTitle(sign) ?? null,
    points,
    spans: spans.map((s) => ({ ...s })),
  }));
  return { total, line, signs: told };
}

function viewSeal({ evidence }: Flag): FlagPage['evidence'] {
  if (!evidence) return null;
  return {
    manifestSha256: evidence.manifestSha256,
    sealedAt: evidence.sealedAt.toISOString(),
    items: evidence.items.map((i) => ({ ...i })),
    missing: evidence.missing.map((m) => ({ ...m })),
  };
}

function bySignal(a: CoverageEntry, b: CoverageEntry): number {
  return SIGNALS.indexOf(a.signal) - SIGNALS.indexOf(b.signal);
}

function viewObservation({ signal, observation }: CoverageEntry): FlagPage['coverage'][number] {
  return {
    signal,
    state: observation.state,
    count: observation.state === 'seen' ? observation.count : null,
    reason: observation.state === 'not_observable' ? observation.reason : null,
  };
}
