const NEWLINE = 0x0a;

/** One line as bytes, or a line that was longer than allowed and was skipped. */
export type Line = { readonly bytes: Buffer } | { readonly tooLong: number };

/**
 * Splits a byte stream into lines and holds at most one line of at most `maxBytes` in memory. Lines come in batches,
 * one for each chunk read, so that a caller may write one answer for many lines.
 */
export async function* readLines(input: AsyncIterable<Buffer | string>, maxBytes: number): AsyncGenerator<Line[]> {
  const splitter = new LineSplitter(maxBytes);
  for await (const chunk of input) {
    const lines = splitter.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    if (lines.length > 0) yield lines;
  }
  const rest = splitter.end();
  if (rest) yield [rest];
}

class LineSplitter {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #length = 0;
  #isFirst = true;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  push(chunk: Buffer): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      this.#add(chunk.subarray(from, at));
      lines.push(this.#take());
      from = at + 1;
    }
    this.#add(chunk.subarray(from));
    return lines;
  }

  end(): Line | undefined {
    return this.#length > 0 ? this.#take() : undefined;
  }

  #add(part: Buffer): void {
    if (part.length === 0) return;
    this.#length += part.length;
    if (this.#length > this.#maxBytes) this.#parts = [];
    else this.#parts.push(part);
  }

  #take(): Line {
    const line = this.#length > this.#maxBytes ? { tooLong: this.#length } : { bytes: this.#withoutMark() };
    this.#parts = [];
    this.#length = 0;
    this.#isFirst = false;
    return line;
  }

  /** Windows editors begin a file with a byte order mark. */
  #withoutMark(): Buffer {
    const bytes = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
    const hasMark = this.#isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return hasMark ? bytes.subarray(3) : bytes;
  }
}
