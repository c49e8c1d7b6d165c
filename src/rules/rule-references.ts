import { basename } from 'node:path';
import { nearestWord, quoted } from './quoted.js';
import { isClearing, RELATION, type Rule, type Selection } from './rule-schema.js';
import type { LoadedRule, RuleSet } from './rule-set.js';

type Found = Omit<RuleSet, 'hash'>;

/** A fault with the words to look for in the file; its place is found from them. */
export interface Misreference {
  readonly path: string;
  readonly needle: string;
  readonly problem: string;
  readonly hint: string;
}

/** Faults that only show when all files are read: names that point nowhere, ids given twice. */
export function misreferences(found: Found, lexiconFiles: readonly string[]): Misreference[] {
  const known = {
    lexicons: found.lexicons.map((l) => l.id),
    items: found.clauses.map((c) => c.item),
    rules: found.rules.map((r) => r.rule.id),
    subjects: found.rules.map((r) => r.subject),
  };
  const strayLexicons = lexiconFiles.filter((path) => {
    const id = basename(path, '.yaml');
    return id !== 'slang' && !known.lexicons.includes(id);
  });
  return [
    ...found.rules.flatMap((loaded) => ruleFaults(loaded, known).map((f) => ({ ...f, path: loaded.path }))),
    ...strayLexicons.map((path) => {
      const problem = `id leksikon berbeda dari nama berkas ${quoted(basename(path, '.yaml'))}`;
      return { path, needle: 'id:', problem, hint: 'samakan id dengan nama berkas' };
    }),
  ];
}

interface Known {
  readonly lexicons: readonly string[];
  readonly items: readonly string[];
  readonly rules: readonly string[];
  readonly subjects: readonly string[];
}
type Fault = Omit<Misreference, 'path'>;

function ruleFaults({ rule, path }: LoadedRule, known: Known): Fault[] {
  const items = isClearing(rule) ? [] : [...rule.basis.before_determined, ...rule.basis.from_determined];
  const cleared = isClearing(rule) && rule.clears.rules !== 'all' ? rule.clears.rules : [];
  const faults: Fault[] = [];
  if (rule.id !== basename(path, '.yaml')) {
    const problem = `id ${quoted(rule.id)} berbeda dari nama berkas`;
    faults.push({ needle: rule.id, problem, hint: 'samakan id dengan nama berkas' });
  }
  if (known.rules.filter((id) => id === rule.id).length > 1) {
    faults.push({ needle: rule.id, problem: `id ${quoted(rule.id)} dipakai dua aturan`, hint: 'beri id lain' });
  }
  for (const item of items) faults.push(...missing(item, known.items, `Butir ${item} tidak ada di clauses.yaml`));
  for (const id of cleared) {
    faults.push(...missing(id, [...known.rules, ...known.subjects], `Aturan atau folder ${quoted(id)} tidak ada`));
  }
  return [...faults, ...conditionFaults(rule), ...selectionFaults(rule, known)];
}

function conditionFaults(rule: Rule): Fault[] {
  const names = Object.keys(rule.selections);
  const { all = [], any = [], none = [] } = rule.when;
  const used = [...all, ...any, ...none];
  const faults = used.flatMap((name) => missing(name, names, `Seleksi ${quoted(name)} tidak ada`));
  if (all.length + any.length === 0) {
    const problem = '"when" tidak punya all atau any';
    faults.push({ needle: 'when:', problem, hint: 'sebut sedikitnya satu seleksi' });
  }
  for (const name of names) {
    const isReferred = Object.values(rule.selections).some((s) => relationsOf(s).includes(name));
    if (used.includes(name) || isReferred) continue;
    const problem = `Seleksi ${quoted(name)} tidak dipakai`;
    faults.push({ needle: `${name}:`, problem, hint: 'sebut dalam "when", atau hapus' });
  }
  return faults;
}

const SHAPES = 'ticket stem words phrase emoji hashtag lexicon author source target style stage'.split(' ');

function selectionFaults(rule: Rule, known: Known): Fault[] {
  const names = Object.keys(rule.selections);
  return Object.entries(rule.selections).flatMap(([name, selection]) => {
    const relations = relationsOf(selection);
    const faults = [
      ...(selection.lexicon ?? []).flatMap((l) => missing(l, known.lexicons, `Leksikon ${quoted(l)} tidak ada`)),
      ...relations.flatMap((r) => missing(r, names, `Seleksi ${quoted(r)} tidak ada`)),
    ];
    const needle = `${name}:`;
    if (!SHAPES.some((key) => key in selection)) {
      faults.push({ needle, problem: `Seleksi ${quoted(name)} kosong`, hint: `isi salah satu: ${SHAPES.join(', ')}` });
    }
    if (relations.includes(name)) {
      const problem = `Seleksi ${quoted(name)} menunjuk dirinya sendiri`;
      faults.push({ needle, problem, hint: 'tunjuk seleksi lain' });
    }
    return faults;
  });
}

/** Names of the selections that a selection stands near to. */
export function relationsOf(selection: Selection): string[] {
  return [selection.within, selection.before, selection.after]
    .filter((r) => r !== undefined)
    .map((r) => RELATION.exec(r)![2]!);
}

function missing(name: string, known: readonly string[], problem: string): Fault[] {
  if (known.includes(name)) return [];
  const meant = nearestWord(name, known);
  const hint = meant ? `maksudnya "${meant}"?` : `yang ada: ${[...new Set(known)].slice(0, 12).join(', ')}`;
  return [{ needle: name, problem, hint }];
}

/** Where a word first stands in a file. */
export function placeOf(source: string, needle: string): { line: number; column: number } {
  const at = Math.max(0, source.indexOf(needle));
  const before = source.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
