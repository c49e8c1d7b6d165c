import { join } from 'node:path';
import { type FileIssue, FileIssuesError } from '../domain/errors.js';
import type { Screener } from '../domain/screening.js';
import { type CompiledElections, compiledElectionsIn } from './elections/compiled-election.js';
import type { ElectionFile } from './elections/election-schema.js';
import { type LoadedElections, type LoadOptions, loadElections } from './elections/load-elections.js';
import { createScreener } from './engine/screener.js';
import { type LoadRulesOptions, loadRules } from './files/load-rules.js';
import type { RuleSet } from './files/rule-set.js';

export interface SetFolders {
  readonly rulesDir: string;
  /** Default: `elections/` in the rules folder. */
  readonly electionsDir?: string;
  /** Where parsed election files are kept, so that a process starts in a blink; none by default. */
  readonly cacheDir?: string;
}

/** One whole set, ready to judge, and all that it was made from. */
export interface LoadedSet {
  readonly screener: Screener;
  readonly rules: RuleSet;
  /** In the words of the files; their order does not matter. */
  readonly electionFiles: readonly ElectionFile[];
}

/** Reads a set from its files, samples aside: they judge nothing. Throws `FileIssuesError` with every fault. */
export async function loadSet({
  rulesDir,
  electionsDir = join(rulesDir, 'elections'),
  cacheDir,
}: SetFolders): Promise<LoadedSet> {
  const { compiled, read } = recording(cacheDir === undefined ? undefined : compiledElectionsIn(cacheDir));
  const { rules, elections, hash } = await loadFiles({ rulesDir, electionsDir, compiled, withSamples: false });
  const screener = createScreener({ ...rules, elections, electionsHash: hash });
  return { screener, rules, electionFiles: [...read.values()] };
}

export interface LoadFilesOptions extends LoadRulesOptions, LoadOptions {
  readonly rulesDir: string;
  readonly electionsDir: string;
}

/** Rules and elections; throws `FileIssuesError` with the faults of both, so that one round mends all. */
export async function loadFiles(options: LoadFilesOptions): Promise<{ readonly rules: RuleSet } & LoadedElections> {
  const [rules, elections] = await Promise.allSettled([
    loadRules(options.rulesDir, options),
    loadElections(options.electionsDir, options),
  ]);
  const issues: FileIssue[] = [];
  for (const outcome of [rules, elections]) {
    if (outcome.status === 'fulfilled') continue;
    if (!(outcome.reason instanceof FileIssuesError)) throw outcome.reason;
    issues.push(...outcome.reason.issues);
  }
  if (rules.status === 'rejected' || elections.status === 'rejected') throw new FileIssuesError(issues);
  return { rules: rules.value, ...elections.value };
}

/** Passes on to a cache, if there is one, and remembers what each file said. */
function recording(cache: CompiledElections | undefined): {
  compiled: CompiledElections;
  read: ReadonlyMap<string, ElectionFile>;
} {
  const read = new Map<string, ElectionFile>();
  const compiled: CompiledElections = {
    find(path, source) {
      const found = cache?.find(path, source);
      if (found) read.set(path, found.value);
      return found;
    },
    keep(path, source, file) {
      read.set(path, file.value);
      cache?.keep(path, source, file);
    },
  };
  return { compiled, read };
}
