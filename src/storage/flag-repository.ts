import type { EvidenceSeal } from '../domain/evidence.js';
import type { Flag, FlagState, Review } from '../domain/flag.js';

/** A flag as the rules propose it: evidence comes before anyone looks. */
export type FlagDraft = Omit<Flag, 'state' | 'evidence' | 'openedAt' | 'version' | 'claim' | 'reviews'>;

export interface FlagFilter {
  /** Offices the caller may see, already with descendants; `undefined` means all. */
  readonly officeCodes?: readonly string[];
  readonly state?: FlagState;
  readonly kind?: string;
  readonly rule?: string;
}

export interface FlagCounts {
  readonly newFlags: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly decided: number;
}

export interface FlagRepository {
  /** Stores in `sealing` what has no flag yet; an activity never has two. Returns the ids that are new. */
  saveOnce(drafts: readonly FlagDraft[]): Promise<string[]>;
  find(id: string): Promise<Flag | undefined>;
  /** Seals the pack's hash into the flag and opens it. Repeating with a second pack changes nothing. */
  open(id: string, seal: EvidenceSeal, now: Date): Promise<{ wasOpened: boolean }>;
  /** Oldest act of waiting first; `cursor` from the page before. Never skips, never repeats. */
  listQueue(
    filter: FlagFilter,
    page: { limit: number; cursor?: string },
  ): Promise<{ flags: Flag[]; nextCursor?: string }>;
  /** Ids in `sealing` older than `before`: what a lost queue has to be told again. */
  listSealingIds(options: { before: Date; limit: number }): Promise<string[]>;
  /** Takes a flag for one reviewer; of several at once exactly one gets it. `undefined`: somebody else holds it. */
  claim(id: string, claim: { by: string; until: Date; now: Date }): Promise<Flag | undefined>;
  release(id: string, by: string): Promise<void>;
  /** The next open flag of the filter that nobody holds, claimed in the same step. */
  claimNext(
    filter: FlagFilter,
    claim: { by: string; until: Date; now: Date; after?: string },
  ): Promise<Flag | undefined>;
  /** Writes `decided` (from `decide` in the domain) if the stored version is still the one before it; else throws ChangedMeanwhileError. */
  saveDecision(decided: Flag, review: Review): Promise<void>;
  /** New and decided within [from, to); waiting and overdue as of `now`. */
  countForDigest(options: { officeCodes: readonly string[]; from: Date; to: Date; now: Date }): Promise<FlagCounts>;
  countByState(officeCodes?: readonly string[]): Promise<Record<FlagState, number>>;
  /** Marks per ticket, for the symmetry view: `contest/number` to count. */
  countByTicket(): Promise<Record<string, number>>;
}
