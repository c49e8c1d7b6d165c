import { DAY_MS } from './days.js';
import type { Flag } from './flag.js';
import { decidersOf, standingOf } from './standing.js';

/**
 * What somebody is told: `contrary`, `settled`: of a flag on which they gave a verdict; `mentioned`: by name, in a remark;
 * `assigned`: it is their work; `asked`, `answered`, `late`, `gone`: of a question.
 */
export const NOTICE_KINDS = [
  'contrary',
  'settled',
  'mentioned',
  'assigned',
  'asked',
  'answered',
  'late',
  'gone',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Leads to a flag and says nothing of what stands there. */
export interface Notice {
  /** The same for the same thing told to the same person. */
  readonly id: string;
  readonly userId: string;
  readonly kind: NoticeKind;
  readonly flagId: string;
  readonly at: Date;
  readonly isRead: boolean;
}

/** Nobody looks for what they were told a season ago. */
export const NOTICE_KEPT_MS = 90 * DAY_MS;

/** Of a flag as its last review left it: whoever gave one of its verdicts hears when they become contrary, and when that ends. */
export function noticesOfVerdict(flag: Pick<Flag, 'id' | 'version' | 'reviews'>): Notice[] {
  const last = flag.reviews.at(-1);
  const now = standingOf(flag.reviews).as;
  const before = standingOf(flag.reviews.slice(0, -1)).as;
  const kind = now === 'contrary' && before !== 'contrary' ? 'contrary' : now === 'settled' ? 'settled' : undefined;
  if (!last || !kind || now === before) return [];
  const told = decidersOf(flag.reviews).filter((id) => kind === 'contrary' || id !== last.reviewerId);
  return told.map((userId) => noticeTo(userId, kind, { flagId: flag.id, at: last.at, of: String(flag.version) }));
}

/** To those that a question goes to, but whoever asks. */
export function noticesOfQuestion({ id, question }: Pick<Flag, 'id' | 'question'>, to: readonly string[]): Notice[] {
  if (!question) return [];
  const { by, at } = question;
  const others = to.filter((userId) => userId !== by);
  return others.map((userId) => noticeTo(userId, 'asked', { flagId: id, at, of: String(at.getTime()) }));
}

/** `of`: what it tells of, so that telling it again tells nothing new. */
export function noticeTo(
  userId: string,
  kind: NoticeKind,
  { flagId, at, of }: { flagId: string; at: Date; of: string },
): Notice {
  return { id: `${userId}:${flagId}:${kind}:${of}`, userId, kind, flagId, at, isRead: false };
}
