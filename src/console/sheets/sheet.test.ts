import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { toCsv, writeSheet } from './sheet.js';

const HOSTILE = ['=1+1', '+62', '-3', '@jahat', '\t=1', ' =HYPERLINK("x")', '＝1', '\u200b=1', '|calc', '%A', '\r=1'];

describe('a list as a file', () => {
  it('gives a spreadsheet nothing to work out, in either form', async () => {
    const csv = toCsv([['kolom'], ...HOSTILE.map((text) => [text])], ',');
    expect(csv.split('\r\n').filter((line) => /^"[\s\p{Cf}]*[=+\-@＝|%]/u.test(line))).toEqual([]);
    expect(csv.match(/^"'/gm)).toHaveLength(HOSTILE.length);
    const { bytes } = await writeSheet([['kolom'], ...HOSTILE.map((text) => [text])], 'xlsx');
    const [sheet] = await readXlsxFile(bytes);
    expect(sheet!.data.slice(1).map(([cell]) => String(cell ?? '').trim())).toEqual(HOSTILE.map((t) => t.trim()));
  });

  it('begins no cell with a formula inside of a text either, whichever separator a spreadsheet goes by', () => {
    const reason = "Bukan ASN;=cmd|' /C calc'!A0, +62; -3\t@x";
    for (const separator of [',', ';']) {
      const csv = toCsv([['aman', reason]], separator);
      for (const other of [',', ';', '\t']) {
        for (const cell of csv.trim().split(other)) expect(cell).not.toMatch(/^\s*[=+\-@]/);
      }
    }
  });

  it('keeps letters, quotation marks, commas and lines as they are', async () => {
    const row = ['Siti "Ani", S.Pd', 'baris 1\nbaris 2', 'é ☝️ ꦗ', ''];
    expect(toCsv([row], ',')).toBe('\ufeff"Siti ""Ani"", S.Pd","baris 1\nbaris 2","é ☝️ ꦗ",""\r\n');
  });

  it('is read again cell by cell, whatever the texts', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\0\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const plain = (table: readonly (readonly string[])[]) =>
          table.map((row) => row.map((c) => c.replaceAll("'", '')));
        for (const separator of [',', ';']) {
          expect(plain(parse(toCsv(rows, separator), { bom: true, delimiter: separator }))).toEqual(plain(rows));
        }
      }),
    );
  });

  it.each(['csv', 'xlsx'] as const)('leaves the process free while it is written: %s', async (format) => {
    let turns = 0;
    let counting: NodeJS.Immediate;
    const count = () => {
      turns += 1;
      counting = setImmediate(count);
    };
    count();
    const { bytes } = await writeSheet([['kolom'], ...Array(5_000).fill(['=1', 'alasan'])], format);
    clearImmediate(counting!);
    expect(bytes.length).toBeGreaterThan(5_000);
    // In one go it is two or three, however slow the machine is.
    expect(turns).toBeGreaterThan(15);
  });

  it('loses no more of a text than what no file of that kind can hold', async () => {
    const { bytes } = await writeSheet([['a'], ['x\u0000y\ud800z'], ['p'.repeat(40_000)]], 'xlsx');
    const [sheet] = await readXlsxFile(bytes);
    expect(sheet!.data[1]![0]).toBe('x y z');
    expect(String(sheet!.data[2]![0])).toHaveLength(32_767);
  });
});
