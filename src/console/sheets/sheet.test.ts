import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { toCsv, writeSheet } from './sheet.js';

const HOSTILE = ['=1+1', '+62', '-3', '@jahat', '\t=1', ' =HYPERLINK("x")', '＝1', '\u200b=1', '|calc', '%A', '\r=1'];

describe('a list as a file', () => {
  it('gives a spreadsheet nothing to work out, in either form', async () => {
    const csv = toCsv([['kolom'], ...HOSTILE.map((text) => [text])]);
    expect(csv.split('\r\n').filter((line) => /^"[\s\p{Cf}]*[=+\-@＝|%]/u.test(line))).toEqual([]);
    for (const text of HOSTILE) expect(csv).toContain(`"'${text.replaceAll('"', '""')}"`);
    const { bytes } = await writeSheet([['kolom'], ...HOSTILE.map((text) => [text])], 'xlsx');
    const [sheet] = await readXlsxFile(bytes);
    expect(sheet!.data.slice(1).map(([cell]) => String(cell ?? '').trim())).toEqual(HOSTILE.map((t) => t.trim()));
  });

  it('keeps letters, quotation marks, commas and lines as they are', async () => {
    const row = ['Siti "Ani", S.Pd', 'baris 1\nbaris 2', 'é ☝️ ꦗ', ''];
    expect(toCsv([row])).toBe('\ufeff"Siti ""Ani"", S.Pd","baris 1\nbaris 2","é ☝️ ꦗ",""\r\n');
  });

  it('is read again cell by cell, whatever the texts', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\0\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const lines = toCsv(rows).slice(1).split('\r\n').slice(0, -1);
        expect(lines).toHaveLength(rows.length);
        for (const [i, line] of lines.entries()) {
          const cells = line.slice(1, -1).split('","');
          if (rows[i]!.some((text) => text.includes('","'))) continue;
          expect(cells.map((text) => text.replaceAll('""', '"').replace(/^'/, ''))).toEqual(
            rows[i]!.map((text) => text.replace(/^'/, '')),
          );
        }
      }),
    );
  });

  it('loses no more of a text than what no file of that kind can hold', async () => {
    const { bytes } = await writeSheet([['a'], ['x\u0000y\ud800z'], ['p'.repeat(40_000)]], 'xlsx');
    const [sheet] = await readXlsxFile(bytes);
    expect(sheet!.data[1]![0]).toBe('x y z');
    expect(String(sheet!.data[2]![0])).toHaveLength(32_767);
  });
});
