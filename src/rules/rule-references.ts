import { basename } from 'node:path';
import type { FileIssue } from '../domain/errors.js';
import { nearestWord, quoted } from './quoted.js';
import { isClearing, RELATION, type Selection } from './rule-schema.js';
import type { LoadedRule, RuleSet } from './rule-set.js';

type Found = Omit<RuleSet, 'hash'>;

/** Faults that only show when all files are read: names that point nowhere, ids given twice. */
export function crossIssues(found: Found, lexiconFiles: readonly string[]): FileIssue[] {
  const known = {
    lexicons: found.lexicons.map((l) => l.id),
    items: found.clauses.map((c) => c.item),
    rules: found.rules.map((r) => r.rule.id),
    subjects: found.rules.map((r) => r.subject),
  };
  const twice = known.rules.filter((id, i) => known.rules.indexOf(id) !== i);
  return [
    ...found.rules.flatMap((loaded) => ruleIssues(loaded, known, twice)),
    ...lexiconFiles.flatMap((path) => {
      const id = basename(path, '.yaml');
      if (id === 'slang' || known.lexicons.includes(id)) return [];
      return [issue(path, `id leksikon berbeda dari nama berkas ${quoted(id)}`, 'samakan id dengan nama berkas')];
    }),
  ];
}

interface Known {
  readonly lexicons: readonly string[];
  readonly items: readonly string[];
  readonly rules: readonly string[];
  readonly subjects: readonly string[];
}

function ruleIssues({ rule, path }: LoadedRule, known: Known, twice: readonly string[]): FileIssue[] {
  const names = Object.keys(rule.selections);
  const used = [...(rule.when.all ?? []), ...(rule.when.any ?? []), ...(rule.when.none ?? [])];
  const items = isClearing(rule) ? [] : [...rule.basis.before_determined, ...rule.basis.from_determined];
  const cleared = isClearing(rule) && rule.clears.rules !== 'all' ? rule.clears.rules : [];
  const problems: [problem: string, hint: string][] = [];
  if (rule.id !== basename(path, '.yaml')) problems.push([`id ${quoted(rule.id)} berbeda dari nama berkas`, 'samakan']);
  if (twice.includes(rule.id)) problems.push([`id ${quoted(rule.id)} dipakai dua aturan`, 'beri id lain']);
  if ((rule.when.all ?? []).length + (rule.when.any ?? []).length === 0) {
    problems.push(['"when" tidak punya all atau any', 'sebut sedikitnya satu seleksi']);
  }
  for (const name of used) problems.push(...missing(name, names, `Seleksi ${quoted(name)} tidak ada`));
  for (const item of items) problems.push(...missing(item, known.items, `Butir ${item} tidak ada di clauses.yaml`));
  for (const id of cleared) {
    problems.push(...missing(id, [...known.rules, ...known.subjects], `Aturan atau folder ${quoted(id)} tidak ada`));
  }
  for (const [name, selection] of Object.entries(rule.selections)) {
    problems.push(...selectionIssues(name, selection, { names, lexicons: known.lexicons }));
    const isReferred = Object.values(rule.selections).some((s) => relationsOf(s).includes(name));
    if (!used.includes(name) && !isReferred)
      problems.push([`Seleksi ${quoted(name)} tidak dipakai`, 'hapus atau pakai']);
  }
  return problems.map(([problem, hint]) => issue(path, problem, hint));
}

function selectionIssues(
  name: string,
  selection: Selection,
  known: { names: readonly string[]; lexicons: readonly string[] },
): [string, string][] {
  const relations = relationsOf(selection);
  const shapes = [
    'ticket',
    'stem',
    'words',
    'phrase',
    'emoji',
    'hashtag',
    'lexicon',
    'author',
    'source',
    'target',
    'style',
    'stage',
  ];
  const isEmpty = !shapes.some((key) => key in selection);
  return [
    ...(isEmpty
      ? [[`Seleksi ${quoted(name)} kosong`, `isi salah satu: ${shapes.join(', ')}`] as [string, string]]
      : []),
    ...(selection.lexicon ?? []).flatMap((l) => missing(l, known.lexicons, `Leksikon ${quoted(l)} tidak ada`)),
    ...relations.flatMap((r) => missing(r, known.names, `Seleksi ${quoted(r)} tidak ada`)),
    ...(relations.includes(name)
      ? [[`Seleksi ${quoted(name)} menunjuk dirinya sendiri`, 'pilih seleksi lain'] as [string, string]]
      : []),
  ];
}

/** Names of the selections that a selection stands near to. */
export function relationsOf(selection: Selection): string[] {
  return [selection.within, selection.before, selection.after]
    .filter((r) => r !== undefined)
    .map((r) => RELATION.exec(r)![2]!);
}

function missing(name: string, known: readonly string[], problem: string): [string, string][] {
  if (known.includes(name)) return [];
  const meant = nearestWord(name, known);
  return [[problem, meant ? `maksudnya "${meant}"?` : `yang ada: ${[...new Set(known)].slice(0, 12).join(', ')}`]];
}

function issue(path: string, problem: string, hint: string): FileIssue {
  return { path, line: 1, column: 1, problem, hint };
}
