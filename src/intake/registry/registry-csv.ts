import { parse } from 'csv-parse/sync';
import { quoted } from '../../rules/files/quoted.js';
import { decodeCsv } from './registry-encoding.js';
import type { Fault, RegistryIssue } from './registry-issue.js';

/** One row: `row` is its line in the file, the header being 1. Cells by column name, as written. */
export interface CsvRow<C extends string> {
  readonly row: number;
  readonly cells: Readonly<Record<C, string>>;
}

export interface CsvFile {
  /** As the user named it, for messages. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The largest office of the country has fewer staff; more belongs in several files. */
const MAX_ROWS = 200_000;

/** No honest row is longer; what is, is a broken quote or an attack. */
const MAX_ROW_LENGTH = 8_192;

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Reads a registry file whose header is exactly `columns`, in any order. Semicolons and tabs (Excel with Indonesian
 * settings) are as good as commas. Each row that cannot be read is one issue, and the rows after it are read on.
 */
export function readCsv<C extends string>(
  file: CsvFile,
  columns: readonly C[],
): { rows: CsvRow<C>[]; issues: RegistryIssue[] } {
  const issues: RegistryIssue[] = [];
  const add = (row: number, fault: Fault, column = '') => issues.push({ file: file.name, row, column, ...fault });
  const decoded = decodeCsv(file.bytes);
  if ('fault' in decoded) {
    add(decoded.line, decoded.fault);
    return { rows: [], issues };
  }
  const text = decoded.value;
  const [headerLine = ''] = text.split(/\r\n|\n|\r/, 1);
  const delimiter = delimiterOf(headerLine);
  const records = readRecords(text, delimiter);
  const header = records[0]?.cells?.map((cell) => cell.trim()) ?? [];
  const headerFaults = checkHeader(header, columns);
  for (const { column, ...fault } of headerFaults) add(1, fault, column);
  if (headerFaults.length > 0) return { rows: [], issues };

  const isCutOff = !/[\r\n]$/.test(text);
  const rows: CsvRow<C>[] = [];
  for (const [index, { row, cells, fault }] of records.slice(1).entries()) {
    if (index >= MAX_ROWS) {
      add(row, tooManyRows());
      break;
    }
    const isLast = index === records.length - 2;
    const wrong = fault ?? checkWidth(cells.length, { header, isCutOff: isCutOff && isLast });
    if (wrong) add(row, wrong);
    else rows.push({ row, cells: Object.fromEntries(header.map((name, i) => [name, cells[i]])) as Record<C, string> });
  }
  return { rows, issues };
}

interface CsvRecord {
  readonly row: number;
  readonly cells: string[];
  readonly fault?: Fault;
}

/** The whole text at once; where that fails anywhere, line by line, so that one broken quote does not swallow the rest. */
function readRecords(text: string, delimiter: string): CsvRecord[] {
  try {
    const records = parseRecords(text, delimiter);
    return records.map(({ record, info }) => {
      const linesInside = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      return { row: info.lines - linesInside, cells: record };
    });
  } catch {
    const lines = text.split(/\r\n|\n|\r/);
    return lines.flatMap((line, index) => (line === '' ? [] : [readLine(line, index + 1, delimiter)]));
  }
}

function readLine(line: string, row: number, delimiter: string): CsvRecord {
  if (line.length > MAX_ROW_LENGTH) return { row, cells: [], fault: tooLong(line.length) };
  try {
    return { row, cells: parseRecords(line, delimiter)[0]?.record ?? [] };
  } catch {
    return { row, cells: [], fault: brokenQuotes() };
  }
}

function parseRecords(text: string, delimiter: string): { record: string[]; info: { lines: number } }[] {
  const options = { delimiter, info: true, relax_column_count: true, skip_empty_lines: true };
  const records = parse(text, { ...options, max_record_size: MAX_ROW_LENGTH, record_delimiter: ['\r\n', '\n', '\r'] });
  return records as unknown as { record: string[]; info: { lines: number } }[];
}

function delimiterOf(headerLine: string): string {
  const count = (delimiter: string) => headerLine.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

function checkHeader(header: readonly string[], columns: readonly string[]): (Fault & { column: string })[] {
  if (header.every((name) => name === '')) {
    return [
      { column: '', reason: 'Berkas kosong atau tanpa judul kolom.', hint: `Baris 1 harus: ${columns.join(',')}` },
    ];
  }
  const missing = columns.filter((name) => !header.includes(name));
  const extra = header.filter((name) => !columns.includes(name));
  const repeated = columns.filter((name) => header.filter((other) => other === name).length > 1);
  const hint = `Baris 1 harus: ${columns.join(',')}`;
  return [
    ...missing.map((column) => ({ column, reason: `Kolom ${column} tidak ada.`, hint })),
    ...extra.map((column) => ({ column: '', reason: `Kolom ${quoted(column)} tidak dikenal.`, hint })),
    ...repeated.map((column) => ({ column, reason: `Kolom ${column} ada lebih dari satu.`, hint })),
  ];
}

function checkWidth(width: number, { header, isCutOff }: { header: readonly string[]; isCutOff: boolean }) {
  if (width === header.length) return undefined;
  if (width < header.length && isCutOff) {
    return {
      reason: `Baris terakhir terpotong: ${width} dari ${header.length} kolom.`,
      hint: 'Berkas belum selesai ditulis atau disalin; simpan atau salin ulang.',
    };
  }
  return {
    reason: `Ada ${width} kolom, seharusnya ${header.length}.`,
    hint: 'Apit isi yang memuat koma atau titik koma dengan tanda kutip ganda.',
  };
}

function tooManyRows(): Fault {
  return { reason: `Lebih dari ${MAX_ROWS} baris.`, hint: 'Bagi menjadi beberapa berkas, lalu impor satu per satu.' };
}

function tooLong(length: number): Fault {
  return {
    reason: `Baris sepanjang ${length} huruf; paling panjang ${MAX_ROW_LENGTH}.`,
    hint: 'Pendekkan isinya, atau cari tanda kutip yang tidak ditutup.',
  };
}

function brokenQuotes(): Fault {
  return {
    reason: 'Tanda kutip ganda tidak berpasangan.',
    hint: 'Tulis tanda kutip di dalam isi dua kali (""), dan tutup setiap tanda kutip pada baris yang sama.',
  };
}
