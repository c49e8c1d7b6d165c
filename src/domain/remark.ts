import { isToSettle, mayReadQuestion, reviewsFor } from './blind-review.js';
import type { Flag, Review } from './flag.js';
import { decidersOf } from './standing.js';
import { normaliseUsername, type User } from './user.js';
import { settles } from './verdict.js';

/** What a colleague wrote on a flag, for all who may open it. It decides nothing, and is never changed. */
export interface Remark {
  /** Among those of its person on its flag. */
  readonly id: string;
  readonly flagId: string;
  readonly by: string;
  readonly at: Date;
  /** It answers the question of that time. */
  readonly isAnswer?: boolean | undefined;
  /** Absent where it does not open with the key in use. */
  readonly text?: string | undefined;
}

export const MAX_REMARK_LENGTH = 2_000;
/** Of one flag: more are not read. */
export const MAX_REMARKS = 200;
/** Of one remark: whoever calls all of them calls nobody. */
export const MAX_MENTIONS = 10;

type Named = Pick<User, 'username'>;

export interface Mentions<Person> {
  /** Each once. */
  readonly people: readonly Person[];
  /** Names that none of these people has. */
  readonly unknown: readonly string[];
}

const MENTION = /(?<![\w.@-])@([a-z0-9._-]{3,65})/gi;

/** `@username` in a text, of those who may be called. An address of mail is no call, nor is what ends the sentence. */
export function mentionsIn<Person extends Named>(text: string, people: readonly Person[]): Mentions<Person> {
  const byName = new Map(people.map((person) => [normaliseUsername(person.username), person]));
  const called = new Map<string, Person>();
  const unknown = new Set<string>();
  for (const [, name = ''] of text.matchAll(MENTION)) {
    const whole = normaliseUsername(name);
    const person = byName.get(whole) ?? byName.get(whole.replace(/[._-]+$/, ''));
    if (person) called.set(person.username, person);
    else unknown.add(whole);
  }
  return { people: [...called.values()], unknown: [...unknown] };
}

export interface VisibleRemarks {
  readonly shown: readonly Remark[];
  /** How many are held back until this person has decided. */
  readonly hidden: number;
  /** Whose they are is held back as well, but for one's own. */
  readonly isNameless: boolean;
}

/**
 * As with verdicts: whoever is to decide without leaning on somebody reads nothing of who has decided, and nothing that
 * was written in sight of that decision, but answers of others to a question that they may read: it was asked to be decided by
 * them. Whoever settles between two reads no remark of others: any may tell who they are.
 */
export function remarksFor(
  flag: Pick<Flag, 'state' | 'reviews'>,
  user: Pick<User, 'id' | 'role'>,
  remarks: readonly Remark[],
): VisibleRemarks {
  if (isToSettle(flag, user)) return parted(remarks, ({ by }) => by === user.id);
  if (!reviewsFor(flag, user).isBlind) return { shown: remarks, hidden: 0, isNameless: false };
  const deciders = decidersOf(flag.reviews);
  const first = firstVerdict(flag.reviews)?.at;
  const isBefore = ({ at }: Remark) => first === undefined || at < first;
  const isFree = (one: Remark) => (one.isAnswer === true && mayReadAnswered(flag, user, one)) || isBefore(one);
  return parted(remarks, (one) => one.by === user.id || (!deciders.includes(one.by) && isFree(one)));
}

function parted(remarks: readonly Remark[], isShown: (remark: Remark) => boolean): VisibleRemarks {
  const shown = remarks.filter(isShown);
  return { shown, hidden: remarks.length - shown.length, isNameless: true };
}

/** The next review ends a question: an answer is to the last one before it. */
function mayReadAnswered(flag: Pick<Flag, 'reviews'>, user: Pick<User, 'id' | 'role'>, { at }: Remark): boolean {
  const asked = flag.reviews.findLast((review) => !settles(review.verdict) && review.at <= at);
  return asked !== undefined && mayReadQuestion(flag, { by: asked.reviewerId, at: asked.at }, user);
}

function firstVerdict(reviews: readonly Review[]): Review | undefined {
  return reviews.find(({ verdict }) => settles(verdict));
}
