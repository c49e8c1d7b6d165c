import type { Clock } from '../../domain/clock.js';
import type { ImportLine } from '../../domain/import-line.js';
import { ACT_FILE_NOTES } from '../../words/intake/acts.js';
import { printable } from '../../words/printable.js';
import { sayAdvice } from '../../words/say.js';
import { CsvTable, type Header, type TableItem, type TablePart } from '../files/csv-table.js';
import { MAX_LINE_BYTES } from '../files/line-splitter.js';
import { type Advised, adviseRow } from '../files/row-fault.js';
import { neededOf, type TableFormat, unreadTitles } from '../formats/format.js';
import { actFault } from './act-fault.js';
import { takeRow } from './take-row.js';
import { unread, unreadable } from './to-import-line.js';

export interface TableActsOptions {
  readonly clock: Clock;
  /** Told once of what in a table of our own is not read at all; of other tables the report says it. */
  readonly onNote?: ((note: Advised) => void) | undefined;
}

/** The parts of a CSV file, chunk by chunk. */
export async function* readCsvParts(bytes: AsyncIterable<Uint8Array>, format: TableFormat): AsyncGenerator<TablePart> {
  const optional = [...format.columns.flatMap(({ from, isNeeded }) => (isNeeded ? [] : [from])), ...format.leftAlone];
  const table = new CsvTable({ maxRecordLength: MAX_LINE_BYTES, optional });
  for await (const chunk of bytes) yield partOf(table, table.push(chunk));
  yield partOf(table, table.end());
}

const partOf = ({ header }: CsvTable, items: readonly TableItem[]): TablePart => ({ header, items });

/** The acts of a table, row by row. Columns that are none of the format are not read. */
export async function* readTableActs(
  parts: AsyncIterable<TablePart>,
  format: TableFormat,
  { clock, onNote }: TableActsOptions,
): AsyncGenerator<ImportLine> {
  let isChecked = false;
  for await (const { header, items } of parts) {
    if (!isChecked && header) {
      const missing = neededOf(format).filter((name) => !header.names.includes(name));
      if (missing.length > 0) {
        yield unreadable(header.line, actFault('noHeader', { missing: missing.join(', ') }));
        return;
      }
      if (format.isOwn) noteUnreadColumns(header, format, onNote);
      isChecked = true;
    }
    for (const item of items) yield toLine(item, format, clock());
  }
}

function toLine(item: TableItem, format: TableFormat, now: Date): ImportLine {
  if ('cells' in item) return takeRow({ line: item.line, now }, format, format.toAct(item.cells));
  const { kind } = item.fault;
  return unread(item.line, adviseRow(item.fault, MAX_LINE_BYTES), kind === 'tooLong' || kind === 'recordTooLong');
}

function noteUnreadColumns({ names }: Header, format: TableFormat, onNote: TableActsOptions['onNote']): void {
  const known = format.columns.map(({ from }) => from);
  const unreadNames = unreadTitles(names, known);
  if (unreadNames.length === 0) return;
  const columns = printable(unreadNames.join(', '));
  onNote?.(sayAdvice(ACT_FILE_NOTES.unreadColumns, 'id', { columns, known: known.join(', ') }));
}
