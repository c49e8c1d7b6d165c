import writeXlsxFile from 'write-excel-file/node';
import type { SheetFormat } from '../../domain/decided.js';
import type { Language } from '../../words/language.js';

/** The first row names the columns; every cell is text. */
export type Sheet = readonly (readonly string[])[];

interface Written {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** Cells are texts and stay texts: neither form of the file makes a spreadsheet work anything out. */
export async function writeSheet(sheet: Sheet, format: SheetFormat, language: Language = 'id'): Promise<Written> {
  return format === 'csv'
    ? { mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(toCsv(sheet, SEPARATORS[language]), 'utf8') }
    : {
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await toXlsx(sheet),
      };
}

/** What Excel would run: it looks behind spaces and at full-width signs too. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u;
/** As Excel of that language splits a line: with the other one it puts all of it into one cell. */
const SEPARATORS = { id: ';', en: ',' } as const satisfies Record<Language, string>;
/** Where a spreadsheet with another separator would begin a cell inside of a text. */
const INNER_FORMULA = /([;,\t|]\s*)(?=[=+\-@＝＋－＠])/gu;
/** Excel takes a file without it for the code page of the machine. */
const BYTE_ORDER_MARK = '\ufeff';

export function toCsv(sheet: Sheet, separator: string): string {
  return BYTE_ORDER_MARK + sheet.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join('');
}

function csvCell(text: string): string {
  const inside = text.replace(INNER_FORMULA, "$1'");
  const safe = FORMULA.test(text) ? `'${inside}` : inside;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Control characters and halves of a pair are no XML. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const MAX_CELL = 32_767;

function toXlsx(sheet: Sheet): Promise<Buffer> {
  const rows = sheet.map((row, place) =>
    row.map((text) => ({
      type: String,
      value: text.replace(NO_XML, ' ').slice(0, MAX_CELL),
      fontWeight: place === 0 ? ('bold' as const) : undefined,
    })),
  );
  const columns = sheet[0]!.map((_, column) => ({ width: widthOf(sheet.map((row) => row[column] ?? '')) }));
  return writeXlsxFile(rows, { stickyRowsCount: 1, columns }).toBuffer();
}

/** In letters: as wide as what stands in it, within what a screen shows. */
function widthOf(cells: readonly string[]): number {
  return Math.min(48, Math.max(8, ...cells.map((text) => text.length + 2)));
}
