import type { Clock } from '../../domain/clock.js';
import type { ImportLine } from '../../domain/import-line.js';
import { ACT_FILE_NOTES } from '../../words/intake/acts.js';
import { printable } from '../../words/printable.js';
import { sayAdvice } from '../../words/say.js';
import { tidyCell, tidyCode } from '../files/cells.js';
import { CsvTable, type Header, type TableItem } from '../files/csv-table.js';
import { MAX_LINE_BYTES } from '../files/line-splitter.js';
import { type Advised, adviseRow } from '../files/row-fault.js';
import { actFault } from './act-fault.js';
import { toImportLine, unread, unreadable } from './to-import-line.js';

export interface CsvActsOptions {
  readonly clock: Clock;
  /** Told once of what in the file is not read at all. */
  readonly onNote?: ((note: Advised) => void) | undefined;
}

const NEEDED = ['id', 'kind', 'text', 'publishedAt', 'platform', 'handle'];
const OPTIONAL = ['targetHandle', 'targetText', 'targetUrl', 'url'];

/** The acts of a CSV file. Columns that are none of ours are named once; what stands in them is not read. */
export async function* readCsvActs(
  bytes: AsyncIterable<Uint8Array>,
  { clock, onNote }: CsvActsOptions,
): AsyncGenerator<ImportLine> {
  const table = new CsvTable({ maxRecordLength: MAX_LINE_BYTES, optional: OPTIONAL });
  let isChecked = false;
  for await (const items of itemsOf(table, bytes)) {
    if (!isChecked && table.header) {
      const missing = NEEDED.filter((name) => !table.header?.names.includes(name));
      if (missing.length > 0) {
        yield unreadable(table.header.line, actFault('noHeader', { missing: missing.join(', ') }));
        return;
      }
      noteUnreadColumns(table.header, onNote);
      isChecked = true;
    }
    for (const item of items) yield toLine(item, clock());
  }
}

async function* itemsOf(table: CsvTable, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TableItem[]> {
  for await (const chunk of bytes) yield table.push(chunk);
  yield table.end();
}

function toLine(item: TableItem, now: Date): ImportLine {
  if ('cells' in item) return toImportLine(item.line, fromCells(item.cells), now);
  const { kind } = item.fault;
  return unread(item.line, adviseRow(item.fault, MAX_LINE_BYTES), kind === 'tooLong' || kind === 'recordTooLong');
}

function noteUnreadColumns({ names }: Header, onNote: CsvActsOptions['onNote']): void {
  const known = [...NEEDED, ...OPTIONAL];
  const isUnread = (name: string, at: number) => name !== '' && (!known.includes(name) || names.indexOf(name) !== at);
  const unreadNames = names.filter(isUnread);
  if (unreadNames.length === 0) return;
  const columns = printable(unreadNames.join(', '));
  onNote?.(sayAdvice(ACT_FILE_NOTES.unreadColumns, 'id', { columns, known: known.join(', ') }));
}

/**
 * An empty cell is an absent value, but for the text: a like has none. A formula stays the text that it is, and texts
 * stay as they were written.
 */
function fromCells(cells: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const cell = (name: string): string | undefined => tidyCell(cells[name] ?? '') || undefined;
  const code = (name: string): string | undefined => tidyCode(cells[name] ?? '') || undefined;
  // A spreadsheet makes the first letter of a cell a capital.
  const word = (name: string): string | undefined => code(name)?.toLowerCase();
  const platform = word('platform');
  const targetHandle = code('targetHandle');
  const account = targetHandle === undefined ? undefined : { platform, handle: targetHandle };
  const target = { account, text: cells.targetText || undefined, url: cell('targetUrl') };
  const hasTarget = Object.values(target).some((part) => part !== undefined);
  return {
    id: cell('id'),
    kind: word('kind'),
    text: cells.text ?? '',
    publishedAt: code('publishedAt'),
    platform,
    handle: code('handle'),
    url: cell('url'),
    target: hasTarget ? target : undefined,
  };
}
