import type { Stage } from '../../domain/election.js';
import type { ActivityKind } from '../../domain/platform.js';
import {
  isMarking,
  type Rule,
  relationsOf,
  type Scope,
  type Selection,
  type StyleName,
  type TARGETS,
} from '../files/rule-schema.js';
import type { LoadedRule } from '../files/rule-set.js';
import { SIGN_KINDS, type SignKind } from '../tickets/signs.js';
import type { Side } from './occurrence.js';
import type { TermSets } from './term-sets.js';

/** Words of a relation without a number: right before or after means next to it, near means in the same breath. */
const DEFAULT_REACH: Record<Side, number> = { within: 8, before: 3, after: 3 };

export interface Relation {
  readonly side: Side;
  /** Index of the other selection. */
  readonly to: number;
  readonly reach: number;
}

export interface CompiledSelection {
  readonly name: string;
  /** Selections of any rules that ask the same, their relations aside, share a number. */
  readonly key: number;
  readonly means: string | undefined;
  readonly sets: readonly number[];
  readonly isTagOnly: boolean;
  readonly signKinds: ReadonlySet<SignKind> | undefined;
  readonly author: ReadonlySet<string> | undefined;
  readonly source: readonly string[] | undefined;
  readonly target: (typeof TARGETS)[number] | undefined;
  readonly styles: readonly StyleName[];
  readonly stages: readonly Stage[] | undefined;
  readonly except: ReadonlySet<number>;
  readonly relations: readonly Relation[];
  /** How many different words must stand where the relations want them. */
  readonly atLeast: number;
  readonly unless: readonly Scope[];
  readonly only: readonly Scope[];
  readonly fields: ReadonlySet<'text' | 'media' | 'target'>;
  /** A ticket may also be the one whose post is answered, liked or shared. */
  readonly takesTarget: boolean;
}

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
  readonly rule: Rule;
  readonly subject: string;
  readonly appliesTo: ReadonlySet<ActivityKind>;
  /** In an order in which every selection comes after those it stands near to. */
  readonly selections: readonly CompiledSelection[];
  /** The same without those that only take places away. */
  readonly steps: readonly Step[];
  readonly all: readonly number[];
  readonly any: readonly number[];
  /** Excluding selections without a relation: one of them ends the rule. */
  readonly none: readonly number[];
  /** One of them holds: the words may mean the opposite. */
  readonly unclear: readonly number[];
  readonly needsTicket: boolean;
  /** Sets of which one must occur; `undefined` where the rule cannot be told from its words. */
  readonly triggers: readonly number[] | undefined;
}

/** Where the compiled rules of one engine meet. */
export interface CompileContext {
  readonly sets: TermSets;
  /** Numbers of selections, by all that they ask. */
  readonly keys: Map<string, number>;
}

export function compileRule({ rule, subject }: LoadedRule, context: CompileContext): CompiledRule {
  const names = inOrder(rule);
  const selections = names.map((name) => compileSelection(name, rule.selections[name]!, { ...context, names }));
  const indexes = (used: readonly string[] | undefined) => (used ?? []).map((name) => names.indexOf(name));
  const [all, any, none] = [indexes(rule.when.all), indexes(rule.when.any), indexes(rule.when.none)];
  return {
    rule,
    subject,
    appliesTo: new Set(rule.applies_to),
    selections,
    steps: stepsOf(selections, all, none),
    all,
    any,
    none: none.filter((i) => selections[i]!.relations.length === 0),
    unclear: isMarking(rule) ? indexes(rule.unclear_when) : [],
    needsTicket: isMarking(rule) || all.some((i) => selections[i]!.signKinds !== undefined),
    triggers: triggersOf(selections, all, any),
  };
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
  const isWordy = (i: number) => selections[i]!.sets.length > 0 && selections[i]!.signKinds === undefined;
  const required = all.find(isWordy);
  if (required !== undefined) return selections[required]!.sets;
  if (any.length > 0 && any.every(isWordy)) return any.flatMap((i) => selections[i]!.sets);
  return undefined;
}

/** Names of selections, each after those that it refers to; a circle ends where it was entered. */
function inOrder(rule: Rule): string[] {
  const done: string[] = [];
  const open = new Set<string>();
  const visit = (name: string) => {
    const selection = rule.selections[name];
    if (selection === undefined || done.includes(name) || open.has(name)) return;
    open.add(name);
    for (const { to } of relationsOf(selection)) visit(to);
    done.push(name);
  };
  for (const name of Object.keys(rule.selections).sort()) visit(name);
  return done;
}

function compileSelection(
  name: string,
  selection: Selection,
  { names, sets, keys }: CompileContext & { names: readonly string[] },
): CompiledSelection {
  const { lexicon, ticket, stem, words, phrase, emoji, hashtag } = selection;
  const hasTerms = [stem, words, phrase, emoji, hashtag].some((t) => t !== undefined);
  const own = hasTerms ? [sets.ofSelection(selection, selection.means ?? name.replaceAll('_', ' '))] : [];
  const asked = {
    means: selection.means,
    sets: [...own, ...(lexicon ?? []).map((id) => sets.ofLexicon(id))],
    isTagOnly: hashtag !== undefined,
    signKinds: ticket === undefined ? undefined : signKindsOf(ticket),
    author: selection.author && new Set(selection.author.map((w) => w.toLowerCase())),
    source: selection.source?.map((w) => w.toLowerCase()),
    target: selection.target,
    styles: selection.style === undefined ? [] : [selection.style].flat(),
    stages: selection.stage,
    except: sets.wordIds(selection.except ?? []),
    unless: selection.unless ?? [],
    only: selection.only ?? [],
    fields: new Set(selection.in ?? (['text', 'media'] as const)),
    takesTarget: selection.in === undefined,
  };
  const relations = compileRelations(selection, names);
  return { name, key: keyOf(asked, keys), ...asked, relations, atLeast: selection.at_least ?? 1 };
}

function keyOf(asked: object, keys: Map<string, number>): number {
  const text = JSON.stringify(asked, (_, value) => (value instanceof Set ? [...value] : value));
  const key = keys.get(text) ?? keys.size;
  keys.set(text, key);
  return key;
}

/** `any` is every sign; `person` leaves out parties, which are praised and blamed every day of the year. */
function signKindsOf(ticket: NonNullable<Selection['ticket']>): Set<SignKind> {
  if (ticket === 'any') return new Set(SIGN_KINDS);
  if (ticket === 'person') return new Set(SIGN_KINDS.filter((kind) => kind !== 'party'));
  return new Set([ticket].flat());
}

function compileRelations(selection: Selection, names: readonly string[]): Relation[] {
  return relationsOf(selection).map(({ side, to, reach }) => ({
    side,
    to: names.indexOf(to),
    reach: reach ?? DEFAULT_REACH[side],
  }));
}
