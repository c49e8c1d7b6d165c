import { may } from './abilities.js';
import { type Flag, mayGiveAnother, type Review } from './flag.js';
import type { Question } from './question.js';
import { decidersOf, standingOf } from './standing.js';
import type { User } from './user.js';
import { needsSecond, settles } from './verdict.js';

const ASKED_OF = { open: 'decide', decided: 'review_second', contrary: 'adjudicate' } as const;

/**
 * What is decided stays decided, except for those who may look a second time; of two contrary verdicts neither of theirs.
 * By the role alone: a token that was given less would else show its person what is held back from them.
 */
export function mayDecide(flag: Pick<Flag, 'state' | 'reviews'>, { id, role }: Pick<User, 'id' | 'role'>): boolean {
  return flag.state !== 'sealing' && may({ role }, ASKED_OF[flag.state]) && mayGiveAnother(flag, id);
}

/** This person is to settle it: sees both reasons, and neither whose they are nor which ticket they speak of. */
export function isToSettle(flag: Pick<Flag, 'state' | 'reviews'>, user: Pick<User, 'id' | 'role'>): boolean {
  return flag.state === 'contrary' && mayDecide(flag, user);
}

/** Decided by one person alone, with a verdict that a second one has to give as well. */
export function awaitsSecond({ state, reviews }: Pick<Flag, 'state' | 'reviews'>): boolean {
  const standing = standingOf(reviews);
  return state === 'decided' && standing.as === 'one' && needsSecond(standing.verdict);
}

/** Reviews as one person may see them now. */
export interface VisibleReviews {
  /** Theirs may come to be the second verdict: it is given without the first in sight, and without names. */
  readonly isBlind: boolean;
  readonly shown: readonly Review[];
  /** How many are held back until this person has decided. */
  readonly hidden: number;
}

/**
 * A second verdict is worth something only where it could not lean on the first. So that one stays hidden from everybody
 * who decides, until they or two different people have decided: also from who may not decide now, for a question or another
 * role may bring the flag to them, and nobody can forget what they read. A question settles nothing; one that the first
 * person asks after their verdict may tell it.
 */
export function reviewsFor(flag: Pick<Flag, 'reviews'>, user: Pick<User, 'id' | 'role'>): VisibleReviews {
  const { reviews } = flag;
  const people = decidersOf(reviews);
  const isBlind = people.length === 1 && !people.includes(user.id) && may({ role: user.role }, 'decide');
  if (!isBlind) return { isBlind, shown: reviews, hidden: 0 };
  const shown = reviews.filter((review, place) => !settles(review.verdict) && !tellsFirst(reviews, place));
  return { isBlind, shown, hidden: reviews.length - shown.length };
}

/** By whoever had given a verdict before it: it may tell which. */
function tellsFirst(reviews: readonly Review[], place: number): boolean {
  return decidersOf(reviews.slice(0, place)).includes(reviews[place]?.reviewerId ?? '');
}

/** What this question, and its answer, say. */
export function mayReadQuestion(
  flag: Pick<Flag, 'reviews'>,
  { by, at }: Pick<Question, 'by' | 'at'>,
  user: Pick<User, 'id' | 'role'>,
): boolean {
  if (!reviewsFor(flag, user).isBlind) return true;
  const isAsked = (review: Review) => !settles(review.verdict) && review.reviewerId === by && +review.at === +at;
  return !tellsFirst(flag.reviews, flag.reviews.findLastIndex(isAsked));
}

/** What is in force is that it calls for clarification: the only flags that a dossier is made of. */
export function isConfirmed({ state, reviews }: Pick<Flag, 'state' | 'reviews'>): boolean {
  const standing = standingOf(reviews);
  return state === 'decided' && 'verdict' in standing && standing.verdict === 'confirmed';
}

/** Confirmed, and not before the eyes of somebody whose blind verdict is still to come: a dossier tells them all. */
export function mayHandOver(flag: Pick<Flag, 'state' | 'reviews'>, user: Pick<User, 'id' | 'role'>): boolean {
  return isConfirmed(flag) && !reviewsFor(flag, user).isBlind;
}
