/** What came of looking at one post by its link. A wall is a fact; silence is never read as innocence or guilt. */
export const POST_OUTCOMES = [
  'seen',
  'wall',
  'private',
  'gone',
  'ambiguous',
  'age',
  'place',
  'rate_limited',
  'bot_challenge',
  'own_side',
] as const;
export type PostOutcome = (typeof POST_OUTCOMES)[number];

/** What of these is said of the post itself; the others say only why nothing is known of it. */
export const POST_FACTS = ['seen', 'private', 'gone', 'age', 'place'] as const satisfies readonly PostOutcome[];

/** One thing that was noticed, and where. `marker` is a line of a platform's table. */
export interface PostProof {
  readonly marker: string;
  /** By which way it was noticed: two proofs by one way are alike. */
  readonly way: string;
  readonly host: string;
  readonly status?: number | undefined;
  /** What it may mean: one outcome, several where it cannot tell them apart, none where it tells nothing. */
  readonly means: readonly PostOutcome[];
  /** Recalled or derived, not read in a source: decides nothing of a post alone. */
  readonly isUnverified?: true | undefined;
  /** How long the host asked to be left alone. */
  readonly retryAfterMs?: number | undefined;
}

/** From where was looked. A place, a language or an age may be shown what another is not. */
export interface Vantage {
  readonly at: string;
  readonly agent: string;
  readonly language: string;
  readonly zone: string;
  readonly family: 'ipv4' | 'ipv6' | undefined;
}

/** What may be kept of a post that may be read. Bounded; no name of a person besides the account's own. */
export interface PostContent {
  readonly kind: 'post' | 'page';
  readonly text: string;
  readonly author: { readonly id?: string | undefined; readonly handle?: string | undefined };
  readonly publishedAt?: string | undefined;
  /** What their author says of its pictures and films, in order. */
  readonly media: readonly { readonly text: string }[];
}

export interface PostReading {
  readonly outcome: PostOutcome;
  /** `shown`: the platform lets it be shown, not read, so the sealed picture is all. `not_asked`: nothing was sent. */
  readonly by: 'read' | 'shown' | 'not_asked';
  readonly post?: PostContent | undefined;
  readonly proofs: readonly PostProof[];
  readonly vantage: Vantage;
}
