import type { Account, Office } from '../domain/account.js';
import type { Platform } from '../domain/platform.js';

/** An account as the registry writes it: the NIP arrives in clear and is sealed by the repository. */
export interface AccountDraft extends Omit<Account, 'id' | 'nipMasked' | 'externalId' | 'formerHandles'> {
  readonly nip: string;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface AccountRepository {
  /** Keyed by platform and handle (or external id once known); importing again updates, never doubles. */
  saveAll(drafts: readonly AccountDraft[]): Promise<ImportCounts>;
  find(id: string): Promise<Account | undefined>;
  findMany(ids: readonly string[]): Promise<Account[]>;
  /** `handle` in any spelling; former handles do not count. */
  findByHandle(platform: Platform, handle: string): Promise<Account | undefined>;
  /** All accounts in order of id; `after` for the next page. */
  list(options?: {
    platform?: Platform;
    officeCodes?: readonly string[];
    after?: string;
    limit?: number;
  }): Promise<Account[]>;
  count(): Promise<number>;
  /** Accounts whose next visit is due at `now`, longest overdue first. */
  listDue(options: { platform: Platform; now: Date; limit: number }): Promise<{ id: string; cursor?: string }[]>;
  /** What a visit left behind: where to go on, and when to come again. */
  recordVisit(id: string, visit: { cursor?: string; nextVisitAt: Date; at: Date }): Promise<void>;
  findCursor(id: string): Promise<string | undefined>;
  /** Learns the unchanging id, or a new handle under it (the old one joins `formerHandles`). */
  recordIdentity(id: string, identity: { externalId: string; handle: string }): Promise<{ wasRenamed: boolean }>;
}

export interface OfficeRepository {
  saveAll(offices: readonly Office[]): Promise<ImportCounts>;
  find(code: string): Promise<Office | undefined>;
  list(): Promise<Office[]>;
  /** The codes given and those of every office below them. */
  withDescendants(codes: readonly string[]): Promise<string[]>;
}
