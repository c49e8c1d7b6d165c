import type { ActivityKind } from '../../domain/platform.js';
import { isClearing, isMarking, type Rule } from '../files/rule-schema.js';
import type { LoadedRule } from '../files/rule-set.js';
import { compileSelection, type SelectionContext } from '../selections/compile-selection.js';
import { referencesOf } from '../selections/relations.js';
import type { CompiledSelection, Relation } from '../selections/selection-key.js';

/** One selection in its turn. */
export interface Step {
  readonly index: number;
  readonly selection: CompiledSelection;
  /** The rule ends where this one does not hold. */
  readonly isRequired: boolean;
  readonly removals: readonly Removal[];
}

/** An excluding selection that takes away the places it stands at. */
export interface Removal extends Relation {
  readonly selection: CompiledSelection;
}

export interface CompiledRule {
  readonly written: Rule;
  readonly subject: string;
  readonly appliesTo: ReadonlySet<ActivityKind>;
  /** In an order in which every selection comes after those it stands near to. */
  readonly selections: readonly CompiledSelection[];
  /** The same without those that only take places away, or that only its doubt asks for. */
  readonly steps: readonly Step[];
  readonly all: readonly number[];
  readonly any: readonly number[];
  /** Excluding selections without a relation: one of them ends the rule. */
  readonly none: readonly number[];
  /** When a mark may mean the opposite, or a frame may stand beside an own call. */
  readonly doubt: Doubt | undefined;
  readonly needsTicket: boolean;
  /** It may fire on acts that name no ticket. */
  readonly hearsUnnamed: boolean;
  /** Sets of which one must occur; `undefined` where the rule cannot be told from its words. */
  readonly triggers: readonly number[] | undefined;
  /** Sets of each condition that is made of words alone: where one of a group is not there, nothing has to be looked at. */
  readonly wordsNeeded: readonly (readonly number[])[];
}

/** Indexes of selections: all of `all`, one of `any` where there are some, and none of `none`. */
export interface Doubt {
  /** Selections that nothing else of the rule asks for: looked for once it fires. */
  readonly steps: readonly Step[];
  readonly all: readonly number[];
  readonly any: readonly number[];
  readonly none: readonly number[];
}

/** Where the compiled rules of one engine meet. */
export type CompileContext = Omit<SelectionContext, 'names'>;

export function compileRule({ written, subject }: LoadedRule, context: CompileContext): CompiledRule {
  const names = inOrder(written);
  const selections = names.map((name) => compileSelection(name, written.selections[name]!, { ...context, names }));
  const indexes = (used: readonly string[] | undefined) => (used ?? []).map((name) => names.indexOf(name));
  const [all, any, none] = [indexes(written.when.all), indexes(written.when.any), indexes(written.when.none)];
  const steps = stepsOf(selections, all, none);
  const doubt = doubtOf(written, indexes);
  const isFirst = neededBy(names, written, [...all, ...any, ...none]);
  return {
    written,
    subject,
    appliesTo: new Set(written.applies_to),
    selections,
    steps: steps.filter(({ index }) => doubt === undefined || isFirst.has(index)),
    all,
    any,
    none: none.filter((i) => selections[i]!.relations.length === 0),
    doubt: doubt && { ...doubt, steps: steps.filter(({ index }) => !isFirst.has(index)) },
    needsTicket: isMarking(written) || all.some((i) => selections[i]!.isSign),
    hearsUnnamed: selections.some(({ isUnnamed }) => isUnnamed),
    triggers: triggersOf(selections, all, any),
    wordsNeeded: wordsNeededOf(selections, all, any),
  };
}

/** These selections and all that they refer to. */
function neededBy(names: readonly string[], { selections }: Rule, asked: readonly number[]): ReadonlySet<number> {
  const needed = new Set<number>();
  const visit = (index: number) => {
    if (needed.has(index)) return;
    needed.add(index);
    for (const to of referencesOf(selections[names[index]!]!)) visit(names.indexOf(to));
  };
  for (const index of asked) visit(index);
  return needed;
}

function doubtOf(
  rule: Rule,
  indexes: (used: readonly string[] | undefined) => number[],
): Omit<Doubt, 'steps'> | undefined {
  if (isMarking(rule)) return rule.unclear_when && { all: [], any: indexes(rule.unclear_when), none: [] };
  const weak = isClearing(rule) ? rule.clears.weak_when : undefined;
  return weak && { all: indexes(weak.all), any: indexes(weak.any), none: indexes(weak.none) };
}

/** An excluding selection near to another one takes away places of that one; alone it ends the rule. */
function stepsOf(
  selections: readonly CompiledSelection[],
  all: readonly number[],
  none: readonly number[],
): readonly Step[] {
  const removing = none.filter((i) => selections[i]!.relations.length > 0).map((i) => selections[i]!);
  return selections.flatMap((selection, index) => {
    if (removing.includes(selection)) return [];
    const removals = removing.flatMap((other) => {
      const relation = other.relations.find((r) => r.to === index);
      return relation ? [{ ...relation, selection: other }] : [];
    });
    return [{ index, selection, isRequired: all.includes(index), removals }];
  });
}

/** The required selection with words, or all the alternatives when each has words. */
function triggersOf(
  selections: readonly CompiledSelection[],
  all: readonly number[],
  any: readonly number[],
): readonly number[] | undefined {
  const isWordy = (i: number) => selections[i]!.sets.length > 0 && !selections[i]!.isSign;
  const required = all.find(isWordy);
  if (required !== undefined) return selections[required]!.sets;
  if (any.length > 0 && any.every(isWordy)) return any.flatMap((i) => selections[i]!.sets);
  return undefined;
}

function wordsNeededOf(
  selections: readonly CompiledSelection[],
  all: readonly number[],
  any: readonly number[],
): readonly (readonly number[])[] {
  const isWords = (i: number) => selections[i]!.sets.length > 0 && selections[i]!.finders.length === 0;
  const alternatives = any.length > 0 && any.every(isWords) ? [any.flatMap((i) => selections[i]!.sets)] : [];
  return [...all.filter(isWords).map((i) => selections[i]!.sets), ...alternatives];
}

/** Names of selections, each after those that it refers to; a circle ends where it was entered. */
function inOrder(rule: Rule): string[] {
  const done: string[] = [];
  const open = new Set<string>();
  const visit = (name: string) => {
    const selection = rule.selections[name];
    if (selection === undefined || done.includes(name) || open.has(name)) return;
    open.add(name);
    for (const to of referencesOf(selection)) visit(to);
    done.push(name);
  };
  for (const name of Object.keys(rule.selections).sort()) visit(name);
  return done;
}
