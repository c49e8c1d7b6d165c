import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
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
    ? { mediaType: 'text/csv; charset=utf-8', bytes: await toCsvBytes(sheet, SEPARATORS[language]) }
    : {
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await toXlsx(sheet),
      };
}

/** Some milliseconds of the process, which does what else is due in between. */
const ROWS_A_TURN = 250;

async function* inTurns(sheet: Sheet): AsyncGenerator<Sheet> {
  for (let from = 0; from < sheet.length; from += ROWS_A_TURN) {
    yield sheet.slice(from, from + ROWS_A_TURN);
    await setImmediate();
  }
}

async function toCsvBytes(sheet: Sheet, separator: string): Promise<Buffer> {
  const parts: Buffer[] = [Buffer.from(BYTE_ORDER_MARK, 'utf8')];
  for await (const rows of inTurns(sheet)) parts.push(Buffer.from(toCsvLines(rows, separator), 'utf8'));
  return Buffer.concat(parts);
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
  return BYTE_ORDER_MARK + toCsvLines(sheet, separator);
}

function toCsvLines(sheet: Sheet, separator: string): string {
  return sheet.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join('');
}

function csvCell(text: string): string {
  const inside = text.replace(INNER_FORMULA, "$1'");
  const safe = FORMULA.test(text) ? `'${inside}` : inside;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** More than the longest list takes. */
const MAX_HEAP_MB = 512;

async function toXlsx(sheet: Sheet): Promise<Buffer> {
  const worker = new Worker(new URL('./xlsx-worker.mjs', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  });
  const handOver = async () => {
    for await (const rows of inTurns(sheet)) worker.postMessage(rows);
    worker.postMessage('end');
  };
  try {
    const [[bytes]] = await Promise.all([once(worker, 'message'), handOver()]);
    return Buffer.from(bytes as Uint8Array);
  } finally {
    await worker.terminate();
  }
}
