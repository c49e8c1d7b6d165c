import { quoted } from '../../rules/files/quoted.js';
import { REGISTRY_FILE_FAULTS } from '../../words/intake/csv.js';
import { sayAdvice } from '../../words/say.js';
import type { Header, TableItem } from '../files/csv-table.js';
import { type Advised, adviseLine } from '../files/row-fault.js';
import type { RegistryIssue } from './registry-issue.js';

/** An issue of the file in hand. */
export type PlacedFault = Omit<RegistryIssue, 'file'>;

export function placed(row: number, { message, hint }: Advised, column = ''): PlacedFault {
  return { row, column, reason: message, hint };
}

/** What makes a file unreadable as a whole, told once and not for every row. */
export function findFileFault(items: readonly TableItem[], bytes: Uint8Array): PlacedFault | undefined {
  for (const item of items) {
    if (!('fault' in item)) continue;
    const { kind } = item.fault;
    if (kind === 'utf16' || kind === 'workbook') return placed(item.line, adviseLine(kind));
    if (kind === 'notUtf8') {
      return placed(item.line, sayAdvice(REGISTRY_FILE_FAULTS.notUtf8, 'id', { line: item.line }));
    }
  }
  const nul = bytes.indexOf(0);
  if (nul < 0) return undefined;
  const line = Buffer.from(bytes.subarray(0, nul))
    .toString('latin1')
    .split(/\r\n|\n|\r/).length;
  return placed(line, sayAdvice(REGISTRY_FILE_FAULTS.nulByte, 'id'));
}

/** The header must be exactly these, in any order, `added` ones left out or not; columns without a title are passed over. */
export function headerFaults(
  header: Header | undefined,
  { names: columns, added }: { names: readonly string[]; added: readonly string[] },
): PlacedFault[] {
  const known = { columns: columns.join(',') };
  if (header === undefined) return [placed(1, sayAdvice(REGISTRY_FILE_FAULTS.empty, 'id', known))];
  const { line, names } = header;
  const unknown = names.filter((name) => name !== '' && !columns.includes(name));
  const fault = (key: 'missingColumn' | 'doubledColumn', column: string) =>
    placed(line, sayAdvice(REGISTRY_FILE_FAULTS[key], 'id', { column, ...known }), column);
  return [
    ...columns
      .filter((name) => !names.includes(name) && !added.includes(name))
      .map((name) => fault('missingColumn', name)),
    ...unknown.map((name) =>
      placed(line, sayAdvice(REGISTRY_FILE_FAULTS.unknownColumn, 'id', { column: quoted(name), ...known })),
    ),
    ...columns
      .filter((name) => names.indexOf(name) !== names.lastIndexOf(name))
      .map((name) => fault('doubledColumn', name)),
  ];
}
