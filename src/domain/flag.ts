import { DAY_MS } from './days.js';
import type { Stage } from './election.js';
import { ChangedMeanwhileError, PermanentError } from './errors.js';
import type { EvidenceSeal } from './evidence.js';
import type { ActivityKind, Platform } from './platform.js';
import { type Asking, type Question, toQuestion } from './question.js';
import type { RegionCode } from './region.js';
import type { Cleared, Match, Note, Points, Side } from './screening.js';
import { decidersOf, standingOf } from './standing.js';
import { leftToWeigh, settles, type Verdict } from './verdict.js';

/**
 * `sealing`: evidence is being captured and nobody may look yet; `open`: waits for a person; `decided`: has a verdict in
 * force; `contrary`: has two verdicts against each other, of which none is, and waits for a third person.
 */
export const FLAG_STATES = ['sealing', 'open', 'decided', 'contrary'] as const;
export type FlagState = (typeof FLAG_STATES)[number];

export interface Review {
  readonly verdict: Verdict;
  /** Why, in the reviewer's words; never empty. */
  readonly reason: string;
  /** Reasons of the flag's `cleared` list that the reviewer weighed. */
  readonly weighed: readonly string[];
  readonly reviewerId: string;
  readonly at: Date;
}

/** Whose work an open flag is: it is offered to nobody else as the next one. Whoever may open it still may decide. */
interface Assignment {
  readonly to: string;
  readonly by: string;
  readonly at: Date;
}

/** An activity with its matches before reviewers; unproven. `id` equals the activity's, so that an act has one flag. */
export interface Flag {
  readonly id: string;
  readonly activityId: string;
  readonly accountId: string;
  readonly officeCode: string;
  readonly region: RegionCode;
  /** The account's position when the act was judged: rules read it, and the registry may change later. */
  readonly position?: string;
  readonly platform: Platform;
  readonly kind: ActivityKind;
  readonly actedAt: Date;
  readonly stage: Stage;
  readonly matches: readonly Match[];
  readonly cleared: readonly Cleared[];
  /** Only there where a note rule fired as well; a note weighs nothing in the decision. */
  readonly notes?: readonly Note[];
  /** What all rules together say of each ticket. Missing on older flags. */
  readonly sides?: readonly Side[];
  /** How the act came to the line of its rule set's scorecard. Missing on older flags and without a scorecard. */
  readonly points?: Points;
  readonly ruleset: string;
  readonly elections: string;
  readonly engine: string;
  readonly state: FlagState;
  readonly evidence?: EvidenceSeal;
  readonly createdAt: Date;
  readonly openedAt?: Date;
  /** Rises by one with each change; a decision names the version it was made on. */
  readonly version: number;
  readonly claim?: { readonly by: string; readonly until: Date };
  /** Of an open flag: whose work it is. */
  readonly assigned?: Assignment;
  /** Of an open flag: what was asked last, of whom, until when. */
  readonly question?: Question;
  /** Somebody has decided and can still undo it: whose it is, and nothing of what was decided. */
  readonly pending?: { readonly id: string; readonly by: string; readonly countsFrom: Date };
  /** Oldest first; what they come to says `standingOf`. */
  readonly reviews: readonly Review[];
}

/** How many flags name a ticket, and the set of the newest of them, which knows its names. */
export interface TicketCount extends Pick<Flag, 'ruleset' | 'elections'> {
  readonly ticket: string;
  readonly marks: number;
}

/** An open mark may wait this long for people before it is called overdue: 7 days (domain.md 9.2). */
export const OVERDUE_AFTER_MS = 7 * DAY_MS;

/** Since when it waits for people: nobody may look at a mark before its evidence is sealed and it opens. */
export function waitingSince({ openedAt, createdAt }: Pick<Flag, 'openedAt' | 'createdAt'>): Date {
  return openedAt ?? createdAt;
}

/** What opened before this is overdue at `now`; console and digest both count by it. */
export function overdueBefore(now: Date): Date {
  return new Date(now.getTime() - OVERDUE_AFTER_MS);
}

export function isOverdue({ state, openedAt }: Pick<Flag, 'state' | 'openedAt'>, now: Date): boolean {
  return state === 'open' && openedAt !== undefined && openedAt < overdueBefore(now);
}

/** A verdict as it is given; a question may go to somebody. */
export type Given = Review & { readonly asked?: Asking | undefined };

/** Whose claim, and how long from when. */
export interface ClaimFor {
  readonly by: string;
  readonly until: Date;
  readonly now: Date;
}

/** Who has it in hand now; `until` is no promise where a decision is about to count. */
export function holderOf({ claim, pending }: Pick<Flag, 'claim' | 'pending'>, now: Date): Flag['claim'] {
  if (pending) return { by: pending.by, until: pending.countsFrom > now ? pending.countsFrom : now };
  return claim && claim.until > now ? claim : undefined;
}

/** How long a claim holds a flag for one reviewer. */
export const CLAIM_MS = 15 * 60_000;

/** How long it is kept for somebody whose last page of it was closed: a reload closes one as well. */
export const LEFT_CLAIM_MS = 5_000;

/**
 * A rule only proposes: this is the one way in which a flag gets a verdict, and it needs a named person, a reason,
 * and, where the verdict asks for it, a tick on every sign that clears.
 */
export function decide(flag: Flag, seenVersion: number, given: Given): Flag {
  const { asked, ...review } = given;
  if (flag.version !== seenVersion) {
    throw new ChangedMeanwhileError(
      'Tanda ini sudah berubah sejak Anda membukanya.',
      'Muat ulang halaman, lalu putuskan lagi.',
    );
  }
  if (flag.state === 'sealing') {
    throw new PermanentError('Bukti belum disegel.', 'Tunggu hingga tanda terbuka di antrean.');
  }
  if (review.reviewerId.trim() === '')
    throw new PermanentError('Keputusan perlu nama pemutus.', 'Masuk dengan akun Anda.');
  if (review.reason.trim() === '') throw new PermanentError('Keputusan perlu alasan.', 'Tulis alasan singkat.');
  if (leftToWeigh(flag.cleared, review).length > 0) {
    throw new PermanentError(
      'Ada hal yang meringankan yang belum ditimbang.',
      'Centang setiap hal pada daftar "Yang berbicara sebaliknya".',
    );
  }
  if (!mayGiveAnother(flag, review.reviewerId)) {
    throw new PermanentError(
      'Tanda ini sudah mendapat keputusan Anda, dan keputusan orang lain.',
      'Penyelia lain yang memutuskan.',
    );
  }
  if (flag.state === 'contrary' && !settles(review.verdict)) {
    throw new PermanentError('Dua keputusan sudah berlawanan.', 'Pilih salah satu, atau tanyakan lewat catatan.');
  }
  const { claim: _released, pending: _given, assigned, question: _before, ...rest } = flag;
  const reviews = [...flag.reviews, review];
  const state = stateAfter(reviews);
  const decided = { ...rest, state, version: flag.version + 1, reviews };
  if (state !== 'open') return decided;
  const kept = assigned ? { ...decided, assigned } : decided;
  const { reviewerId: by, at } = review;
  return asked ? { ...kept, question: toQuestion(asked, { by, at, region: flag.region }) } : kept;
}

/** Of a flag that opened. A question puts it back into the queue. */
export function stateAfter(reviews: readonly Pick<Review, 'verdict' | 'reviewerId'>[]): Exclude<FlagState, 'sealing'> {
  const last = reviews.at(-1);
  if (!last || !settles(last.verdict)) return 'open';
  return standingOf(reviews).as === 'contrary' ? 'contrary' : 'decided';
}

/** Who gave one of several people's verdicts has said it; who gave the only one may still change their mind. */
export function mayGiveAnother({ state, reviews }: Pick<Flag, 'state' | 'reviews'>, userId: string): boolean {
  if (state === 'open') return true;
  const people = decidersOf(reviews);
  return !people.includes(userId) || people.length === 1;
}
