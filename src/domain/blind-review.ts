import { may } from './abilities.js';
import { type Flag, mayGiveAnother, type Review } from './flag.js';
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
  const people = decidersOf(flag.reviews);
  const isBlind = people.length === 1 && !people.includes(user.id) && mayDecide(flag, user);
  if (!isBlind) return { isBlind, shown: flag.reviews, hidden: 0 };
  const shown = flag.reviews.filter((review) => !settles(review.verdict));
  return { isBlind, shown, hidden: flag.reviews.length - shown.length };
}

/** Confirmed, and not before the eyes of somebody whose blind verdict is still to come: a dossier tells them all. */
export function mayHandOver(flag: Pick<Flag, 'state' | 'reviews'>, user: Pick<User, 'id' | 'role'>): boolean {
  const standing = standingOf(flag.reviews);
  const isConfirmed = flag.state === 'decided' && 'verdict' in standing && standing.verdict === 'confirmed';
  return isConfirmed && !reviewsFor(flag, user).isBlind;
}
