import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { type FileIssue, FileIssuesError } from '../../domain/errors.js';
import { RULE_FAULTS } from '../../words/rules/files.js';
import { sayError } from '../../words/say.js';
import { readKnownFile } from './known-file.js';
import { listRules, type RulePaths } from './rule-listing.js';
import { withPart } from './rule-parts.js';
import { type Misreference, misreferences, strayLexicons } from './rule-references.js';
import {
  clausesSchema,
  type Lexicon,
  lexiconSchema,
  PART,
  partSchema,
  ruleSchema,
  samplesSchema,
  slangSchema,
} from './rule-schema.js';
import { hashOfRules, type LoadedPart, type LoadedRule, type RuleSet } from './rule-set.js';
import { scorecardSchema } from './scorecard-schema.js';
import { readYamlFile, type YamlTree } from './yaml-file.js';
import { nameOf } from './yaml-name.js';

export interface LoadRulesOptions {
  /** Samples prove a rule and take half of the reading time; screening does not look at them. */
  readonly withSamples?: boolean | undefined;
  /** A checker reads every text itself; others take what was read when the program was built. */
  readonly isCheck?: boolean | undefined;
}

/** All that a folder of rules says, whole or not. */
export interface RuleFolder {
  /** What could be read: the whole set only where there are no issues. */
  readonly found: Omit<RuleSet, 'hash'>;
  readonly issues: readonly FileIssue[];
  /** Rule files and word lists by what they say, also those with faults of shape. */
  readonly files: readonly ReadFile[];
  /** The file of the scorecard, where there is one that could be read. */
  readonly card: ReadFile | undefined;
  /** Names of rules and word lists that are there and could not be read. */
  readonly unread: ReadonlySet<string>;
  /** What lies beside them and is not read, from the rules folder on. */
  readonly passedOver: readonly string[];
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
export async function readRuleFolder(
  dir: string,
  { withSamples = true, isCheck = false }: LoadRulesOptions = {},
): Promise<RuleFolder> {
  const listing = await listRules(dir);
  const reader = new FileReader(isCheck ? readYamlFile : readKnownFile);
  for (const folder of listing.unreadable) {
    reader.report(folder, ...sayError(RULE_FAULTS.noFolder, 'id'));
  }
  const isPart = ({ subject }: RulePaths) => subject === PART;
  const [written, parts, clauses, lists, slang, scorecard] = await Promise.all([
    Promise.all(listing.rules.filter((paths) => !isPart(paths)).map((paths) => readRule(reader, paths, withSamples))),
    Promise.all(listing.rules.filter(isPart).map((paths) => readPart(reader, paths, withSamples))),
    reader.read(listing.clauses, clausesSchema),
    Promise.all(listing.lexicons.map((path) => readLexicon(reader, path))),
    reader.read(listing.slang, slangSchema),
    listing.scorecard === undefined ? undefined : reader.read(listing.scorecard, scorecardSchema),
  ]);
  const rules = withParts(written, parts);
  const lexicons = lists.filter((list) => list !== undefined);
  const paths = [...listing.rules.map(({ path }) => path), ...listing.lexicons];
  const files = reader.filesAt(paths);
  const pointing = misreferences({
    rules: listing.rules.flatMap(({ path, subject }) =>
      reader.filesAt([path]).map(({ raw }) => ({ path, raw, subject })),
    ),
    lexicons: listing.lexicons.map(nameOf),
    items: clauses?.map((clause) => clause.item),
  });
  const found = {
    rules: rules.sort((a, b) => compare(a.written.id, b.written.id)),
    parts: parts.filter((p) => p !== undefined),
    clauses: [...(clauses ?? [])].sort((a, b) => compare(a.item, b.item)),
    lexicons: lexicons.map(({ lexicon }) => lexicon).sort((a, b) => compare(a.id, b.id)),
    slang: slangOf(slang ?? {}),
    scorecard,
  };
  const strays = strayLexicons(lexicons.map(({ path, lexicon }) => ({ path, id: lexicon.id })));
  const issues = [...reader.issues, ...[...pointing, ...strays].map((fault) => reader.locate(fault))];
  const [card] = listing.scorecard === undefined ? [] : reader.filesAt([listing.scorecard]);
  const readPaths = new Set([...rules, ...parts, ...lists].map((one) => one?.path));
  const unread = new Set(paths.filter((path) => !readPaths.has(path)).map(nameOf));
  return { found, issues: issues.sort(byPlace), files, card, unread, passedOver: listing.passedOver };
}

/** The file lists forms under the plain words; lookup goes the other way. */
function slangOf(byPlain: Record<string, string[]>): Map<string, readonly string[]> {
  const slang = new Map<string, readonly string[]>();
  for (const plain of Object.keys(byPlain).sort(compare)) {
    for (const form of byPlain[plain]!) if (!slang.has(form)) slang.set(form, plain.split(' '));
  }
  return slang;
}

function withParts(
  rules: readonly (LoadedRule | undefined)[],
  parts: readonly (LoadedPart | undefined)[],
): LoadedRule[] {
  const byId = new Map(parts.flatMap((part) => (part === undefined ? [] : [[part.written.id, part.written]])));
  return rules.flatMap((rule) => (rule === undefined ? [] : [{ ...rule, written: withPart(rule.written, byId) }]));
}

function readRule(reader: FileReader, paths: RulePaths, withSamples: boolean): Promise<LoadedRule | undefined> {
  return readSampled(reader, paths, { schema: ruleSchema, withSamples });
}

function readPart(reader: FileReader, paths: RulePaths, withSamples: boolean): Promise<LoadedPart | undefined> {
  return readSampled(reader, paths, { schema: partSchema, withSamples });
}

async function readSampled<S extends z.ZodType>(
  reader: FileReader,
  { path, samplesPath, subject }: RulePaths,
  { schema, withSamples }: { schema: S; withSamples: boolean },
) {
  const [written, samples] = await Promise.all([
    reader.read(path, schema),
    withSamples ? reader.read(samplesPath, samplesSchema) : undefined,
  ]);
  return written === undefined ? undefined : { written, subject, path, samples, samplesPath };
}

async function readLexicon(reader: FileReader, path: string): Promise<{ path: string; lexicon: Lexicon } | undefined> {
  const lexicon = await reader.read(path, lexiconSchema);
  return lexicon && { path, lexicon };
}

/** Reads files and remembers what they say and what is wrong with them. */
class FileReader {
  readonly issues: FileIssue[] = [];
  readonly #trees = new Map<string, ReadFile>();
  readonly #readText: typeof readKnownFile;

  constructor(readText: typeof readKnownFile) {
    this.#readText = readText;
  }

  filesAt(paths: readonly string[]): ReadFile[] {
    return paths.flatMap((path) => this.#trees.get(path) ?? []);
  }

  async read<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S> | undefined> {
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch {
      this.report(path, ...sayError(RULE_FAULTS.noFile, 'id'));
      return undefined;
    }
    const file = this.#readText(path, bytes, schema);
    this.#trees.set(path, { path, raw: file.raw, placeOf: file.placeOf });
    if (file.ok) return file.value;
    this.issues.push(...file.issues);
    return undefined;
  }

  locate({ path, at, problem, hint }: Misreference): FileIssue {
    return { path, ...this.#trees.get(path)!.placeOf(at), problem, hint };
  }

  report(path: string, problem: string, hint: string): void {
    this.issues.push({ path, line: 1, column: 1, problem, hint });
  }
}

function byPlace(a: FileIssue, b: FileIssue): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
