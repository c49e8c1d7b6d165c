import { isUtf8 } from 'node:buffer';
import { type FileFault, faultOfFile, HEAD_BYTES } from './file-kind.js';

export type LineFault = FileFault | 'notUtf8' | 'tooLong';

/** One physical line by its number, or why it cannot be read. `isLast`: nothing, not even a line end, came after it. */
export type TextLine =
  | { readonly line: number; readonly text: string; readonly isLast: boolean }
  | { readonly line: number; readonly fault: LineFault };

/** One act with a text of 10 MB fits, with its escapes; more on one line means that line ends were lost. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

const LF = 0x0a;
const CR = 0x0d;

/**
 * Splits the bytes of a file that somebody brings into lines, before decoding them, so that a character on the border
 * of two chunks stays whole and one bad line spoils no other. A line ends with LF, CRLF or CR alone. Holds at most one
 * line in memory. A file that is no text in UTF-8 is one fault, and nothing of it is read.
 */
export class LineSplitter {
  #line = 1;
  #parts: Uint8Array[] = [];
  #held = 0;
  #hasBegun = false;
  #endedWithCr = false;
  #isUnreadable = false;

  /** Nothing that comes is read any more. */
  get isUnreadable(): boolean {
    return this.#isUnreadable;
  }

  push(chunk: Uint8Array): TextLine[] {
    if (this.#hasBegun) return this.#isUnreadable ? [] : this.#split(chunk);
    const head = Buffer.concat([...this.#parts, chunk]);
    this.#parts = head.length < HEAD_BYTES ? [head] : [];
    return head.length < HEAD_BYTES ? [] : this.#begin(head);
  }

  end(): TextLine[] {
    const lines = this.#hasBegun ? [] : this.#begin(Buffer.concat(this.#parts.splice(0)));
    if (this.#held > 0) lines.push(this.#take(new Uint8Array(), true));
    return lines;
  }

  #begin(head: Uint8Array): TextLine[] {
    this.#hasBegun = true;
    const fault = faultOfFile(head);
    this.#isUnreadable = fault !== undefined;
    return fault ? [{ line: 1, fault }] : this.#split(head);
  }

  #split(chunk: Uint8Array): TextLine[] {
    const lines: TextLine[] = [];
    // The second half of a CRLF that stands on the border of two chunks.
    let start = this.#endedWithCr && chunk[0] === LF ? 1 : 0;
    if (chunk.length > 0) this.#endedWithCr = chunk.at(-1) === CR;
    let lf = chunk.indexOf(LF, start);
    let cr = chunk.indexOf(CR, start);
    while (lf >= 0 || cr >= 0) {
      const end = lf < 0 || (cr >= 0 && cr < lf) ? cr : lf;
      lines.push(this.#take(chunk.subarray(start, end), false));
      start = end + (chunk[end] === CR && chunk[end + 1] === LF ? 2 : 1);
      if (lf >= 0 && lf < start) lf = chunk.indexOf(LF, start);
      if (cr >= 0 && cr < start) cr = chunk.indexOf(CR, start);
    }
    this.#hold(chunk.subarray(start));
    return lines;
  }

  #hold(part: Uint8Array): void {
    this.#held += part.length;
    // Beyond the limit only the length is kept: the line is a fault, whatever it says.
    if (this.#held > MAX_LINE_BYTES) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  #take(tail: Uint8Array, isLast: boolean): TextLine {
    this.#hold(tail);
    const [line, parts, length] = [this.#line, this.#parts, this.#held];
    this.#line += 1;
    this.#parts = [];
    this.#held = 0;
    if (length > MAX_LINE_BYTES) return { line, fault: 'tooLong' };
    const bytes = parts.length === 1 ? asBuffer(parts[0]!) : Buffer.concat(parts);
    if (!isUtf8(bytes)) return { line, fault: 'notUtf8' };
    return { line, text: withoutMark(bytes.toString('utf8')), isLast };
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Windows editors begin a file with a byte order mark; files put together have one in their middle. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
