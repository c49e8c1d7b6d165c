import { may } from './abilities.js';
import type { Flag, Review } from './flag.js';
import type { User } from './user.js';
import { settles } from './verdict.js';

/** What is decided stays decided, except for those who may look a second time. */
export function mayDecide({ state }: Pick<Flag, 'state'>, user: Pick<User, 'role'>): boolean {
  if (state === 'sealing') return false;
  return may(user, state === 'open' ? 'decide' : 'review_second');
}

/** Reviews as one person may see them now. */
export interface VisibleReviews {
  /** This person's verdict would be the second one: it is given without the first in sight, and without names. */
  readonly isBlind: boolean;
  readonly shown: readonly Review[];
  /** How many are held back until this person has decided. */
  readonly hidden: number;
}

/**
 * A second verdict is worth something only where the first could not lean on it. So verdicts stay hidden from whoever
 * may decide, until that person or two different people have decided. A question settles nothing.
 */
export function reviewsFor(flag: Pick<Flag, 'state' | 'reviews'>, user: Pick<User, 'id' | 'role'>): VisibleReviews {
  const verdicts = flag.reviews.filter((review) => settles(review.verdict));
  const people = new Set(verdicts.map((review) => review.reviewerId));
  const isBlind = people.size === 1 && !people.has(user.id) && mayDecide(flag, user);
  if (!isBlind) return { isBlind, shown: flag.reviews, hidden: 0 };
  const shown = flag.reviews.filter((review) => !settles(review.verdict));
  return { isBlind, shown, hidden: flag.reviews.length - shown.length };
}

/** Confirmed, and not before the eyes of somebody whose blind verdict is still to come: a dossier tells them all. */
export function mayHandOver(flag: Pick<Flag, 'state' | 'reviews'>, user: Pick<User, 'id' | 'role'>): boolean {
  return isConfirmed(flag) && !reviewsFor(flag, user).isBlind;
}

function isConfirmed({ state, reviews }: Pick<Flag, 'state' | 'reviews'>): boolean {
  return state === 'decided' && reviews.findLast(({ verdict }) => settles(verdict))?.verdict === 'confirmed';
}
