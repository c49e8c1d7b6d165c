// Spaces of every width, no-break ones first of all, and what is drawn as nothing (zero-width, byte order mark): they
// come along when a cell is pasted from Word, a web page or a PDF. A line end in a cell is Alt+Enter in Excel.
const SPACE = /[\p{Zs}\t\n]/gu;
const EDGES = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;
/** What keeps Excel from counting, and the marks that people and programs write instead. */
const TEXT_MARK = /^['’‘`´ʼ′＇]/u;

/** A cell as a person sees it: plain spaces only, and none at its edges. */
export function tidyCell(cell: string): string {
  return cell.replace(EDGES, '').replace(SPACE, ' ');
}

/** A code, a number or a word of a closed list: without what is drawn as nothing, and without Excel's text mark. */
export function tidyCode(cell: string): string {
  return tidyCell(withoutTextMark(cell).replace(/\p{Cf}/gu, ''));
}

export function withoutTextMark(cell: string): string {
  return tidyCell(cell).replace(TEXT_MARK, '');
}

export function isBlankCell(cell: string): boolean {
  return tidyCell(cell) === '';
}
