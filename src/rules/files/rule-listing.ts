import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isYamlName, nameOf } from './yaml-name.js';

/** Folders that hold something else than rules; who reads them says what they pass over. */
const NOT_RULES = new Set(['elections', 'example', 'schema', 'recipes']);
const LEXICON = 'lexicon';
const README = 'README.md';
const SAMPLES = '.samples';

/** Paths of one rule and of its samples, which may not be there. */
export interface RulePaths {
  readonly path: string;
  readonly samplesPath: string;
  /** The folder that the rule lies in: what it is about. */
  readonly subject: string;
}

/** What lies in a rules folder, by what it is for. */
export interface RuleListing {
  readonly rules: readonly RulePaths[];
  readonly lexicons: readonly string[];
  readonly clauses: string;
  readonly slang: string;
  /** `undefined` where there is none: then every rule that fires marks. */
  readonly scorecard: string | undefined;
  /** What is not read, from the rules folder on: other endings, hidden files, a second copy, samples of no rule. */
  readonly passedOver: readonly string[];
  /** Folders that could not be read. */
  readonly unreadable: readonly string[];
}

/** Sorted, so that equal folders are read alike on every machine. */
export async function listRules(dir: string): Promise<RuleListing> {
  const unreadable: string[] = [];
  const list = (folder: string) => entriesOf(folder, unreadable);
  const top = await list(dir);
  const isSubject = ({ name }: Dirent) => !isHidden(name) && !NOT_RULES.has(name) && name !== LEXICON;
  const subjects = top.filter((entry) => entry.isDirectory() && isSubject(entry)).map(({ name }) => name);
  const folders = await Promise.all(subjects.map(async (name) => partRules(name, await list(join(dir, name)))));
  const words = partLexicon(await list(join(dir, LEXICON)));
  const clauses = fileNamed('clauses', namesOf(top));
  const scorecard = namesOf(top).find((name) => nameOf(name) === 'scorecard');
  const isRead = ({ name }: Dirent) => name === clauses || name === scorecard || name === README;
  const loose = top.filter((e) => (e.isDirectory() ? isHidden(e.name) : !isRead(e)));
  const passedOver = [...loose.map(({ name }) => name), ...folders.flatMap((f) => f.passedOver), ...words.passedOver];
  return {
    rules: folders.flatMap(({ rules }) => rules).map((rule) => atPlace(dir, rule)),
    lexicons: words.lexicons.map((path) => join(dir, path)),
    clauses: join(dir, clauses),
    slang: join(dir, words.slang),
    scorecard: scorecard === undefined ? undefined : join(dir, scorecard),
    passedOver: passedOver.sort(),
    unreadable,
  };
}

function atPlace(dir: string, { path, samplesPath, subject }: RulePaths): RulePaths {
  return { path: join(dir, path), samplesPath: join(dir, samplesPath), subject };
}

/** Rules with their samples, and what is neither. */
function partRules(subject: string, entries: readonly Dirent[]): { rules: RulePaths[]; passedOver: string[] } {
  const names = namesOf(entries);
  const rules = names
    .filter((name) => !nameOf(name).endsWith(SAMPLES))
    .map((name) => ({ path: join(subject, name), samplesPath: join(subject, samplesOf(name, names)), subject }));
  const read = new Set(rules.flatMap(({ path, samplesPath }) => [path, samplesPath]));
  const all = entries.map(({ name }) => join(subject, name));
  return { rules, passedOver: all.filter((path) => !read.has(path)) };
}

function partLexicon(entries: readonly Dirent[]): { lexicons: string[]; slang: string; passedOver: string[] } {
  const names = namesOf(entries);
  const slang = fileNamed('slang', names);
  const lexicons = names.filter((name) => nameOf(name) !== 'slang');
  const others = entries.filter(({ name }) => name !== slang && !lexicons.includes(name));
  const inside = (name: string) => join(LEXICON, name);
  return { lexicons: lexicons.map(inside), slang: inside(slang), passedOver: others.map(({ name }) => inside(name)) };
}

/** With the rule's own ending where there are none or both. */
function samplesOf(rule: string, names: readonly string[]): string {
  const own = rule.replace(/\.(ya?ml)$/, `${SAMPLES}.$1`);
  const found = [own, `${nameOf(rule)}${SAMPLES}.yaml`, `${nameOf(rule)}${SAMPLES}.yml`];
  return found.find((name) => names.includes(name)) ?? own;
}

function fileNamed(name: string, names: readonly string[]): string {
  return names.find((own) => nameOf(own) === name) ?? `${name}.yaml`;
}

/** Of files to read. Links count: mounted configuration is made of them. */
function namesOf(entries: readonly Dirent[]): string[] {
  return entries.filter((entry) => !entry.isDirectory() && isYamlName(entry.name)).map(({ name }) => name);
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

async function entriesOf(dir: string, unreadable: string[]): Promise<Dirent[]> {
  try {
    const entries = await readdir(dir, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch {
    unreadable.push(dir);
    return [];
  }
}
