import type { Screener } from '../domain/screening.js';
import { createScreener } from './engine/screener.js';
import { loadFiles, type RuleFiles, type SetFolders } from './load-files.js';

/** One whole set, ready to judge, and all that it was made from. */
export interface LoadedSet extends Omit<RuleFiles, 'electionsHash'> {
  readonly screener: Screener;
}

/** Reads a set from its files, samples aside: they judge nothing. Throws `FileIssuesError` with every fault. */
export async function loadSet(folders: SetFolders): Promise<LoadedSet> {
  const { ruleSet, elections, electionsHash, electionFiles } = await loadFiles({ ...folders, withSamples: false });
  const screener = createScreener({ ...ruleSet, elections, electionsHash });
  return { screener, ruleSet, elections, electionFiles };
}
