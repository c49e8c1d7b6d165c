import { isBlankCell, tidyCell } from './cells.js';
import { type CsvRecord, CsvSplitter, type RecordFault } from './csv-splitter.js';
import { LineSplitter } from './line-splitter.js';

/** What is wrong with a row as a whole; `found` and `wanted` count cells. */
export type RowFault =
  | { readonly kind: RecordFault; readonly length?: number }
  | { readonly kind: 'cellCount' | 'cutOff'; readonly found: number; readonly wanted: number }
  /** Counted from 1. What stands there is not told: it may be a stranger's. */
  | { readonly kind: 'untitledCell'; readonly column: number };

export interface CsvRow {
  /** The first of its lines in the file, counted from 1. */
  readonly line: number;
  /** By the name of the column, as written; `undefined` where the row ends before it. */
  readonly cells: Readonly<Record<string, string | undefined>>;
}
export type TableItem = CsvRow | { readonly line: number; readonly fault: RowFault };

export interface Header {
  readonly line: number;
  /** In the order of the file, empty where a column has no title. */
  readonly names: readonly string[];
}

/** Some rows of a table, and its titles as soon as they are known. */
export interface TablePart {
  readonly header: Header | undefined;
  readonly items: readonly TableItem[];
}

export interface TableOptions {
  readonly maxRecordLength: number;
  /** Columns that a row may end before: Excel leaves empty cells at the end of a row away, sixteen rows at a time. */
  readonly optional: readonly string[];
}

/**
 * Reads a CSV file with a header, chunk by chunk: every row by the names of its columns, or why it cannot be read.
 * Columns without a title and rows without a word, as Excel leaves them behind, are passed over; a word in a column
 * without a title is a fault, since nobody knows what it says.
 */
export class CsvTable {
  readonly #lines = new LineSplitter();
  readonly #records: CsvSplitter;
  readonly #optional: ReadonlySet<string>;
  #header: Header | undefined;

  constructor({ maxRecordLength, optional }: TableOptions) {
    this.#records = new CsvSplitter({ maxRecordLength });
    this.#optional = new Set(['', ...optional]);
  }

  /** `undefined` before it is read. */
  get header(): Header | undefined {
    return this.#header;
  }

  push(chunk: Uint8Array): TableItem[] {
    return this.#read(this.#records.push(this.#lines.push(chunk)));
  }

  end(): TableItem[] {
    return this.#read([...this.#records.push(this.#lines.end()), ...this.#records.end()]);
  }

  #read(records: readonly CsvRecord[]): TableItem[] {
    return records.flatMap((record) => this.#item(record) ?? []);
  }

  #item(record: CsvRecord): TableItem | undefined {
    const { line } = record;
    if ('fault' in record) return { line, fault: { kind: record.fault, length: record.length } };
    if (record.cells.every(isBlankCell)) return undefined;
    if (this.#header === undefined) {
      this.#header = { line, names: record.cells.map(tidyCell) };
      return undefined;
    }
    const fault = this.#faultOf(record.cells, record.isLast);
    if (fault) return { line, fault };
    return { line, cells: cellsByName(this.#header.names, record.cells) };
  }

  #faultOf(cells: readonly string[], isLast: boolean): RowFault | undefined {
    const header = this.#header!.names;
    const [found, wanted] = [cells.length, header.length];
    const isShort = header.slice(found).some((name) => name !== '');
    if (isShort && isLast) return { kind: 'cutOff', found, wanted };
    if (found > wanted || header.slice(found).some((name) => !this.#optional.has(name))) {
      return { kind: 'cellCount', found, wanted };
    }
    const untitled = cells.findIndex((cell, i) => header[i] === '' && !isBlankCell(cell));
    return untitled < 0 ? undefined : { kind: 'untitledCell', column: untitled + 1 };
  }
}

/** Where two columns have one title, the first is read: which it is does not depend on what stands beside it. */
export function cellsByName(names: readonly string[], cells: readonly string[]): CsvRow['cells'] {
  return Object.fromEntries(names.map((name, at) => [name, cells[at]] as const).reverse());
}
