import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter, type TextLine } from './line-splitter.js';

function split(bytes: Uint8Array, chunkSize = bytes.length || 1): TextLine[] {
  const splitter = new LineSplitter();
  const lines: TextLine[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize) lines.push(...splitter.push(bytes.subarray(at, at + chunkSize)));
  return [...lines, ...splitter.end()];
}
const textsOf = (lines: readonly TextLine[]) => lines.map((line) => ('text' in line ? line.text : line.fault));

describe('the lines of a file that somebody brings', () => {
  it.each(['\n', '\r\n', '\r'])('end with %j', (end) => {
    expect(split(Buffer.from(`satu${end}${end}tiga`))).toEqual([
      { line: 1, text: 'satu', isLast: false },
      { line: 2, text: '', isLast: false },
      { line: 3, text: 'tiga', isLast: true },
    ]);
  });

  it('come whole through chunks of any size, whatever ends them', () => {
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    const word = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[\r\n\0]/g, ''));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, ends), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 9 }),
        (lines, size) => {
          const bytes = Buffer.from(`mulai\n${lines.map(([text, end]) => `x${text}${end}`).join('')}`);
          expect(textsOf(split(bytes, size))).toEqual(['mulai', ...lines.map(([text]) => `x${text}`)]);
        },
      ),
    );
  });

  it('lose the byte order mark, also of a file that was put behind another', () => {
    expect(textsOf(split(Buffer.from('\uFEFFa\n\uFEFFb\n'), 1))).toEqual(['a', 'b']);
  });

  it('are one fault each where they are not UTF-8, and the others are read', () => {
    expect(textsOf(split(Buffer.from('baik\ncaf\xe9\nbaik\n', 'latin1')))).toEqual(['baik', 'notUtf8', 'baik']);
  });

  it('are one fault where one is too long to hold', () => {
    const bytes = Buffer.concat([Buffer.from('a\n'), Buffer.alloc(17 * 1024 * 1024, 0x61), Buffer.from('\nb\n')]);
    expect(textsOf(split(bytes, 1_000_000))).toEqual(['a', 'tooLong', 'b']);
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from('\uFEFFid;kind\n', 'utf16le'), 'utf16'],
    ['UTF-16, big end first', Buffer.from('\uFEFFid;kind\n', 'utf16le').swap16(), 'utf16'],
    ['UTF-16 without a mark', Buffer.from('id;kind\n', 'utf16le'), 'utf16'],
    ['a workbook', Buffer.from('PK\x03\x04....\n'), 'workbook'],
    ['a workbook of old', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0x0a]), 'workbook'],
  ])('are none in %s: it is one fault, in chunks of any size', (_what, bytes, fault) => {
    for (const size of [1, 3, 100]) expect(split(bytes, size)).toEqual([{ line: 1, fault }]);
  });

  it('are none in a file without a byte', () => {
    expect(split(Buffer.alloc(0))).toEqual([]);
    expect(textsOf(split(Buffer.from('ya')))).toEqual(['ya']);
  });
});
