import type { Account } from '../domain/account.js';
import type { NipSeal } from './sealed-nip.js';

/** An account as the registry writes it: the NIP arrives in clear and is sealed by the repository. */
export interface AccountDraft extends Omit<Account, 'id' | 'nipMasked' | 'externalId' | 'formerHandles'> {
  readonly nip: string;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** A draft that would give a watched account to another person. */
export interface TakenOver {
  readonly index: number;
  readonly heldBy: string;
  /** No key held here opens the holder's NIP: name and last digits are all there is to compare. */
  readonly isClosed: boolean;
}

export interface AccountDeps {
  readonly hashKey: Buffer;
  readonly nipSeal: NipSeal;
}
