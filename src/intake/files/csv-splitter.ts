import { parse } from 'csv-parse/sync';
import type { LineFault, TextLine } from './line-splitter.js';

export type RecordFault = LineFault | 'openQuote' | 'recordTooLong';

/** One CSV record by its first line, or why it cannot be read. `isLast`: the file ends in it, without a line end. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[]; readonly isLast: boolean }
  | { readonly line: number; readonly fault: RecordFault; readonly length?: number };

interface Whole {
  readonly line: number;
  readonly text: string;
  readonly isLast: boolean;
}
type Taken = Whole | { readonly line: number; readonly fault: RecordFault; readonly length?: number };

/** As Excel writes them, with English or Indonesian settings, and as "Unicode Text". */
const DELIMITERS = [',', ';', '\t'] as const;
/** Excel's own way to name the delimiter, on a line before the header. */
const SEPARATOR_LINE = /^sep=([,;\t])$/i;
/** How often a file may open a quotation mark and never close it before the rest is given up: each costs a re-read. */
const MAX_OPEN_QUOTES = 50;

/**
 * Puts lines together to records (RFC 4180: a cell in quotation marks may hold delimiters, line ends and doubled
 * quotation marks) and leaves their cells to csv-parse. The delimiter is the one that the first line has most of.
 * Where a quotation mark is never closed only its own line is lost: reading goes on with the next one.
 */
export class CsvSplitter {
  readonly #maxLength: number;
  #delimiter: string | undefined;
  #open: Whole[] = [];
  #length = 0;
  #budget = MAX_OPEN_QUOTES;

  constructor({ maxRecordLength }: { maxRecordLength: number }) {
    this.#maxLength = maxRecordLength;
  }

  push(lines: readonly TextLine[]): CsvRecord[] {
    return this.#split(lines.flatMap((line) => this.#take(line)));
  }

  end(): CsvRecord[] {
    return this.#split(this.#giveUpAll());
  }

  #take(line: TextLine): Taken[] {
    if ('fault' in line) return [...this.#giveUpAll(), line];
    if (this.#open.length === 0 && line.text === '') return [];
    if (this.#delimiter === undefined) {
      const told = SEPARATOR_LINE.exec(line.text)?.[1];
      this.#delimiter = told ?? delimiterOf(line.text);
      if (told !== undefined) return [];
    }
    const ending = endOf(line.text, { delimiter: this.#delimiter, isOpen: this.#open.length > 0 });
    this.#open.push(line);
    this.#length += line.text.length;
    if (this.#length > this.#maxLength) return this.#tooLong();
    if (ending === 'malformed') return this.#giveUp();
    return ending === 'open' ? [] : [this.#close(line.isLast)];
  }

  #close(isLast: boolean): Whole {
    const open = this.#clear();
    return { line: open[0]!.line, text: open.map((line) => line.text).join('\n'), isLast };
  }

  #clear(): Whole[] {
    const open = this.#open;
    this.#open = [];
    this.#length = 0;
    return open;
  }

  #tooLong(): Taken[] {
    if (this.#open.length > 1) return this.#giveUp();
    const length = this.#length;
    return [{ line: this.#clear()[0]!.line, fault: 'recordTooLong', length }];
  }

  #giveUpAll(): Taken[] {
    const taken: Taken[] = [];
    while (this.#open.length > 0) taken.push(...this.#giveUp());
    return taken;
  }

  #giveUp(): Taken[] {
    const [first, ...rest] = this.#clear();
    this.#budget -= 1;
    const lost = { line: first!.line, fault: 'openQuote' } as const;
    if (this.#budget <= 0) return [lost, ...rest.map(({ line }) => ({ line, fault: 'openQuote' as const }))];
    return [lost, ...rest.flatMap((line) => this.#take(line))];
  }

  /** All whole records at once: csv-parse takes longer to start than to read a record. */
  #split(taken: readonly Taken[]): CsvRecord[] {
    const text = taken.flatMap((one) => ('text' in one ? [one.text] : [])).join('\n');
    const cells = text === '' ? [] : cellsOf(text, this.#delimiter!);
    let next = 0;
    return taken.map((one) => ('text' in one ? { line: one.line, cells: cells[next++]!, isLast: one.isLast } : one));
  }
}

/** A mark inside an unquoted cell is text; one that closes nothing was found by `endOf` before. */
function cellsOf(text: string, delimiter: string): string[][] {
  return parse(text, { delimiter, record_delimiter: '\n', relax_column_count: true, relax_quotes: true });
}

function delimiterOf(header: string): string {
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/**
 * How a line leaves the record it stands in; `malformed` where a closing mark stands before other text: most likely an
 * earlier one was forgotten.
 */
function endOf(text: string, { delimiter, isOpen }: { delimiter: string; isOpen: boolean }) {
  let at = 0;
  let isInside = isOpen;
  for (;;) {
    if (!isInside && text[at] !== '"') {
      const next = text.indexOf(delimiter, at);
      if (next === -1) return 'closed';
      at = next + 1;
      continue;
    }
    const mark = closingMark(text, isInside ? at : at + 1);
    if (mark === -1) return 'open';
    if (mark + 1 === text.length) return 'closed';
    if (text[mark + 1] !== delimiter) return 'malformed';
    at = mark + 2;
    isInside = false;
  }
}

function closingMark(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
