import diff from 'microdiff';
import type { RuleSet } from '../rules/files/rule-set.js';

/** One field in two versions, by its path: `selections.urging.within`. A side that is not there is `undefined`. */
export interface FieldChange {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Ids on one side only, and what changed in those on both. All sorted. */
export interface PartDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly id: string; readonly changes: readonly FieldChange[] }[];
}

/** What an analyst changed between two folders. Samples, comments and layout do not count: they judge nothing. */
export interface RuleSetDiff {
  readonly before: string;
  readonly after: string;
  readonly isEqual: boolean;
  readonly rules: PartDiff;
  readonly lexicons: PartDiff;
  readonly clauses: PartDiff;
  readonly slang: PartDiff;
  readonly scorecard: PartDiff;
}

export function diffRules(before: RuleSet, after: RuleSet): RuleSetDiff {
  const parts = {
    rules: diffPart(rulesOf(before), rulesOf(after)),
    lexicons: diffPart(byId(before.lexicons, 'id'), byId(after.lexicons, 'id')),
    clauses: diffPart(byId(before.clauses, 'item'), byId(after.clauses, 'item')),
    slang: diffPart(slangOf(before), slangOf(after)),
    scorecard: diffPart(scorecardOf(before), scorecardOf(after)),
  };
  const isEqual = Object.values(parts).every((p) => p.added.length + p.removed.length + p.changed.length === 0);
  return { before: before.hash, after: after.hash, isEqual, ...parts };
}

type Fields = Readonly<Record<string, unknown>>;
type Part = ReadonlyMap<string, Fields>;

/** The folder belongs to a rule: clearing rules name folders. */
function rulesOf({ rules }: RuleSet): Part {
  return new Map(rules.map(({ written, subject }) => [written.id, { folder: subject, ...written }]));
}

function byId<K extends string, T extends Record<K, string>>(parts: readonly T[], key: K): Part {
  return new Map(parts.map((part) => [part[key], part]));
}

function slangOf({ slang }: RuleSet): Part {
  return new Map([...slang].map(([form, words]) => [form, { means: words.join(' ') }]));
}

/** Each sign with its points, taken off where they stand against; the line beside them. */
function scorecardOf({ scorecard }: RuleSet): Part {
  if (scorecard === undefined) return new Map();
  const { line, for: forIt, against, leans = {} } = scorecard;
  const signs = [...Object.entries(forIt), ...Object.entries(against).map(([sign, n]) => [sign, -n] as const)];
  return new Map<string, Fields>([
    ['line', { points: line }],
    ...signs.map(([sign, points]) => [sign, { points, lean: leans[sign] }] as const),
  ]);
}

function diffPart(before: Part, after: Part): PartDiff {
  const only = (part: Part, other: Part) => [...part.keys()].filter((id) => !other.has(id)).sort();
  const both = [...before.keys()].filter((id) => after.has(id)).sort();
  const changed = both.map((id) => ({ id, changes: changesOf(before.get(id)!, after.get(id)!) }));
  return {
    added: only(after, before),
    removed: only(before, after),
    changed: changed.filter(({ changes }) => changes.length > 0),
  };
}

/** Objects are walked; lists and plain values change as a whole. */
function changesOf(before: Fields, after: Fields): FieldChange[] {
  const paths = diff(before, after, { cyclesFix: false }).map(({ path }) => path.slice(0, firstIndex(path)));
  const changes = paths.map((path) => ({
    field: path.join('.'),
    before: valueAt(before, path),
    after: valueAt(after, path),
  }));
  const byField = new Map(changes.map((change) => [change.field, change]));
  return [...byField.values()].sort((a, b) => (a.field < b.field ? -1 : 1));
}

/** Where a path enters a list; its end where it enters none. */
function firstIndex(path: readonly (string | number)[]): number {
  const index = path.findIndex((step) => typeof step === 'number');
  return index < 0 ? path.length : index;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce((inner, step) => (inner as Fields | undefined)?.[step], value);
}

/** Entries of two lists by what came and went, where both are lists of words; else nothing. */
export function listChange({ before, after }: FieldChange): { added: string[]; removed: string[] } | undefined {
  const isList = (value: unknown): value is string[] =>
    Array.isArray(value) && value.every((v) => typeof v === 'string');
  const [from, to] = [before ?? [], after ?? []];
  if (!isList(from) || !isList(to)) return undefined;
  return { added: to.filter((word) => !from.includes(word)), removed: from.filter((word) => !to.includes(word)) };
}
