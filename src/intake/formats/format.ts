import type { SkipReason } from '../../domain/coverage.js';
import type { SourceStatus } from '../../domain/import-format.js';
import type { Advised } from '../files/row-fault.js';

/** What one row becomes: an act as `toImportLine` takes it, or why it is none. */
export type Taken =
  | { readonly act: unknown }
  | { readonly skip: Extract<SkipReason, 'unsupported'> }
  | { readonly fault: 'roundedId' }
  | { readonly said: Advised };

/** One value of the file and what it is taken for: `author.uniqueId`, `handle`. */
export interface Column {
  readonly from: string;
  readonly to: ActField;
  /** Without it nothing can be taken in. */
  readonly isNeeded?: boolean;
}

export type ActField =
  | ('id' | 'kind' | 'text' | 'publishedAt' | 'platform' | 'handle' | 'authorId' | 'url' | 'media')
  | ('targetHandle' | 'targetText' | 'targetUrl');

/** A column or a key that was expected and is not there, and those that nobody expects. */
export interface Drift {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

interface Known {
  readonly status: SourceStatus;
  /** Written for Netra: fields and columns have one name, and an act is the same only as long as nothing in it changes. */
  readonly isOwn?: boolean;
  /** In the order in which the report names them. */
  readonly columns: readonly Column[];
}

/** A row as one line of JSON. */
export interface JsonFormat extends Known {
  readonly kind: 'json';
  /** Every key of a line; `undefined` where others may stand there. */
  readonly keys: readonly string[] | undefined;
  /** Whether a line is one of this format, by what stands in it. */
  recognise(line: Readonly<Record<string, unknown>>): boolean;
  toAct(line: Readonly<Record<string, unknown>>): Taken;
}

export type Cells = Readonly<Record<string, string | undefined>>;

/** A row of a table with a header. */
export interface TableFormat extends Known {
  readonly kind: 'table';
  /** Columns that only this format has, all of them. */
  readonly marks: readonly string[];
  /** A file with one of these is of another format. */
  readonly foreign: readonly string[];
  /** Columns that are known and left alone: counts, pictures, what others may be named by. */
  readonly leftAlone: readonly string[];
  toAct(cells: Cells): Taken;
}

export type Format = JsonFormat | TableFormat;

/** Columns that nothing can be taken in without. */
export function neededOf({ columns }: Pick<Format, 'columns'>): string[] {
  return columns.flatMap(({ from, isNeeded }) => (isNeeded ? [from] : []));
}

/** Titles that are none of the known, and those that stand there twice: one is read, the first time. */
export function unreadTitles(names: readonly string[], known: readonly string[]): string[] {
  return names.filter((name, at) => name !== '' && (!known.includes(name) || names.indexOf(name) !== at));
}

/** Names as a list of words: those of a table have no space in them. */
export function namesIn(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
