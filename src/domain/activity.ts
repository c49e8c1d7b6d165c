import type { UnwrittenTime } from './act-time.js';
import type { BoxedWord } from './picture.js';
import type { ActivityKind, Platform } from './platform.js';

/** What stands at the target's address where it is neither an account nor a post. */
export const TARGET_FORMS = ['link', 'feed', 'list', 'starter_pack', 'labeler', 'other'] as const;
export type TargetForm = (typeof TARGET_FORMS)[number];

/** What an act is aimed at: the liked or shared post, the account followed, the post replied to. */
export interface ActivityTarget {
  readonly account?: { readonly platform: Platform; readonly handle: string };
  readonly text?: string;
  readonly url?: string;
  readonly form?: TargetForm;
  /** What the act shares besides: an answer may quote, and a quote may carry a link. Judged like the main one. */
  readonly quoted?: ActivityTarget;
}

/** Whom it answers, what it quotes, and a link's card: no act has more. Whoever reads targets from outside holds this. */
export const MAX_AIMS = 3;

/** The target and what it quotes, each of them, the main one first. */
export function aimsOf(target: ActivityTarget | undefined): readonly ActivityTarget[] {
  return target === undefined ? [] : [target, ...aimsOf(target.quoted)];
}

/** Text that comes with a picture: the author's description, or, with `picture`, what a machine read off it. */
export interface ActivityMedia {
  readonly text?: string;
  readonly url?: string;
  readonly picture?: ReadPicture | undefined;
}

/**
 * A picture that was read. What stands on a poster are its maker's words: whoever shows it is judged as whoever shares
 * what it says.
 */
export interface ReadPicture {
  /** SHA-256, hex, of the picture as it came. */
  readonly sha256: string;
  /** Where each word of `text` stands. */
  readonly words: readonly BoxedWord[];
  /** Of which ticket it is a registered campaign picture: `contest/number`. */
  readonly poster?: string | undefined;
}

/** One public act as an adapter read it, before it is tied to a registered account. Immutable. */
export interface CollectedActivity {
  readonly kind: ActivityKind;
  /** The platform's own name of the act: an `at://` address, a permalink, a line's id. Unique on its platform. */
  readonly externalId: string;
  readonly text: string;
  readonly publishedAt: Date;
  /** Absent where `publishedAt` is the date written on the act. */
  readonly publishedAtSource?: UnwrittenTime;
  /** Where a person can see it. */
  readonly url?: string;
  readonly target?: ActivityTarget;
  readonly media?: readonly ActivityMedia[];
  /** Addresses of its pictures, for whoever reads what stands on them. On its way alone: no part of the act, never stored. */
  readonly pictures?: readonly string[] | undefined;
}

/** How the act came to us: read on its platform, in a file that people brought, reported, or found on patrol. */
export type Source = Platform | 'import' | BroughtSource;

/** A person brought one act, and a named person found it true. */
export const BROUGHT_SOURCES = ['report', 'finding'] as const;
export type BroughtSource = (typeof BROUGHT_SOURCES)[number];

export function isBrought(source: Source): source is BroughtSource {
  return BROUGHT_SOURCES.some((brought) => brought === source);
}

/**
 * One public act of a registered account as seen once. `id` is a keyed hash of platform, external id and content,
 * so that seeing the same content again is the same activity, and an edited post is a new one.
 */
export interface Activity extends CollectedActivity {
  readonly id: string;
  readonly accountId: string;
  readonly platform: Platform;
  readonly source: Source;
  readonly collectedAt: Date;
}

/** Stands for each character of what is not kept: offsets stay right. */
export const MASKED = '•';

/** No text is longer than this in storage or screening, in UTF-16 units; the rest is cut and counted. */
export const MAX_TEXT_LENGTH = 100_000;

/**
 * What rules read of one act in one pass, all its texts together, in UTF-16 units: as long as the longest post of X. A
 * text that was written to cost most takes 1.5 us a unit, so that no act holds its process for longer than 50 ms.
 */
export const MAX_READ_LENGTH = 25_000;

/** All texts of an act together, in UTF-16 units. */
export function lettersOf({ text, target, media = [] }: Pick<CollectedActivity, 'text' | 'target' | 'media'>): number {
  let letters = text.length;
  for (const { text = '' } of media) letters += text.length;
  for (let aim = target; aim !== undefined; aim = aim.quoted) letters += aim.text?.length ?? 0;
  return letters;
}

/** What rules read of an act. */
export type JudgedContent = Pick<Activity, 'id' | 'kind' | 'text' | 'publishedAt' | 'target' | 'media'>;
