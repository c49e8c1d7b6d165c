import { REGISTRY_FILE_FAULTS } from '../../words/intake/csv.js';
import { sayAdvice } from '../../words/say.js';
import { CsvTable } from '../files/csv-table.js';
import { adviseRow } from '../files/row-fault.js';
import { findFileFault, headerFaults, type PlacedFault, placed } from './registry-file-faults.js';
import type { RegistryIssue } from './registry-issue.js';

/** 200,000 rows of a usual length, twice over. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** The largest office of the country has fewer staff; more belongs in several files. */
const MAX_ROWS = 200_000;
/** No honest row is longer; what is, is a broken quote or an attack. */
const MAX_ROW_LENGTH = 8_192;

export interface RegistryFile {
  /** As the user named it, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One row: `row` is its line in the file. Cells by column name, as written. */
export interface RegistryRow<C extends string> {
  readonly row: number;
  readonly cells: Readonly<Record<C, string>>;
}

export interface RegistryColumns<C extends string> {
  /** The header is exactly these, in any order. */
  readonly names: readonly C[];
  /** Those that a row may end before. */
  readonly optional: readonly C[];
  /** Those that a header may leave out; their cells are empty then. */
  readonly added?: readonly C[];
}

/**
 * Reads a registry file; `leftOut`: columns that its header left out. Each row that cannot be read is one issue, and the
 * rows after it are read on.
 */
export function readRegistryFile<C extends string>(
  file: RegistryFile,
  columns: RegistryColumns<C>,
): { rows: RegistryRow<C>[]; issues: RegistryIssue[]; leftOut: readonly C[] } {
  const { rows, faults, leftOut = [] } = readBytes(file.bytes, columns);
  return { rows, issues: faults.map((fault) => ({ file: file.name, ...fault })), leftOut };
}

function readBytes<C extends string>(bytes: Uint8Array, { names, optional, added = [] }: RegistryColumns<C>) {
  const rows: RegistryRow<C>[] = [];
  if (bytes.byteLength > MAX_FILE_BYTES) return { rows, faults: [placed(1, tooLarge())] };
  const table = new CsvTable({ maxRecordLength: MAX_ROW_LENGTH, optional });
  const items = [...table.push(bytes), ...table.end()];
  const unreadable = findFileFault(items, bytes);
  if (unreadable) return { rows, faults: [unreadable] };
  const ofHeader = headerFaults(table.header, { names, added });
  if (ofHeader.length > 0) return { rows, faults: ofHeader };

  const faults: PlacedFault[] = items.length === 0 ? [placed(table.header!.line, noRows())] : [];
  for (const item of items.slice(0, MAX_ROWS)) {
    if ('fault' in item) faults.push(placed(item.line, adviseRow(item.fault, MAX_ROW_LENGTH)));
    else rows.push({ row: item.line, cells: withEvery(names, item.cells) });
  }
  const beyond = items[MAX_ROWS];
  if (beyond) faults.push(placed(beyond.line, tooManyRows()));
  return { rows, faults, leftOut: added.filter((name) => !table.header?.names.includes(name)) };
}

/** A row that ended early has empty cells where it had none. */
function withEvery<C extends string>(names: readonly C[], cells: Readonly<Record<string, string | undefined>>) {
  return Object.fromEntries(names.map((name) => [name, cells[name] ?? ''])) as Record<C, string>;
}

const tooLarge = () => sayAdvice(REGISTRY_FILE_FAULTS.tooLarge, 'id', { limit: MAX_FILE_BYTES / 1024 / 1024 });
const noRows = () => sayAdvice(REGISTRY_FILE_FAULTS.noRows, 'id');
const tooManyRows = () => sayAdvice(REGISTRY_FILE_FAULTS.tooManyRows, 'id', { limit: MAX_ROWS });
