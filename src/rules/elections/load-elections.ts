import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { canonicalHash } from '../../domain/canonical-json.js';
import type { Election } from '../../domain/election.js';
import { type FileIssue, FileIssuesError } from '../../domain/errors.js';
import { ELECTION_FAULTS } from '../../words/rules/elections.js';
import { sayError } from '../../words/say.js';
import type { YamlFile } from '../files/yaml-file.js';
import { isYamlName } from '../files/yaml-name.js';
import { clashes } from './clashes.js';
import type { CompiledElections } from './compiled-election.js';
import type { ElectionFile } from './election-schema.js';
import { checkElectionFile, electionOf, readElectionFile } from './parse-election.js';

export interface LoadedElections {
  /** Sorted by id. */
  readonly elections: readonly Election[];
  /** The same in the words of their files. */
  readonly files: readonly ElectionFile[];
  /** `sha256:…` of what the files say; file names, their order, comments and layout do not change it. */
  readonly hash: string;
}

export interface LoadOptions {
  /** Where to keep and find what good files said; a checker leaves it out and reads every file anew. */
  readonly compiled?: CompiledElections | undefined;
  /** A checker reads every text itself. */
  readonly isCheck?: boolean | undefined;
}

/**
 * Reads every `.yaml` and `.yml` of a folder; an empty one is a house before its first election. Throws
 * `FileIssuesError` with all faults of all files, so that a broken file never gives half a set.
 */
export async function loadElections(dir: string, options: LoadOptions = {}): Promise<LoadedElections> {
  const { elections, files, hash, issues } = await readElectionFolder(dir, options);
  if (issues.length > 0) throw new FileIssuesError(issues);
  return { elections, files, hash };
}

export interface ElectionFolder extends LoadedElections {
  readonly issues: readonly FileIssue[];
  /** What lies beside them and is not read. */
  readonly passedOver: readonly string[];
}

/** The same, whole or not: what could be read and every fault. */
export async function readElectionFolder(dir: string, options: LoadOptions = {}): Promise<ElectionFolder> {
  const { names, passedOver, issues } = await electionFiles(dir);
  const read = await Promise.all(
    names.map(async (name) => {
      const path = join(dir, name);
      return { path, file: readElection(path, await readFile(path), options) };
    }),
  );
  for (const { file } of read) if (!file.ok) issues.push(...file.issues);
  const parsed = read.flatMap(({ path, file }) =>
    file.ok ? [{ path, said: file.value, hash: file.hash, election: electionOf(file.value) }] : [],
  );
  issues.push(...clashes(parsed));
  parsed.sort((a, b) => (a.election.id < b.election.id ? -1 : 1));
  return {
    elections: parsed.map(({ election }) => election),
    files: parsed.map(({ said }) => said),
    hash: canonicalHash(parsed.map(({ hash }) => hash).sort()),
    issues,
    passedOver,
  };
}

function readElection(
  path: string,
  source: Uint8Array,
  { compiled, isCheck = false }: LoadOptions,
): YamlFile<ElectionFile> {
  const known = compiled?.find(path, source);
  if (known) return { ok: true, value: known.value, hash: known.hash };
  const file = isCheck ? checkElectionFile(path, source) : readElectionFile(path, source);
  if (file.ok) compiled?.keep(path, source, file);
  return file;
}

async function electionFiles(dir: string): Promise<{ names: string[]; passedOver: string[]; issues: FileIssue[] }> {
  try {
    const all = (await readdir(dir)).sort();
    const names = all.filter(isYamlName);
    const others = all.filter((name) => !names.includes(name));
    return { names, passedOver: others.map((name) => join(basename(dir), name)), issues: [] };
  } catch {
    const issue = fault(dir, ...sayError(ELECTION_FAULTS.noFolder, 'id'));
    return { names: [], passedOver: [], issues: [issue] };
  }
}

function fault(path: string, problem: string, hint: string): FileIssue {
  return { path, line: 1, column: 1, problem, hint };
}
