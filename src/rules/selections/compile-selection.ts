import { type Selection, writtenKeys } from './keys.js';
import type { CompiledSelection, KeyContext, SelectionDraft } from './selection-key.js';

export interface SelectionContext extends KeyContext {
  /** Numbers of selections, by all that they ask. */
  readonly numbers: Map<string, number>;
}

export function compileSelection(name: string, selection: Selection, context: SelectionContext): CompiledSelection {
  const written = writtenKeys(selection);
  const draft = emptyDraft();
  for (const { key, value } of written) key.compile(value, draft, context);
  const { terms, lists, means, conditions, finders, relations, except } = draft;
  const termsMean = means ?? name.replaceAll('_', ' ');
  const own = terms.length > 0 ? [context.sets.setOf(terms, termsMean)] : [];
  const apart = written.filter(({ key }) => key.holds !== 'selections').map((one) => [one.name, one.value]);
  // Every field by name: an object made by a spread is slower to read, and this one is read for every act.
  return {
    name,
    key: numberOf(JSON.stringify([apart, terms.length > 0 && termsMean]), context.numbers),
    conditions,
    finders,
    sets: [...own, ...lists],
    means,
    isSign: draft.isSign,
    isUnnamed: draft.isUnnamed,
    isTagOnly: draft.isTagOnly,
    except,
    relations,
    apartFrom: draft.apartFrom,
    atLeast: draft.atLeast,
    unless: draft.unless,
    only: draft.only,
    fields: draft.fields,
    takesTarget: draft.takesTarget,
  };
}

function emptyDraft(): SelectionDraft {
  return {
    terms: [],
    lists: [],
    conditions: [],
    finders: [],
    relations: [],
    apartFrom: [],
    means: undefined,
    isSign: false,
    isUnnamed: false,
    isTagOnly: false,
    except: new Set(),
    atLeast: 1,
    unless: [],
    only: [],
    fields: new Set(['text', 'media']),
    takesTarget: true,
  };
}

function numberOf(asked: string, numbers: Map<string, number>): number {
  const number = numbers.get(asked) ?? numbers.size;
  numbers.set(asked, number);
  return number;
}
