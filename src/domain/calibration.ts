import { DAY_MS } from './days.js';
import type { Flag } from './flag.js';
import { standingOf } from './standing.js';
import { type CountedAs, countsFor, settles, type Verdict } from './verdict.js';

/** A decided flag whose agreed verdict is asked for once more, of people who do not know it: to calibrate, not to decide. */
export interface GoldenFlag {
  readonly flagId: string;
  readonly officeCode: string;
  readonly answer: CountedAs;
  readonly by: string;
  readonly at: Date;
}

/** The question of a golden flag before one person. It is no decision on anybody, and no flag: only its person finds it. */
export interface Calibration {
  /** Like a flag's, and none's. */
  readonly id: string;
  readonly flagId: string;
  readonly userId: string;
  readonly officeCode: string;
  /** Of the golden flag, each once. */
  readonly rules: readonly string[];
  readonly answer: CountedAs;
  readonly begunAt: Date;
  /** Up to when it stands among what its person has in hand. */
  readonly heldUntil: Date;
  /** What its person answered, once. */
  readonly said?: Verdict | undefined;
  readonly saidAt?: Date | undefined;
}

/** How golden flags are answered, by flag. */
export interface GoldenCount {
  readonly answered: number;
  readonly agreed: number;
}

/** One of this many next flags, as far as there are golden ones that a person has not seen. */
export const CALIBRATE_EVERY = 20;

/** So long somebody's act may be shown once more after it was chosen; answers are kept no longer either. */
export const GOLDEN_MS = 180 * DAY_MS;

/** Two people said the same, neither having seen the other, and nobody ever said anything else. */
export function goldenAnswerOf({
  state,
  reviews,
  pending,
}: Pick<Flag, 'state' | 'reviews' | 'pending'>): CountedAs | undefined {
  const standing = standingOf(reviews);
  if (state !== 'decided' || pending || standing.as !== 'agreed') return undefined;
  const isDisputed = reviews.some(({ verdict }) => settles(verdict) && verdict !== standing.verdict);
  return isDisputed ? undefined : countsFor(standing.verdict);
}

/** A flag's id is its act's; only the question of a golden flag has another. */
export function isCopy({ id, activityId }: Pick<Flag, 'id' | 'activityId'>): boolean {
  return id !== activityId;
}

/** Of sealing and opening. */
const VERSION_WHEN_OPENED = 2;

/** As it stood when it opened: nothing of what was said of it since. */
export function toCopy(flag: Flag, { id, userId, heldUntil, said }: Calibration): Flag {
  const { claim: _claim, assigned: _whose, question: _question, pending: _pending, reviews: _said, ...marked } = flag;
  const asked = { ...marked, id, version: VERSION_WHEN_OPENED, reviews: [] };
  if (said) return { ...asked, state: 'decided' };
  return { ...asked, state: 'open', claim: { by: userId, until: heldUntil } };
}

/** Fewer than this many people say nothing of a golden flag. */
const MIN_ANSWERS = 3;

/** Most people read it otherwise: then its verdict may be wrong, and that is somebody's. */
export function isToReadAgain({ answered, agreed }: GoldenCount): boolean {
  return answered >= MIN_ANSWERS && agreed * 2 < answered;
}

/** Of fewer it would tell what somebody answered. */
export function isTold({ answered }: GoldenCount): boolean {
  return answered >= MIN_ANSWERS;
}
