import { DAY_MS } from './days.js';
import type { Review } from './flag.js';
import type { Asking } from './question.js';
import type { Verdict } from './verdict.js';

/** What one person has typed on one flag and not given yet. Theirs alone: nobody else is ever shown it. */
export interface Draft {
  /** Absent before a choice. */
  readonly verdict?: Verdict | undefined;
  readonly reason: string;
  readonly weighed: readonly string[];
  /** To whom a question would go; as typed, so its day may be none yet. */
  readonly asked?: Asking | undefined;
  /** How many reviews of this flag the person had given when it was typed. */
  readonly ownReviews: number;
  /** When it was typed, which may be long before it reached us: the newer typing stands. */
  readonly typedAt: Date;
  /** It was given and could not count any more: the flag, or the person's rights, had changed. */
  readonly cameBack?: boolean | undefined;
}

/** Whose draft, and of which flag. */
export interface DraftOwner {
  readonly userId: string;
  readonly flagId: string;
}

/** Without a word more, a draft is forgotten: leave of two weeks does not cost a reason. */
export const DRAFT_KEPT_MS = 14 * DAY_MS;

/** A verdict ends what its person typed before it, however late that arrives: no clock is asked. */
export function isEndedByVerdict({ ownReviews }: Draft, userId: string, reviews: readonly Review[]): boolean {
  return reviews.filter((review) => review.reviewerId === userId).length > ownReviews;
}

/** What was typed with another draft in sight is newer than that one, however long it was on its way. */
export function typedAtOf(given: { now: Date; typedMsAgo: number; basedOn: Date | undefined }): Date {
  const { now, typedMsAgo, basedOn } = given;
  return new Date(Math.max(now.getTime() - typedMsAgo, basedOn ? basedOn.getTime() + 1 : 0));
}
