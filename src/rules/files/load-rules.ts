import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { z } from 'zod';
import { type FileIssue, FileIssuesError } from '../../domain/errors.js';
import { type Misreference, misreferences, strayLexicons } from './rule-references.js';
import { clausesSchema, type Lexicon, lexiconSchema, ruleSchema, samplesSchema, slangSchema } from './rule-schema.js';
import { hashOfRules, type LoadedRule, type RuleSet } from './rule-set.js';
import { readYamlFile, type YamlTree } from './yaml-file.js';

const NOT_RULES = new Set(['elections', 'schema', 'lexicon', 'recipes']);
const SLANG_FILE = 'slang.yaml';
const CLAUSES_FILE = 'clauses.yaml';
const SAMPLES_SUFFIX = '.samples.yaml';

export interface LoadRulesOptions {
  /** Samples prove a rule and take half of the reading time; screening does not look at them. */
  readonly withSamples?: boolean | undefined;
}

/** All that a folder of rules says, whole or not. */
export interface RuleFolder {
  /** What could be read: the whole set only where there are no issues. */
  readonly found: Omit<RuleSet, 'hash'>;
  readonly issues: readonly FileIssue[];
  /** Rule files and word lists by what they say, also those with faults of shape. */
  readonly files: readonly ReadFile[];
}

export interface ReadFile extends YamlTree {
  readonly path: string;
}

/**
 * Reads every rule, sample, lexicon and clause of a folder. Throws `FileIssuesError` with the faults of all files,
 * so that a rule set is taken whole or not at all.
 */
export async function loadRules(dir: string, options: LoadRulesOptions = {}): Promise<RuleSet> {
  const { found, issues } = await readRuleFolder(dir, options);
  if (issues.length > 0) throw new FileIssuesError(issues);
  return { ...found, hash: hashOfRules(found) };
}

/** Reads as much as can be read, and every fault: what `rules check` shows in one run. */
export async function readRuleFolder(dir: string, { withSamples = true }: LoadRulesOptions = {}): Promise<RuleFolder> {
  const reader = new FolderReader(dir, withSamples);
  const [ruleFiles, listFiles] = await Promise.all([reader.ruleFiles(), reader.yamlFiles('lexicon')]);
  const lexiconFiles = listFiles.filter((path) => basename(path) !== SLANG_FILE);
  const [rules, clauses, lists, slang] = await Promise.all([
    Promise.all(ruleFiles.map((path) => reader.rule(path))),
    reader.read(join(dir, CLAUSES_FILE), clausesSchema),
    Promise.all(lexiconFiles.map((path) => reader.lexicon(path))),
    reader.read(join(dir, 'lexicon', SLANG_FILE), slangSchema),
  ]);
  const lexicons = lists.filter((list) => list !== undefined);
  const files = reader.filesAt([...ruleFiles, ...lexiconFiles]);
  const pointing = misreferences({
    rules: reader.filesAt(ruleFiles).map(({ path, raw }) => ({ path, raw, subject: reader.subjectOf(path) })),
    lexicons: lexiconFiles.map((path) => basename(path, '.yaml')),
    items: clauses?.map((clause) => clause.item),
  });
  const found = {
    rules: rules.filter((r) => r !== undefined).sort((a, b) => compare(a.written.id, b.written.id)),
    clauses: [...(clauses ?? [])].sort((a, b) => compare(a.item, b.item)),
    lexicons: lexicons.map(({ lexicon }) => lexicon).sort((a, b) => compare(a.id, b.id)),
    slang: slangOf(slang ?? {}),
  };
  const strays = strayLexicons(lexicons.map(({ path, lexicon }) => ({ path, id: lexicon.id })));
  const issues = [...reader.issues, ...[...pointing, ...strays].map((fault) => reader.locate(fault))];
  return { found, issues: issues.sort(byPlace), files };
}

/** The file lists forms under the plain words; lookup goes the other way. */
function slangOf(byPlain: Record<string, string[]>): Map<string, readonly string[]> {
  const slang = new Map<string, readonly string[]>();
  for (const plain of Object.keys(byPlain).sort(compare)) {
    for (const form of byPlain[plain]!) if (!slang.has(form)) slang.set(form, plain.split(' '));
  }
  return slang;
}

class FolderReader {
  readonly issues: FileIssue[] = [];
  readonly #trees = new Map<string, ReadFile>();
  readonly #dir: string;
  readonly #withSamples: boolean;

  constructor(dir: string, withSamples: boolean) {
    this.#dir = dir;
    this.#withSamples = withSamples;
  }

  async ruleFiles(): Promise<string[]> {
    const folders = await this.#list(this.#dir);
    const subjects = folders.filter((e) => e.isDirectory() && !NOT_RULES.has(e.name)).map((e) => e.name);
    const files = await Promise.all(subjects.map((s) => this.yamlFiles(s)));
    return files.flat().filter((path) => !path.endsWith(SAMPLES_SUFFIX));
  }

  async yamlFiles(folder: string): Promise<string[]> {
    const entries = await this.#list(join(this.#dir, folder));
    const files = entries.filter((e) => e.isFile() && e.name.endsWith('.yaml') && !e.name.startsWith('.'));
    return files.map((e) => join(this.#dir, folder, e.name)).sort(compare);
  }

  async rule(path: string): Promise<LoadedRule | undefined> {
    const samplesPath = path.replace(/\.yaml$/, SAMPLES_SUFFIX);
    const [rule, samples] = await Promise.all([
      this.read(path, ruleSchema),
      this.#withSamples ? this.read(samplesPath, samplesSchema) : undefined,
    ]);
    if (rule === undefined) return undefined;
    return { written: rule, subject: this.subjectOf(path), path, samples, samplesPath };
  }

  async lexicon(path: string): Promise<{ path: string; lexicon: Lexicon } | undefined> {
    const lexicon = await this.read(path, lexiconSchema);
    return lexicon && { path, lexicon };
  }

  /** The folder that a rule lies in. */
  subjectOf(path: string): string {
    return relative(this.#dir, path).split(sep)[0]!;
  }

  filesAt(paths: readonly string[]): ReadFile[] {
    return paths.flatMap((path) => this.#trees.get(path) ?? []);
  }

  async read<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S> | undefined> {
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch {
      this.#report(path, 'Berkas tidak ada atau tidak dapat dibaca', 'buat berkasnya; lihat rules/README.md');
      return undefined;
    }
    const file = readYamlFile(path, bytes, schema);
    this.#trees.set(path, { path, raw: file.raw, placeOf: file.placeOf });
    if (file.ok) return file.value;
    this.issues.push(...file.issues);
    return undefined;
  }

  locate({ path, at, problem, hint }: Misreference): FileIssue {
    return { path, ...this.#trees.get(path)!.placeOf(at), problem, hint };
  }

  async #list(dir: string) {
    try {
      return await readdir(dir, { withFileTypes: true });
    } catch {
      this.#report(dir, 'Folder tidak ada atau tidak dapat dibaca', 'periksa --rules');
      return [];
    }
  }

  #report(path: string, problem: string, hint: string): void {
    this.issues.push({ path, line: 1, column: 1, problem, hint });
  }
}

function byPlace(a: FileIssue, b: FileIssue): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
