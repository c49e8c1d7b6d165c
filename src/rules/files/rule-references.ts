import { RULE_FAULTS } from '../../words/rules/files.js';
import { SHAPE_HINTS } from '../../words/rules/yaml.js';
import { sayIn } from '../../words/say.js';
import { KEY_NAMES, SELECTION_KEYS } from '../selections/keys.js';
import { nearestWord, quoted } from './quoted.js';
import { type Named, namesIn, type RuleNames, type SelectionNames } from './rule-names.js';
import { SIGNS } from './rule-parts.js';
import { FRAME, PART } from './rule-schema.js';
import { sayProblem } from './say-problem.js';
import { nameOf } from './yaml-name.js';

const say = sayIn('id');

/** A fault and where in its file it stands. */
export interface Misreference {
  readonly path: string;
  readonly at: readonly PropertyKey[];
  readonly problem: string;
  readonly hint: string;
}

/** A rule file as far as it could be read. */
export interface RuleDraft {
  readonly path: string;
  readonly subject: string;
  readonly raw: unknown;
}

/** All files of a folder by name. A file that cannot be read is reported once, not again by everyone who names it. */
export interface KnownFiles {
  readonly rules: readonly RuleDraft[];
  readonly lexicons: readonly string[];
  /** `undefined` where the clauses could not be read. */
  readonly items: readonly string[] | undefined;
}

type Fault = Omit<Misreference, 'path'>;

/** Faults that only show when all files are read: names that point nowhere, ids given twice. */
export function misreferences(files: KnownFiles): Misreference[] {
  const drafts = files.rules.map((file) => ({ ...file, names: namesIn(file.raw) }));
  const ids = drafts.map(({ path, names }) => names.id?.text ?? nameOf(path));
  const frames = files.rules.filter(({ subject }) => subject === FRAME).map(({ path }) => nameOf(path));
  const known = { ...files, ids, subjects: files.rules.map((rule) => rule.subject) };
  const parts = drafts.filter(({ subject }) => subject === PART);
  const isNamed = (part: RuleNames) => (rule: { names: RuleNames }) => rule.names.part?.text === part.id?.text;
  return drafts.flatMap(({ path, names, subject }) => {
    const part = parts.find((other) => other.names.id?.text === names.part?.text)?.names;
    const around: Around =
      subject === PART
        ? { names: [SIGNS], used: drafts.filter(isNamed(names)).flatMap((rule) => rule.names.conditions ?? []) }
        : { names: part?.selections.map(({ text }) => text) ?? [], used: [] };
    return [
      ...idFaults(path, names, ids),
      ...pointers(names, known),
      ...partFaults(names, { parts: parts.map((other) => nameOf(other.path)), taken: around.names }),
      ...conditionFaults(names, around),
      ...names.selections.flatMap((selection) => selectionFaults(selection, names, [files.lexicons, around.names])),
      ...frameFaults(names, { subject, frames }),
    ].map((fault) => ({ ...fault, path }));
  });
}

/** What a rule may name of its part; what rules use of a part. */
interface Around {
  readonly names: readonly string[];
  readonly used: readonly Named[];
}

/** A part that is not there, signs that are none of the rule's, and a name that stands in both. */
function partFaults(
  { part, signs, selections }: RuleNames,
  { parts, taken }: { readonly parts: readonly string[]; readonly taken: readonly string[] },
): Fault[] {
  const own = selections.map(({ text }) => text);
  const twice = selections.filter(({ text }) => taken.includes(text));
  return [
    ...(part === undefined ? [] : missing(part, parts, say(RULE_FAULTS.noPart, { name: quoted(part.text) }))),
    ...(part === undefined && signs[0] ? [{ at: signs[0].at, ...sayProblem(RULE_FAULTS.noPartForSigns) }] : []),
    ...signs.flatMap((sign) => missing(sign, own, noSelection(sign))),
    ...twice.map(({ text, at }) => ({ at, ...sayProblem(RULE_FAULTS.inPart, { name: quoted(text) }) })),
  ];
}

/** Word lists whose id is not the name of their file. */
export function strayLexicons(files: readonly { readonly path: string; readonly id: string }[]): Misreference[] {
  const strays = files.filter(({ path, id }) => id !== nameOf(path));
  return strays.map(({ path }) => ({
    path,
    at: ['id'],
    ...sayProblem(RULE_FAULTS.strayLexicon, { file: quoted(nameOf(path)) }),
  }));
}

function idFaults(path: string, { id }: RuleNames, ids: readonly string[]): Fault[] {
  if (id === undefined) return [];
  const faults: Fault[] = [];
  if (id.text !== nameOf(path)) {
    faults.push({ at: id.at, ...sayProblem(RULE_FAULTS.strayId, { id: quoted(id.text) }) });
  }
  if (ids.filter((other) => other === id.text).length > 1) {
    faults.push({ at: id.at, ...sayProblem(RULE_FAULTS.doubleId, { id: quoted(id.text) }) });
  }
  return faults;
}

function pointers(
  { items, cleared }: RuleNames,
  known: Pick<KnownFiles, 'items'> & { readonly ids: readonly string[]; readonly subjects: readonly string[] },
): Fault[] {
  const { items: clauses } = known;
  return [
    ...(clauses === undefined
      ? []
      : items.flatMap((item) => missing(item, clauses, say(RULE_FAULTS.noItem, { name: quoted(item.text) })))),
    ...cleared.flatMap((rule) =>
      missing(rule, [...known.ids, ...known.subjects], say(RULE_FAULTS.noRule, { name: quoted(rule.text) })),
    ),
  ];
}

function conditionFaults({ conditions, selections, signs }: RuleNames, around: Around): Fault[] {
  if (conditions === undefined) return [];
  const names = [...selections.map((selection) => selection.text), ...around.names];
  const used = [...conditions, ...signs, ...around.used].map((condition) => condition.text);
  const faults = conditions.flatMap((name) => missing(name, names, noSelection(name)));
  if (!conditions.some(({ at }) => at[1] === 'all' || at[1] === 'any')) {
    faults.push({ at: ['when'], ...sayProblem(RULE_FAULTS.noCondition) });
  }
  for (const { text, at } of selections) {
    const isReferred = selections.some((s) => s.relations.some((relation) => relation.text === text));
    if (used.includes(text) || isReferred) continue;
    faults.push({ at, ...sayProblem(RULE_FAULTS.unused, { name: quoted(text) }) });
  }
  return faults;
}

const SOUGHT = KEY_NAMES.filter((key) => SELECTION_KEYS[key].says === 'what');
const PLACING = new Set<string>(KEY_NAMES.filter((key) => SELECTION_KEYS[key].says === 'where'));

function selectionFaults(
  selection: SelectionNames,
  { selections }: RuleNames,
  [lexicons, around]: readonly [lexicons: readonly string[], around: readonly string[]],
): Fault[] {
  const { text, at, keys, relations } = selection;
  const names = [...selections.map((s) => s.text), ...around];
  const faults = [
    ...selection.lexicons.flatMap((l) => missing(l, lexicons, say(RULE_FAULTS.noLexicon, { name: quoted(l.text) }))),
    ...relations.flatMap((r) => missing(r, names, noSelection(r))),
  ];
  // A key that is no key at all may be a misspelt one of these: that is reported where it stands.
  if (keys.every((key) => PLACING.has(key))) {
    faults.push({ at, ...sayProblem(RULE_FAULTS.empty, { name: quoted(text), keys: SOUGHT.join(', ') }) });
  }
  if (relations.some((relation) => relation.text === text)) {
    faults.push({ at, ...sayProblem(RULE_FAULTS.ownReference, { name: quoted(text) }) });
  }
  return faults;
}

/** Frames are read before all rules, so that none of them can ask for another. */
function frameFaults(
  { selections }: RuleNames,
  { subject, frames }: { readonly subject: string; readonly frames: readonly string[] },
): Fault[] {
  const named = selections.flatMap((selection) => selection.frames);
  if (subject !== FRAME)
    return named.flatMap((f) => missing(f, frames, say(RULE_FAULTS.noFrame, { name: quoted(f.text) })));
  return named.map(({ text, at }) => ({ at, ...sayProblem(RULE_FAULTS.frameInFrame, { name: quoted(text) }) }));
}

function noSelection({ text }: Named): string {
  return say(RULE_FAULTS.noSelection, { name: quoted(text) });
}

function missing({ text, at }: Named, known: readonly string[], problem: string): Fault[] {
  if (known.includes(text)) return [];
  const meant = nearestWord(text, known);
  const hint = meant
    ? say(SHAPE_HINTS.meant, { meant })
    : say(SHAPE_HINTS.there, { known: [...new Set(known)].slice(0, 12).join(', ') });
  return [{ at, problem, hint }];
}
