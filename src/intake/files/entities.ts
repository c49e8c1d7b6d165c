import { decodeHTMLStrict } from 'entities/decode';

export interface Decoded {
  readonly text: string;
  /** Where a stretch of `text` stands in the source; a decoded character stands for its whole entity. */
  toSource(start: number, end: number): { start: number; end: number };
}

/** A character or a few that stood as an entity: in the text from `at` to `to`, in the source from `start` to `end`. */
interface Piece {
  readonly at: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** With its semicolon, so that `&copy=2` of an address stays; once more escaped (`&amp;quot;`) is one entity too. */
const ENTITY = /&(amp;)?(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;

/**
 * A text as its author wrote it, where a program handed it on as HTML: `&quot;` is a quotation mark, `&#35;` begins a
 * tag. What is no entity stays. Linear in the text.
 */
export function decodeEntities(source: string): Decoded {
  const pieces: Piece[] = [];
  if (!source.includes('&')) return { text: source, toSource: (start, end) => ({ start, end }) };
  let text = '';
  let from = 0;
  for (const { 0: written, 1: escaped, index } of source.matchAll(ENTITY)) {
    const { decoded, length } = decodeOne(written, escaped !== undefined);
    if (decoded === undefined) continue;
    text += source.slice(from, index);
    from = index + length;
    pieces.push({ at: text.length, to: text.length + decoded.length, start: index, end: from });
    text += decoded;
  }
  return { text: text + source.slice(from), toSource: (start, end) => toSource(pieces, { start, end }) };
}

function decodeOne(written: string, isEscaped: boolean): { decoded?: string; length: number } {
  const entity = isEscaped ? written.replace(/^&amp;/i, '&') : written;
  const decoded = decodeHTMLStrict(entity);
  if (decoded !== entity) return { decoded, length: written.length };
  // `&amp;Co;`: only the first half is an entity.
  return isEscaped ? { decoded: '&', length: '&amp;'.length } : { length: written.length };
}

function toSource(pieces: readonly Piece[], { start, end }: { start: number; end: number }) {
  let first = start;
  let last = end;
  for (const piece of pieces) {
    const shift = piece.end - piece.to;
    if (start >= piece.to) first = start + shift;
    else if (start >= piece.at) first = piece.start;
    if (end >= piece.to) last = end + shift;
    else if (end > piece.at) last = piece.end;
  }
  return { start: first, end: last };
}
