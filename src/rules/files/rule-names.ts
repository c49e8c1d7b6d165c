import { KEY_NAMES, SELECTION_KEYS } from '../selections/keys.js';
import { referredIn } from '../selections/relations.js';
import type { SelectionKey } from '../selections/selection-key.js';
import { CONDITIONS } from './rule-schema.js';

/** A word of a rule file and where it stands in it. */
export interface Named {
  readonly text: string;
  readonly at: readonly PropertyKey[];
}

/**
 * Every name that a rule file gives or points to. Read from plain values of any shape, so that a file with a slip in
 * one place still has its names checked in the same run.
 */
export interface RuleNames {
  readonly id: Named | undefined;
  readonly items: readonly Named[];
  /** Rules and folders that a clearing rule silences. */
  readonly cleared: readonly Named[];
  /** Selections that `when`, `unclear_when` and `weak_when` use; `undefined` where there is no readable `when`. */
  readonly conditions: readonly Named[] | undefined;
  readonly selections: readonly SelectionNames[];
  /** The part that it shares with other rules, and its own selections that stand for the part's `signs`. */
  readonly part: Named | undefined;
  readonly signs: readonly Named[];
  /** What people read: title, explanation, false positives. */
  readonly prose: readonly Named[];
}

export interface SelectionNames extends Named {
  readonly lexicons: readonly Named[];
  readonly frames: readonly Named[];
  /** Selections that this one stands near to. */
  readonly relations: readonly Named[];
  /** Words that are looked for or left out, and what they are said to mean. */
  readonly terms: readonly Named[];
  /** The same inside tags, where names are written as one word. */
  readonly tags: readonly Named[];
  readonly keys: readonly string[];
}

export function namesIn(raw: unknown): RuleNames {
  const rule = fieldsOf(raw);
  const { basis, clears, when, selections } = rule;
  const { rules: silenced, weak_when } = fieldsOf(clears);
  const weak = fieldsOf(weak_when);
  return {
    id: wordsAt(rule.id, ['id'])[0],
    items: PERIODS.flatMap((period) => wordsAt(fieldsOf(basis)[period], ['basis', period])),
    cleared: silenced === 'all' ? [] : wordsAt(silenced, ['clears', 'rules']),
    conditions: isFields(when)
      ? [
          ...CONDITIONS.flatMap((key) => wordsAt(when[key], ['when', key])),
          ...wordsAt(rule.unclear_when, ['unclear_when']),
          ...CONDITIONS.flatMap((key) => wordsAt(weak[key], ['clears', 'weak_when', key])),
        ]
      : undefined,
    selections: Object.entries(fieldsOf(selections)).map(([name, selection]) => selectionNames(name, selection)),
    part: wordsAt(weak.part, ['clears', 'weak_when', 'part'])[0],
    signs: wordsAt(weak.signs, ['clears', 'weak_when', 'signs']),
    prose: PROSE.flatMap((key) => wordsAt(rule[key], [key])),
  };
}

const PERIODS = ['before_determined', 'from_determined'];
const PROSE = ['title', 'explain', 'false_positives', 'weak'];

function selectionNames(name: string, raw: unknown): SelectionNames {
  const selection = fieldsOf(raw);
  const at = ['selections', name];
  const held = (holds: SelectionKey['holds']) =>
    KEY_NAMES.filter((key) => SELECTION_KEYS[key].holds === holds).flatMap((key) =>
      wordsAt(selection[key], [...at, key]),
    );
  return {
    text: name,
    at,
    lexicons: held('lists'),
    frames: held('frames'),
    relations: held('selections').flatMap((relation) => {
      const to = referredIn(relation.text);
      return to === undefined ? [] : [{ ...relation, text: to }];
    }),
    terms: held('terms'),
    tags: held('tags'),
    keys: Object.keys(selection),
  };
}

/** One word or a list of them. */
export function wordsAt(raw: unknown, at: readonly PropertyKey[]): Named[] {
  if (typeof raw === 'string') return [{ text: raw, at }];
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((text, i) => (typeof text === 'string' ? [{ text, at: [...at, i] }] : []));
}

export function fieldsOf(raw: unknown): Readonly<Record<string, unknown>> {
  return isFields(raw) ? raw : {};
}

function isFields(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
