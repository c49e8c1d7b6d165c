import type { DraftOwner } from './draft.js';
import type { Given } from './flag.js';

/**
 * Given and not counting yet: no verdict, told to nobody. It lies on its flag, so that of undoing it and of making it a
 * verdict exactly one happens, and it holds the flag as a claim does, however long that takes.
 */
export interface PendingDecision extends DraftOwner {
  /** Of this giving of it: one that was undone and given again is another. */
  readonly id: string;
  /** The version of the flag that it was made on. */
  readonly seenVersion: number;
  readonly givenAt: Date;
  readonly countsFrom: Date;
  /** Given in one go with others, each on its own flag: of all of these the same, for they are undone as one. */
  readonly together?: string | undefined;
  /** The flag on whose page they were given. */
  readonly from?: string | undefined;
  /** `undefined` where it does not open with the key in use. */
  readonly given?: Pick<Given, 'verdict' | 'reason' | 'weighed' | 'asked'> | undefined;
}
