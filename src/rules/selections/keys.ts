import { z } from 'zod';
import { anchor } from './anchor.js';
import { apartFrom } from './apart-from.js';
import { atLeast } from './at-least.js';
import { author } from './author.js';
import { emoji } from './emoji.js';
import { except } from './except.js';
import { fields } from './fields.js';
import { frame } from './frame.js';
import { hashtag } from './hashtag.js';
import { lexicon } from './lexicon.js';
import { means } from './means.js';
import { phrase } from './phrase.js';
import { after, before, within } from './relations.js';
import { only, unless } from './scopes.js';
import type { SelectionKey } from './selection-key.js';
import { source } from './source.js';
import { stage } from './stage.js';
import { stem } from './stem.js';
import { style } from './style.js';
import { target } from './target.js';
import { ticket } from './ticket.js';
import { words } from './words.js';

/**
 * Every key that a selection may have: schema, engine, explanations, reference checks and the editors' JSON schema are
 * made from this table, in its order.
 */
export const SELECTION_KEYS = {
  ticket,
  anchor,
  stem,
  words,
  phrase,
  emoji,
  hashtag,
  lexicon,
  author,
  source,
  target,
  style,
  frame,
  stage,
  except,
  within,
  before,
  after,
  apart_from: apartFrom,
  unless,
  only,
  at_least: atLeast,
  in: fields,
  means,
} as const satisfies Record<string, SelectionKey>;

type Keys = typeof SELECTION_KEYS;
export type KeyName = keyof Keys;
export const KEY_NAMES = Object.keys(SELECTION_KEYS) as KeyName[];

const shape = Object.fromEntries(KEY_NAMES.map((name) => [name, SELECTION_KEYS[name].schema.optional()]));
export const selectionSchema = z.strictObject(shape as { [Name in KeyName]: z.ZodOptional<Keys[Name]['schema']> });
export type Selection = z.output<typeof selectionSchema>;

/** The keys that are there, each with its value, in the order of the table. */
export function writtenKeys(selection: Selection): { name: KeyName; key: SelectionKey; value: unknown }[] {
  return KEY_NAMES.flatMap((name) =>
    selection[name] === undefined ? [] : [{ name, key: SELECTION_KEYS[name], value: selection[name] }],
  );
}

/** What a selection looks for and where, as an analyst says it. */
export function selectionInWords(selection: Selection): string {
  const said = writtenKeys(selection).map(({ key, value }) => key.describe(value));
  return said.filter((words) => words !== undefined).join('; ');
}
