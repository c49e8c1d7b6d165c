import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalHash } from '../../domain/canonical-json.js';
import type { Contest, Election } from '../../domain/election.js';
import { type FileIssue, FileIssuesError } from '../../domain/errors.js';
import { quoted } from '../files/quoted.js';
import type { YamlFile } from '../files/yaml-file.js';
import type { CompiledElections } from './compiled-election.js';
import { checkElectionFile, electionOf } from './parse-election.js';

export interface LoadedElections {
  /** Sorted by id. */
  readonly elections: readonly Election[];
  /** `sha256:…` of what the files say; file names, their order, comments and layout do not change it. */
  readonly hash: string;
}

export interface LoadOptions {
  /** Where to keep and find what good files said; a checker leaves it out and reads every file anew. */
  readonly compiled?: CompiledElections;
}

/**
 * Reads every `.yaml` and `.yml` of a folder. Throws `FileIssuesError` with all faults of all files, so that a broken
 * file never gives half a set; a folder without files is a fault too, since nothing would ever be marked.
 */
export async function loadElections(dir: string, options: LoadOptions = {}): Promise<LoadedElections> {
  const names = await electionFiles(dir);
  const read = await Promise.all(
    names.map(async (name) => {
      const path = join(dir, name);
      return { path, file: readElection(path, await readFile(path), options.compiled) };
    }),
  );
  const issues = read.flatMap(({ file }) => (file.ok ? [] : file.issues));
  const parsed = read.flatMap(({ path, file }) => (file.ok ? [{ path, election: file.value, hash: file.hash }] : []));
  issues.push(...clashes(parsed));
  if (issues.length > 0) throw new FileIssuesError(issues);
  const hash = canonicalHash(parsed.map((file) => file.hash).sort());
  return { elections: parsed.map((file) => file.election).sort((a, b) => (a.id < b.id ? -1 : 1)), hash };
}

function readElection(path: string, source: Uint8Array, compiled?: CompiledElections): YamlFile<Election> {
  const known = compiled?.find(path, source);
  if (known) return { ok: true, value: electionOf(known.value), hash: known.hash };
  const file = checkElectionFile(path, source);
  if (!file.ok) return file;
  compiled?.keep(path, source, file);
  return { ...file, value: electionOf(file.value) };
}

async function electionFiles(dir: string): Promise<string[]> {
  const fail = (problem: string, hint: string) =>
    new FileIssuesError([{ path: dir, line: 1, column: 1, problem, hint }]);
  let names: string[];
  try {
    names = await readdir(dir);
  } catch {
    throw fail('Folder pemilihan tidak dapat dibaca', 'periksa nama folder dan hak bacanya');
  }
  const files = names.filter((name) => /^[^.].*\.ya?ml$/.test(name)).sort();
  if (files.length === 0) throw fail('Folder pemilihan kosong', 'tambahkan berkas seperti docs/elections.md');
  return files;
}

interface ParsedFile {
  readonly path: string;
  readonly election: Election;
}

/**
 * Ids that two files share. A contest id may come again in another election, since every act is judged by its own
 * day, but never on the same day: `pilpres/1` would then mean two pairs.
 */
function clashes(files: readonly ParsedFile[]): FileIssue[] {
  const electionIds = new Map<string, string>();
  const contests = new Map<string, { contest: Contest; path: string }[]>();
  const issues: FileIssue[] = [];
  for (const { path, election } of files) {
    const other = electionIds.get(election.id);
    if (other) issues.push(clash(path, `Id pemilihan ${quoted(election.id)} sudah dipakai di ${other}`));
    else electionIds.set(election.id, path);
    for (const contest of election.contests) {
      const namesakes = contests.get(contest.id) ?? [];
      const rival = namesakes.find((namesake) => namesake.path !== path && overlap(namesake.contest, contest));
      if (rival)
        issues.push(clash(path, `Id kontes ${quoted(contest.id)} pada masa yang sama sudah dipakai di ${rival.path}`));
      contests.set(contest.id, [...namesakes, { contest, path }]);
    }
  }
  return issues;
}

function clash(path: string, problem: string): FileIssue {
  return { path, line: 1, column: 1, problem, hint: 'beri id lain, misalnya dengan tahun di belakangnya' };
}

function overlap(a: Contest, b: Contest): boolean {
  return firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);
}

function firstDay({ stages }: Contest): string {
  return stages.map((span) => span.from).sort()[0]!;
}

/** A stage without an end, with none after it, lasts for ever. */
function lastDay({ stages }: Contest): string {
  return stages
    .map((span, i) => span.to ?? (i === stages.length - 1 ? '9999-12-31' : span.from))
    .sort()
    .at(-1)!;
}
