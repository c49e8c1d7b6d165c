import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvTable } from './csv-table.js';

function read(content: string, { size = content.length * 4 + 1, optional = ['c'] } = {}) {
  const table = new CsvTable({ maxRecordLength: 1_000, optional });
  const bytes = Buffer.from(content);
  const items = [];
  for (let at = 0; at < bytes.length; at += size) items.push(...table.push(bytes.subarray(at, at + size)));
  items.push(...table.end());
  return items.map((item) => ('cells' in item ? item.cells : `${item.line} ${item.fault.kind}`));
}

describe('a CSV file', () => {
  it.each([
    ['commas', 'a,b,c\n1,"x,y",3\n'],
    ['semicolons', 'a;b;c\n1;x,y;3\n'],
    ['tabs', 'a\tb\tc\n1\tx,y\t3\n'],
    ["the delimiter that Excel's own line names", 'sep=;\na;b;c\n1;x,y;3\n'],
    ['CRLF', 'a,b,c\r\n1,"x,y",3\r\n'],
    ['CR alone', 'a,b,c\r1,"x,y",3\r'],
    ['a byte order mark', '\uFEFFa,b,c\n1,"x,y",3\n'],
    ['empty columns at the end', 'a,b,c,,\n1,"x,y",3,,\n'],
    ['an empty column between', 'a,,b,c\n1, ,"x,y",3\n'],
    ['empty rows', 'a,b,c\n,,\n1,"x,y",3\n , \u00A0,\u200B\n,,,,,,\n\n'],
    ['empty rows before its titles', ',,\na,b,c\n1,"x,y",3\n'],
    ['no-break spaces around its titles', '\u00A0a,b\u2009,c\uFEFF\n1,"x,y",3\n'],
    ['no line end after the last row', 'a,b,c\n1,"x,y",3'],
  ])('is read the same with %s', (_what, content) => {
    for (const size of [1, 4, 1_000]) {
      const [row, ...more] = read(content, { size });
      expect(more).toEqual([]);
      expect(row).toMatchObject({ a: '1', b: 'x,y', c: '3' });
    }
  });

  it('may end a row before columns that are optional, as Excel does', () => {
    expect(read('a,b,c\n1,2\n')).toEqual([{ a: '1', b: '2', c: undefined }]);
    expect(read('a,b,c\n1\n1,2,3\n')).toEqual(['2 cellCount', { a: '1', b: '2', c: '3' }]);
  });

  it('is cut off where its last row has no line end and not all of its cells', () => {
    expect(read('a,b,c\n1,2,3\n1,2')).toEqual([{ a: '1', b: '2', c: '3' }, '3 cutOff']);
  });

  it.each([
    ['too many cells', '1,2,3,', '2 cellCount'],
    ['text behind a closing mark', '1,"2"x,3', '2 openQuote'],
    ['an endless row', `1,${'x'.repeat(1_001)},3`, '2 recordTooLong'],
  ])('loses one row with %s', (_what, row, fault) => {
    expect(read(`a,b,c\n${row}\n1,2,3\n`)).toEqual([fault, { a: '1', b: '2', c: '3' }]);
  });

  it('names a word in a column without a title', () => {
    expect(read('a,b,c,\n1,2,3,4\n')).toEqual(['2 untitledCell']);
    const table = new CsvTable({ maxRecordLength: 100, optional: [] });
    const [item] = table.push(Buffer.from('a,b,c,\n1,2,3,kata orang\n'));
    expect(item).toEqual({ line: 2, fault: { kind: 'untitledCell', column: 4 } });
  });

  it('loses only the line whose quotation mark stays open, also before a line that cannot be read', () => {
    const content = Buffer.concat([
      Buffer.from('a,b,c\n1,"2,3\n4,"5,6\n'),
      Buffer.from([0xe9, 0x0a]),
      Buffer.from('7,"8\n\n8",9\n'),
    ]);
    const table = new CsvTable({ maxRecordLength: 1_000, optional: [] });
    const items = [...table.push(content), ...table.end()];
    expect(items.map((item) => [item.line, 'fault' in item ? item.fault.kind : item.cells.b])).toEqual([
      [2, 'openQuote'],
      [3, 'openQuote'],
      [4, 'notUtf8'],
      [5, '8\n\n8'],
    ]);
  });

  it('gives back any cells that were written as CSV, in chunks of any size', () => {
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', ' ', '2️⃣', 'é'), maxLength: 8 });
    const plain = fc.string({ unit: fc.constantFrom('a', '2', ' ', 'é'), maxLength: 8 }).map((text) => `x${text}`);
    const written = fc.oneof(
      cell.map((text) => [text, quote(text)] as const),
      plain.map((text) => [text, text] as const),
    );
    const rows = fc.array(fc.tuple(plain, written, written), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 40 }), fc.constantFrom(',', ';', '\t'), (given, size, mark) => {
        const content =
          ['a', 'b', 'c'].join(mark) + given.map(([a, b, c]) => `\n${[a, b[1], c[1]].join(mark)}`).join('');
        expect(read(`${content}\n`, { size })).toEqual(given.map(([a, b, c]) => ({ a, b: b[0], c: c[0] })));
      }),
    );
  });

  it('answers any text with rows and faults, none of them twice and in the order of the file', () => {
    const anything = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', ' '), maxLength: 80 });
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 9 }), (text, size) => {
        const table = new CsvTable({ maxRecordLength: 1_000, optional: ['b'] });
        const bytes = Buffer.from(`a,b\n${text}`);
        const lines: number[] = [];
        for (let at = 0; at < bytes.length; at += size) {
          lines.push(...table.push(bytes.subarray(at, at + size)).map((item) => item.line));
        }
        lines.push(...table.end().map((item) => item.line));
        expect(lines).toEqual([...new Set(lines)].toSorted((a, b) => a - b));
      }),
      { numRuns: 2_000 },
    );
  });
});
