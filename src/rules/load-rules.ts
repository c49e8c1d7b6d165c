import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { z } from 'zod';
import { type FileIssue, FileIssuesError } from '../domain/errors.js';
import { type Misreference, misreferences, placeOf } from './rule-references.js';
import { clausesSchema, type Lexicon, lexiconSchema, ruleSchema, samplesSchema, slangSchema } from './rule-schema.js';
import { hashOfRules, type LoadedRule, type RuleSet } from './rule-set.js';
import { readYamlFile } from './yaml-file.js';

const NOT_RULES = new Set(['elections', 'schema', 'lexicon', 'recipes']);
const SLANG_FILE = 'slang.yaml';
const CLAUSES_FILE = 'clauses.yaml';
const SAMPLES_SUFFIX = '.samples.yaml';

export interface LoadRulesOptions {
  /** Samples prove a rule and take half of the reading time; screening does not look at them. */
  readonly withSamples?: boolean;
}

/**
 * Reads every rule, sample, lexicon and clause of a folder. Throws `FileIssuesError` with the faults of all files,
 * so that a rule set is taken whole or not at all.
 */
export async function loadRules(dir: string, { withSamples = true }: LoadRulesOptions = {}): Promise<RuleSet> {
  const reader = new FolderReader(dir, withSamples);
  const [ruleFiles, lexiconFiles] = await Promise.all([reader.ruleFiles(), reader.yamlFiles('lexicon')]);
  const [rules, clauses, lexicons, slang] = await Promise.all([
    Promise.all(ruleFiles.map((path) => reader.rule(path))),
    reader.read(join(dir, CLAUSES_FILE), clausesSchema),
    Promise.all(lexiconFiles.filter((p) => basename(p) !== SLANG_FILE).map((p) => reader.read(p, lexiconSchema))),
    reader.read(join(dir, 'lexicon', SLANG_FILE), slangSchema),
  ]);
  const found = {
    rules: rules.filter((r) => r !== undefined).sort((a, b) => compare(a.rule.id, b.rule.id)),
    clauses: [...(clauses ?? [])].sort((a, b) => compare(a.item, b.item)),
    lexicons: lexicons.filter((l): l is Lexicon => l !== undefined).sort((a, b) => compare(a.id, b.id)),
    slang: slangOf(slang ?? {}),
  };
  // Names are only looked up when every file could be read: else each missing file is reported twice.
  if (reader.issues.length === 0)
    reader.issues.push(...misreferences(found, lexiconFiles).map((m) => reader.locate(m)));
  const { issues } = reader;
  if (issues.length > 0) throw new FileIssuesError(issues.sort(byPlace));
  return { ...found, hash: hashOfRules(found) };
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
  readonly #sources = new Map<string, string>();
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
    const subject = relative(this.#dir, path).split(sep)[0]!;
    return { rule, subject, path, samplesPath, ...(samples && { samples }) };
  }

  async read<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S> | undefined> {
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch {
      this.#report(path, 'Berkas tidak ada atau tidak dapat dibaca', 'buat berkasnya; lihat rules/README.md');
      return undefined;
    }
    this.#sources.set(path, bytes.toString('utf8'));
    const file = readYamlFile(path, bytes, schema);
    if (file.ok) return file.value;
    this.issues.push(...file.issues);
    return undefined;
  }

  locate({ path, needle, problem, hint }: Misreference): FileIssue {
    return { path, ...placeOf(this.#sources.get(path) ?? '', needle), problem, hint };
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
