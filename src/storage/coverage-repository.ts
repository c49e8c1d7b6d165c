import type { CoverageEntry, CoverageSummary } from '../domain/coverage.js';

export interface CoverageRepository {
  /** One line an account × signal × day; a later visit on the same day replaces it, keeping the best seen. */
  record(entries: readonly CoverageEntry[]): Promise<void>;
  summarise(options: { day: string; officeCodes?: readonly string[] }): Promise<CoverageSummary>;
  listForAccount(accountId: string, day: string): Promise<CoverageEntry[]>;
}
