import { isUtf8 } from 'node:buffer';
import { type ActFault, actFault } from './act-fault.js';

/** One physical line, or why it cannot be read. `isLast`: nothing, not even a line end, came after it. */
export type TextLine =
  | { readonly line: number; readonly text: string; readonly isLast: boolean }
  | ({ readonly line: number; readonly isTooLarge: boolean } & ActFault);

/** One act with a text of 10 MB fits; more on one line means that line ends were lost. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

const LF = 0x0a;

/**
 * Splits bytes into lines before decoding, so that a character on the border of two chunks stays whole and one bad
 * line spoils no other. Holds at most one line in memory. A UTF-16 file is one error, since no line of it is text.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  let line = 1;
  let parts: Uint8Array[] = [];
  let held = 0;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst && isUtf16(chunk)) {
      yield { line: 1, ...actFault('utf16'), isTooLarge: false };
      return;
    }
    isFirst = false;
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      yield toLine(line, { parts, tail: chunk.subarray(start, end), bytes: held + end - start, isLast: false });
      line += 1;
      parts = [];
      held = 0;
      start = end + 1;
    }
    held += chunk.length - start;
    // Beyond the limit only the length is kept: the line is an error, whatever it says.
    if (held <= MAX_LINE_BYTES) parts.push(chunk.subarray(start));
    else parts = [];
  }
  if (held > 0) yield toLine(line, { parts, tail: new Uint8Array(), bytes: held, isLast: true });
}

interface RawLine {
  readonly parts: readonly Uint8Array[];
  readonly tail: Uint8Array;
  readonly bytes: number;
  readonly isLast: boolean;
}

function toLine(line: number, raw: RawLine): TextLine {
  if (raw.bytes > MAX_LINE_BYTES) {
    return { line, ...actFault('lineTooLong', { limit: MAX_LINE_BYTES / 1024 / 1024 }), isTooLarge: true };
  }
  const bytes =
    raw.parts.length === 0 ? Buffer.from(raw.tail.buffer, raw.tail.byteOffset, raw.tail.length) : joined(raw);
  if (!isUtf8(bytes)) return { line, ...actFault('notUtf8'), isTooLarge: false };
  const isBom = line === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const end = bytes.at(-1) === 0x0d ? bytes.length - 1 : bytes.length;
  return { line, text: bytes.toString('utf8', isBom ? 3 : 0, end), isLast: raw.isLast };
}

function joined(raw: RawLine): Buffer {
  return Buffer.concat([...raw.parts, raw.tail]);
}

/** By its mark, or by the zero bytes that Latin letters have in it. */
function isUtf16(chunk: Uint8Array): boolean {
  const [a, b] = chunk;
  return (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || chunk.subarray(0, 256).includes(0);
}
