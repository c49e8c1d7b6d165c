import type { z } from 'zod';
import type { Occurrence, Side } from '../scene/occurrence.js';
import type { Scene } from '../scene/scene.js';
import type { Scope } from '../scene/scopes.js';
import type { Term, TermSets } from '../scene/term-sets.js';

/**
 * One key of a selection. Its file says all there is to know of it: how it is written, what it looks for or where that
 * has to stand, what `rules explain` says of it, and what its words are names of.
 */
export interface SelectionKey<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  /** `what` is looked for, or `where` it has to stand: a selection that only says where is empty. */
  readonly says: 'what' | 'where';
  /**
   * What its words are, for checks that read all files: `terms` and `tags` stand in posts and may name no candidate,
   * `lists` are word lists, `frames` rules of `rules/frame/`, `selections` others of the same rule.
   */
  readonly holds: 'terms' | 'tags' | 'lists' | 'frames' | 'selections' | 'no_names';
  /** Adds to the draft what the engine needs: conditions on the whole act, places, or conditions on places. */
  compile(value: z.output<Schema>, draft: SelectionDraft, context: KeyContext): void;
  /** For `rules explain`, in Indonesian; `undefined` where it adds nothing to what the others say. */
  describe(value: z.output<Schema>): string | undefined;
}

/** Lets a key's file be read without a type argument. */
export function selectionKey<Schema extends z.ZodType>(key: SelectionKey<Schema>): SelectionKey<Schema> {
  return key;
}

export interface KeyContext {
  readonly sets: TermSets;
  /** Selections of the rule, in the order in which they are numbered. */
  readonly names: readonly string[];
}

export interface Relation {
  readonly side: Side;
  /** Index of the other selection. */
  readonly to: number;
  readonly reach: number;
}

/** Whether the act as a whole is what the selection asks for. */
export type Condition = (scene: Scene) => boolean;

/** Adds the places where something other than words stands. */
export type PlaceFinder = (scene: Scene, selection: CompiledSelection, to: Occurrence[]) => void;

export type Field = 'text' | 'media' | 'target';

export interface CompiledSelection {
  readonly name: string;
  /** Selections of any rules that ask the same, their relations aside, share a number. */
  readonly key: number;
  readonly conditions: readonly Condition[];
  readonly finders: readonly PlaceFinder[];
  readonly sets: readonly number[];
  readonly means: string | undefined;
  /** Its places are tickets. */
  readonly isSign: boolean;
  /** They are tickets that nobody names. */
  readonly isUnnamed: boolean;
  readonly isTagOnly: boolean;
  readonly except: ReadonlySet<number>;
  readonly relations: readonly Relation[];
  /** Indexes of selections in whose clauses it does not count. */
  readonly apartFrom: readonly number[];
  /** How many different words must stand where the relations want them. */
  readonly atLeast: number;
  readonly unless: readonly Scope[];
  readonly only: readonly Scope[];
  readonly fields: ReadonlySet<Field>;
  /** A ticket may also be the one whose post is answered, liked or shared. */
  readonly takesTarget: boolean;
}

/** What the keys of one selection add up to. */
export interface SelectionDraft {
  readonly terms: Term[];
  readonly lists: number[];
  readonly conditions: Condition[];
  readonly finders: PlaceFinder[];
  readonly relations: Relation[];
  apartFrom: readonly number[];
  means: string | undefined;
  isSign: boolean;
  isUnnamed: boolean;
  isTagOnly: boolean;
  except: ReadonlySet<number>;
  atLeast: number;
  unless: readonly Scope[];
  only: readonly Scope[];
  fields: ReadonlySet<Field>;
  takesTarget: boolean;
}
