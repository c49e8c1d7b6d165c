import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InventedCell, inventedWorkbook, zipOf } from '../../../test/support/invented-workbook.js';
import type { ImportLine } from '../../domain/import-line.js';
import { readZipSizes } from '../files/zip-sizes.js';
import { mappedTable } from '../formats/mapped-table.js';
import { openImportFile } from './open-import-file.js';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'netra-buku-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

// A list as an office would keep it; names and numbers are invented.
const MAPPING = mappedTable(
  {
    platform: 'tiktok',
    kind: 'post',
    columns: { id: 'Nomor', handle: 'Akun', text: 'Isi', time: 'Waktu' },
    time: { format: 'local', zone: 'WIT' },
  },
  { status: 'verified', marks: ['Nomor', 'Akun', 'Waktu'], foreign: [], leftAlone: [] },
);
const mappings = [{ name: 'daftar', title: 'Daftar', format: MAPPING }];

async function read(bytes: Buffer) {
  const path = join(dir, 'tanpa-akhiran');
  writeFileSync(path, bytes);
  const { recognition, read: readOn } = await openImportFile(path, { mappings });
  const lines: ImportLine[] = [];
  for await (const line of readOn({ clock: () => new Date('2026-11-20T00:00:00Z') })) lines.push(line);
  return { recognition, lines };
}

const HEAD = ['Nomor', 'Akun\u00A0', 'Isi', 'Waktu', ''];
/** 2026-11-18, a quarter of the day gone. */
const SERIAL = 46344.25;

describe('a workbook', () => {
  it('is known by its first sheet; days are those of the wall clock, ids keep their digits, leftovers are passed over', async () => {
    const rows: InventedCell[][] = [
      ['', '', ''],
      HEAD,
      ['7301234567890123456', '@wati.contoh', '=HYPERLINK("x") 🌅', { date: SERIAL }, ''],
      ['\u00A0', '', '', '', ' '],
      [{ number: '7301234567890123457' }, 'wati.contoh', { formula: 'A1' }, { date: 46344 }, ''],
    ];
    const { recognition, lines } = await read(inventedWorkbook(rows));
    expect(recognition.name).toBe('daftar');
    expect(lines).toMatchObject([
      {
        line: 3,
        handle: 'wati.contoh',
        activity: {
          externalId: '7301234567890123456',
          text: '=HYPERLINK("x") 🌅',
          publishedAt: new Date('2026-11-17T21:00:00Z'),
        },
      },
      {
        line: 5,
        activity: {
          externalId: '7301234567890123457',
          text: 'hasil lama',
          publishedAt: new Date('2026-11-17T15:00:00Z'),
        },
      },
    ]);
  });

  it('names numbers that Excel rounded, and words without a title', async () => {
    const row = (number: string, rest = ''): InventedCell[] => [
      { number },
      'wati.contoh',
      'Isi',
      { date: SERIAL },
      rest,
    ];
    const { lines } = await read(
      inventedWorkbook([HEAD, row('7.3012345678901235E+18'), row('7301234567890120000'), row('123', 'kata orang')]),
    );
    expect(lines.map((line) => ('error' in line ? line.error : ''))).toEqual([
      expect.stringContaining('dibulatkan Excel'),
      expect.stringContaining('dibulatkan Excel'),
      'Kolom ke-5 berisi, tetapi tanpa judul.',
    ]);
  });

  it('that is like no format is called what it is, and leads to the mapping', async () => {
    const asked = read(
      inventedWorkbook([
        ['Tanggal', 'Nama', 'Isi'],
        ['26/11/2026', 'wati.contoh', 'Halo'],
      ]),
    );
    await expect(asked).rejects.toMatchObject({
      message: 'Bentuk tabel XLSX ini tidak dikenal.',
      hint: expect.stringContaining('docs/impor.md, "Tabel sendiri"'),
    });
  });

  it.each([
    ['is another kind of ZIP', zipOf({ 'catatan.txt': 'bukan buku kerja' }), 'bukan buku kerja Excel'],
    ['declares more than may be unpacked', zipOf({ 'xl/workbook.xml': '<a/>' }, 200 * 1024 * 1024), 'setelah dibuka'],
    [
      'lists more than a workbook holds',
      zipOf(Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`${n}`, '']))),
      'bukan buku kerja',
    ],
    ['breaks off', inventedWorkbook([HEAD]).subarray(0, 300), 'bukan buku kerja Excel'],
    ['has no sheet', zipOf({ 'xl/workbook.xml': '<workbook/>' }), 'tidak dapat dibaca'],
    [
      'has a sheet that is cut',
      inventedWorkbook([HEAD], { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="A1" t="s"><v>9' }),
      'tidak dapat dibaca',
    ],
  ])('that %s is refused as a whole', async (_what, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('is unpacked to what its directory declares and no further', async () => {
    const long = inventedWorkbook([HEAD, ['1', 'wati.contoh', 'A'.repeat(100_000), '2026-11-18']]);
    const lying = Buffer.from(long);
    const at = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
    lying.writeUInt32LE(100, at + 24);
    await expect(read(lying)).rejects.toThrow('tidak dapat dibaca');
  });

  it('never makes the reader of sizes fail, whatever the bytes', () => {
    const good = inventedWorkbook([HEAD]);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 }), (at, bytes) => {
        const bent = Buffer.from(good);
        bent.set(bytes.subarray(0, good.length - at), at);
        readZipSizes(bent, 1_000);
        readZipSizes(bent.subarray(at), 1_000);
        readZipSizes(Buffer.from(bytes), 1_000);
      }),
    );
  });
});
