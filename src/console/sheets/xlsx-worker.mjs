// Writes a workbook in a thread of its own: ten thousand rows take a second of it, three on a busy machine.
import { parentPort } from 'node:worker_threads';
import writeXlsxFile from 'write-excel-file/node';

/** Control characters and halves of a pair are no XML. */
const NO_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const MAX_CELL = 32_767;

/** @type {string[][]} */
const sheet = [];

parentPort?.on('message', async (/** @type {string[][] | 'end'} */ rows) => {
  if (rows !== 'end') return sheet.push(...rows);
  const cells = sheet.map((row, place) =>
    row.map((text) => ({
      type: String,
      value: text.replace(NO_XML, ' ').slice(0, MAX_CELL),
      fontWeight: place === 0 ? /** @type {const} */ ('bold') : undefined,
    })),
  );
  const columns = (sheet[0] ?? []).map((_, column) => ({ width: widthOf(column) }));
  parentPort?.postMessage(await writeXlsxFile(cells, { stickyRowsCount: 1, columns }).toBuffer());
});

/** In letters: as wide as what stands in it, within what a screen shows. @param {number} column */
function widthOf(column) {
  return sheet.reduce((width, row) => Math.min(48, Math.max(width, (row[column] ?? '').length + 2)), 8);
}
