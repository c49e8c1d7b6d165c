import type { Stage } from '../domain/election.js';
import type { ActivityKind } from '../domain/platform.js';
import type { Side } from './occurrence.js';
import { relationsOf } from './rule-references.js';
import {
  isClearing,
  RELATION,
  type Rule,
  type Scope,
  type Selection,
  type StyleName,
  type TARGETS,
} from './rule-schema.js';
import type { LoadedRule } from './rule-set.js';
import type { TermSets } from './term-sets.js';
import { SIGN_KINDS, type SignKind } from './tickets/signs.js';

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
  readonly unless: readonly Scope[];
  readonly only: readonly Scope[];
  readonly fields: ReadonlySet<'text' | 'media' | 'target'>;
  /** A ticket may also be the one whose post is answered, liked or shared. */
  readonly takesTarget: boolean;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly subject: string;
  readonly appliesTo: ReadonlySet<ActivityKind>;
  /** In an order in which every selection comes after those it stands near to. */
  readonly selections: readonly CompiledSelection[];
  readonly all: readonly number[];
  readonly any: readonly number[];
  /** Excluding selections without a relation: one of them ends the rule. */
  readonly none: readonly number[];
  /** Excluding selections near to another one: they take away only the places that they stand at. */
  readonly removing: readonly number[];
  readonly needsTicket: boolean;
  /** Sets of which one must occur; `undefined` where the rule cannot be told from its words. */
  readonly triggers: readonly number[] | undefined;
}

export function compileRule({ rule, subject }: LoadedRule, sets: TermSets): CompiledRule {
  const names = inOrder(rule);
  const selections = names.map((name) => compileSelection(name, rule.selections[name]!, { names, sets }));
  const indexes = (used: readonly string[] | undefined) => (used ?? []).map((name) => names.indexOf(name));
  const [all, any, none] = [indexes(rule.when.all), indexes(rule.when.any), indexes(rule.when.none)];
  return {
    rule,
    subject,
    appliesTo: new Set(rule.applies_to),
    selections,
    all,
    any,
    none: none.filter((i) => selections[i]!.relations.length === 0),
    removing: none.filter((i) => selections[i]!.relations.length > 0),
    needsTicket: !isClearing(rule) || all.some((i) => selections[i]!.signKinds !== undefined),
    triggers: triggersOf(selections, all, any),
  };
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
    for (const other of relationsOf(selection)) visit(other);
    done.push(name);
  };
  for (const name of Object.keys(rule.selections).sort()) visit(name);
  return done;
}

function compileSelection(
  name: string,
  selection: Selection,
  { names, sets }: { names: readonly string[]; sets: TermSets },
): CompiledSelection {
  const { lexicon, ticket, stem, words, phrase, emoji, hashtag } = selection;
  const hasTerms = [stem, words, phrase, emoji, hashtag].some((t) => t !== undefined);
  const own = hasTerms ? [sets.ofSelection(selection, selection.means ?? name.replaceAll('_', ' '))] : [];
  return {
    name,
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
    relations: compileRelations(selection, names),
    unless: selection.unless ?? [],
    only: selection.only ?? [],
    fields: new Set(selection.in ?? ['text', 'media']),
    takesTarget: selection.in === undefined,
  };
}

/** `any` is every sign; `person` leaves out parties, which are praised and blamed every day of the year. */
function signKindsOf(ticket: NonNullable<Selection['ticket']>): Set<SignKind> {
  if (ticket === 'any') return new Set(SIGN_KINDS);
  if (ticket === 'person') return new Set(SIGN_KINDS.filter((kind) => kind !== 'party'));
  return new Set([ticket].flat());
}

function compileRelations(selection: Selection, names: readonly string[]): Relation[] {
  return (['within', 'before', 'after'] as const).flatMap((side) => {
    const written = selection[side];
    if (written === undefined) return [];
    const [, reach, to] = RELATION.exec(written)!;
    return [{ side, to: names.indexOf(to!), reach: reach === undefined ? DEFAULT_REACH[side] : Number(reach) }];
  });
}
