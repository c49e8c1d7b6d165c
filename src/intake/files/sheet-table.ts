import { isBlankCell, tidyCell } from './cells.js';
import { cellsByName, type Header, type TableItem } from './csv-table.js';

/**
 * The rows of a sheet as those of a CSV file: the first row with a word is the header, rows and columns without a word
 * are passed over, and a word in a column without a title is a fault.
 */
export class SheetTable {
  #line = 0;
  #header: Header | undefined;

  get header(): Header | undefined {
    return this.#header;
  }

  push(rows: readonly (readonly string[])[]): TableItem[] {
    return rows.flatMap((cells) => this.#item(cells) ?? []);
  }

  #item(cells: readonly string[]): TableItem | undefined {
    this.#line += 1;
    const line = this.#line;
    if (cells.every(isBlankCell)) return undefined;
    if (this.#header === undefined) {
      this.#header = { line, names: cells.map(tidyCell) };
      return undefined;
    }
    const { names } = this.#header;
    const untitled = cells.findIndex((cell, at) => (names[at] ?? '') === '' && !isBlankCell(cell));
    if (untitled >= 0) return { line, fault: { kind: 'untitledCell', column: untitled + 1 } };
    return { line, cells: cellsByName(names, cells) };
  }
}
