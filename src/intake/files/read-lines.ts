import { LineSplitter, type TextLine } from './line-splitter.js';

/**
 * The lines of a stream of bytes, in one batch for each chunk that ends any, so that a caller may write one answer for
 * many lines.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<TextLine[]> {
  const splitter = new LineSplitter();
  for await (const chunk of chunks) {
    const lines = splitter.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    if (lines.length > 0) yield lines;
    if (splitter.isUnreadable) return;
  }
  const rest = splitter.end();
  if (rest.length > 0) yield rest;
}
