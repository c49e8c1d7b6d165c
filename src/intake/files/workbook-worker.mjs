// Reads the first sheet of a workbook in a thread of its own: parsing holds a thread as long as it takes, and what is
// built to take all memory takes only this thread's. Formulas are never evaluated: their last result is what stands there.
import { parentPort, workerData } from 'node:worker_threads';
import { readSheet } from 'read-excel-file/universal';

const BATCH = 500;

/** @type {{ bytes: ArrayBuffer, maxRows: number }} */
const { bytes, maxRows } = workerData;

/**
 * A day of a sheet is a wall clock without a zone; the library gives it as if the wall were in UTC. Excel counts in
 * fractions of a day, so that seconds come out a hair early or late.
 *
 * @param {unknown} cell
 */
function toText(cell) {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
  if (Number.isNaN(cell.getTime())) return '';
  return new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19);
}

// Numbers as they are written: an id of 19 digits is none of JavaScript's.
const rows = await readSheet(bytes, { parseNumber: (text) => text, trim: false });
if (rows.length > maxRows) parentPort?.postMessage('tooManyRows');
else {
  for (let from = 0; from < rows.length; from += BATCH) {
    parentPort?.postMessage(rows.slice(from, from + BATCH).map((row) => row.map(toText)));
  }
  parentPort?.postMessage('end');
}
