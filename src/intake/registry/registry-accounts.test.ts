import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Office } from '../../domain/account.js';
import { ACCOUNT_COLUMNS, parseAccountsCsv } from './registry-accounts.js';

// All names, numbers and handles are invented ("contoh").
const now = new Date('2024-09-01T00:00:00Z');
const offices: Office[] = [{ code: 'dinas-contoh', name: 'Dinas Contoh', region: '35.78', timeZone: 'Asia/Jakarta' }];
const HEADER = ACCOUNT_COLUMNS.join(',');
const CELLS = {
  nip: '198001012005011001',
  name: 'Pegawai Contoh',
  position: 'Analis',
  office_code: 'dinas-contoh',
  platform: 'bluesky',
  handle: 'pegawai.contoh.example',
  mandate: 'SK-1/2024|2024-08-01|2025-01-31',
  proof: 'proven',
};
const rowOf = (given: Partial<typeof CELLS> = {}) => Object.values({ ...CELLS, ...given }).join(',');
const parse = (content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return parseAccountsCsv({ name: 'accounts.csv', bytes }, { offices, now });
};
const issuesOf = (content: string | Uint8Array) => {
  const read = parse(content);
  return 'issues' in read ? read.issues : [];
};
const places = (content: string | Uint8Array) => issuesOf(content).map(({ row, column }) => `${row} ${column}`.trim());
const fileOf = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;

describe('a list of accounts', () => {
  it('becomes drafts with the region of their office', () => {
    expect(parse(fileOf(rowOf()))).toEqual({
      rows: [2],
      drafts: [
        {
          nip: '198001012005011001',
          name: 'Pegawai Contoh',
          position: 'Analis',
          officeCode: 'dinas-contoh',
          region: '35.78',
          platform: 'bluesky',
          handle: 'pegawai.contoh.example',
          mandate: { decree: 'SK-1/2024', office: 'dinas-contoh', from: '2024-08-01', to: '2025-01-31' },
          proof: 'proven',
        },
      ],
    });
  });

  it.each([
    ['a byte order mark', `\ufeff${fileOf(rowOf())}`],
    ['semicolons, as Excel in Indonesian writes them', fileOf(rowOf()).replaceAll(',', ';')],
    ['tabs', fileOf(rowOf()).replaceAll(',', '\t')],
    ['CRLF and blank lines', fileOf(rowOf(), '').replaceAll('\n', '\r\n')],
    ['no line end after the last row', fileOf(rowOf()).trimEnd()],
    ['quoted cells', fileOf(rowOf({ name: '"Pegawai Contoh"' }))],
    ['an @ before the handle', fileOf(rowOf({ handle: '@pegawai.contoh.example' }))],
    ['spaces and an apostrophe in the NIP', fileOf(rowOf({ nip: "'19800101 200501 1 001" }))],
    ['no-break spaces in the NIP', fileOf(rowOf({ nip: '19800101\u00A0200501\u20091\u202F001' }))],
    [
      'curly and low apostrophes before codes',
      fileOf(rowOf({ nip: '‘198001012005011001', office_code: '’dinas-contoh' })),
    ],
    ['a text mark before the @ of a handle', fileOf(rowOf({ handle: "'@pegawai.contoh.example" }))],
    [
      'what is drawn as nothing in codes',
      fileOf(rowOf({ nip: '\uFEFF1980\u200B01012005011001', platform: 'blue\u200Bsky' })),
    ],
    ['no-break spaces around cells', fileOf(rowOf({ name: '\u00A0Pegawai\u00A0Contoh\u2003', proof: 'proven\u00A0' }))],
    ['a line end in a cell', fileOf(rowOf({ name: '"Pegawai\nContoh"' }))],
    ["Word's hyphens in the days of a mandate", fileOf(rowOf({ mandate: 'SK-1/2024|2024‑08‑01|2025–01–31' }))],
    ['empty columns and rows', `${HEADER},,\n${rowOf()},,\n,,,,,,,,,\n`],
    ['proof in Indonesian', fileOf(rowOf({ proof: 'Terbukti' }))],
    ['columns in another order', `proof,${HEADER.replace(',proof', '')}\nproven,${rowOf().replace(/,proven$/, '')}\n`],
  ])('is read the same with %s', (_what, content) => {
    expect(parse(content)).toEqual(parse(fileOf(rowOf())));
  });

  it.each([
    ['belum', 'unproven'],
    ['diakui', 'claimed'],
    ['disanggah', 'disputed'],
  ])('knows the proof word %s', (word, state) => {
    expect(parse(fileOf(rowOf({ proof: word })))).toMatchObject({ drafts: [{ proof: state }] });
  });

  it('takes commas inside quotes', () => {
    expect(parse(fileOf(rowOf({ name: '"Contoh, S.Sos., M.Si."' })))).toMatchObject({
      drafts: [{ name: 'Contoh, S.Sos., M.Si.' }],
    });
  });
});

describe('a bad cell is named with row, column, reason and what to do', () => {
  it.each([
    ['nip', '19800101200501100', 'NIP berisi 17 angka, seharusnya 18.'],
    ['nip', '19800101200501100X', 'NIP memuat selain angka.'],
    ['nip', '1.98001E+17', 'NIP telah diubah Excel menjadi bilangan (E+17).'],
    ['nip', '198001012005011000', 'NIP berakhir 000: angka terakhirnya hilang karena dibulatkan Excel.'],
    ['nip', '198013012005011001', 'Delapan angka pertama NIP bukan tanggal lahir yang masuk akal.'],
    ['nip', '202001012005011001', 'Delapan angka pertama NIP bukan tanggal lahir yang masuk akal.'],
    ['nip', '', 'Isi kosong.'],
    ['name', '', 'Isi kosong.'],
    ['name', '=HYPERLINK("x")', 'Isi "=HYPERLINK("x")" diawali tanda rumus (=, +, -, @, tab).'],
    ['name', '+62', 'Isi "+62" diawali tanda rumus (=, +, -, @, tab).'],
    ['position', '-1+1', 'Isi "-1+1" diawali tanda rumus (=, +, -, @, tab).'],
    ['position', '@SUM(A1)', 'Isi "@SUM(A1)" diawali tanda rumus (=, +, -, @, tab).'],
    ['position', '\tx', 'Isi "\\u0009x" diawali tanda rumus (=, +, -, @, tab).'],
    ['name', 'Con\u202etoh', 'Isi "Con\\u202etoh" memuat karakter tersembunyi.'],
    ['name', 'Con\ufffdtoh', 'Isi "Con\ufffdtoh" memuat huruf yang rusak (�).'],
    ['name', 'x'.repeat(301), 'Isi sepanjang 301 huruf; paling panjang 300.'],
    ['office_code', 'dinas-cotnoh', 'OPD "dinas-cotnoh" tidak dikenal.'],
    ['platform', 'myspace', 'Platform "myspace" tidak dikenal.'],
    ['handle', 'peg\u200bawai', 'Isi "peg\\u200bawai" memuat karakter tersembunyi.'],
    ['handle', 'peg\u0007awai', 'Isi "peg\\u0007awai" memuat karakter tersembunyi.'],
    ['handle', 'peg awai', 'Nama pengguna "peg awai" memuat karakter yang tidak mungkin.'],
    ['handle', '@=1+1', 'Isi "=1+1" diawali tanda rumus (=, +, -, @, tab).'],
    ['handle', 'https://contoh.example/p', '"https://contoh.example/p" adalah alamat, bukan nama pengguna.'],
    ['mandate', 'SK-1', 'Mandat "SK-1" tidak terdiri atas tiga bagian.'],
    ['mandate', 'SK|2024-02-30|2024-12-31', '"2024-02-30" bukan tanggal.'],
    ['mandate', 'SK|2025-02-01|2024-12-31', 'Mandat berakhir (2024-12-31) sebelum dimulai (2025-02-01).'],
    ['nip', '1,98001012005011E+17', 'NIP telah diubah Excel menjadi bilangan (E+17).'],
    ['mandate', 'SK|01/02/2026|2026-12-31', '"01/02/2026" bukan tanggal.'],
    ['name', '\u00A0=1+1', 'Isi "\u00A0=1+1" diawali tanda rumus (=, +, -, @, tab).'],
    ['office_code', "'=1+1", 'Isi "=1+1" diawali tanda rumus (=, +, -, @, tab).'],
    ['proof', 'ya', 'Status bukti "ya" tidak dikenal.'],
  ])('%s: %j', (column, cell, reason) => {
    const written = /[",\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    const issues = issuesOf(fileOf(rowOf({ handle: 'lain.example' }), rowOf({ [column]: written })));
    expect(issues).toEqual([{ file: 'accounts.csv', row: 3, column, reason, hint: expect.stringMatching(/\S{3}/) }]);
  });

  it('never repeats a NIP', () => {
    const issues = issuesOf(fileOf(rowOf({ nip: '19800101200501100' }), rowOf({ nip: '199913312005011001' })));
    expect(JSON.stringify(issues)).not.toMatch(/\d{8}/);
  });

  it('for every fault of every row, and then there are no drafts', () => {
    const content = fileOf(rowOf({ nip: '1', name: '', proof: 'x' }), rowOf(), rowOf({ platform: 'x', mandate: '' }));
    expect(places(content)).toEqual(['2 nip', '2 name', '2 proof', '3 handle', '4 mandate']);
    expect(parse(content)).not.toHaveProperty('drafts');
  });

  it('guesses what was meant', () => {
    const [issue] = issuesOf(fileOf(rowOf({ platform: 'blusky' })));
    expect(issue?.hint).toContain('Maksudnya bluesky?');
  });
});

describe('an account named twice', () => {
  it('is refused with the row of the first, in any spelling of the handle', () => {
    const issues = issuesOf(fileOf(rowOf(), rowOf({ handle: '@PEGAWAI.contoh.example' })));
    expect(issues).toMatchObject([{ row: 3, column: 'handle', reason: 'Akun ini sudah ada pada baris 2.' }]);
  });

  it('for two people is refused as such, also where the row has other faults', () => {
    const issues = issuesOf(fileOf(rowOf(), rowOf({ nip: '199003032015031005', proof: 'x' })));
    expect(issues.map((issue) => issue.reason)).toContain('Akun ini sudah ada pada baris 2 dengan NIP lain.');
    expect(issues).toHaveLength(2);
  });
});

describe('a bad file', () => {
  it.each([
    ['nothing', '', 'Berkas kosong atau tanpa judul kolom.'],
    ['nothing but titles', fileOf(',,,,,,,'), 'Tidak ada satu baris pun di bawah judul kolom.'],
    [
      'UTF-16 with its mark',
      Buffer.from(`\ufeff${fileOf(rowOf())}`, 'utf16le'),
      'Berkas disimpan sebagai UTF-16, bukan UTF-8.',
    ],
    ['UTF-16 without', Buffer.from(fileOf(rowOf()), 'utf16le'), 'Berkas disimpan sebagai UTF-16, bukan UTF-8.'],
    ['an Excel workbook', Buffer.from('PK\x03\x04....'), 'Ini berkas Excel (.xlsx, .xls) atau ZIP, bukan teks.'],
    ['a null byte', fileOf(rowOf({ name: 'a\0b' })), 'Berkas memuat bita nol: berkas biner atau rusak.'],
    ['too many bytes', new Uint8Array(64 * 1024 * 1024 + 1), 'Berkas lebih besar dari 64 MB.'],
  ])('with %s is one issue', (_what, content, reason) => {
    expect(issuesOf(content)).toMatchObject([{ reason, hint: expect.stringMatching(/\S/) }]);
  });

  it('in Latin-1 is told by its first line that is not UTF-8', () => {
    const content = Buffer.from(fileOf(rowOf(), rowOf({ name: 'André Contoh', handle: 'b' })), 'latin1');
    const reason = 'Berkas bukan UTF-8 (tampaknya Windows-1252 atau Latin-1), mulai baris 3.';
    expect(issuesOf(content)).toMatchObject([{ row: 3, reason }]);
  });

  it('with missing, unknown and repeated columns has each of them named', () => {
    const issues = issuesOf(`nip,nip,nama,position,office_code,platform,handle,mandate\n${rowOf()}\n`);
    expect(issues.map((issue) => issue.reason)).toEqual([
      'Kolom name tidak ada.',
      'Kolom proof tidak ada.',
      'Kolom "nama" tidak dikenal.',
      'Kolom nip ada lebih dari satu.',
    ]);
  });

  it('that ends in the middle of a row is said to be cut off', () => {
    const content = fileOf(rowOf(), rowOf({ handle: 'b' })).slice(0, -50);
    expect(issuesOf(content)).toMatchObject([{ row: 3, reason: expect.stringContaining('Baris terakhir terpotong') }]);
  });

  it('with broken quotes, wrong widths and an endless cell loses none of the rows between', () => {
    const content = fileOf(
      rowOf({ name: '"Contoh' }),
      rowOf({ proof: 'x' }),
      rowOf({ handle: 'h2', name: 'x'.repeat(10_000_000) }),
      rowOf({ handle: 'h3', name: '"a"b' }),
      `${rowOf({ handle: 'h4' })},lebih`,
      rowOf({ handle: 'h5', nip: '1' }),
    );
    expect(places(content)).toEqual(['2', '3 proof', '4', '5', '6', '7 nip']);
  });

  it('with more rows than allowed says so once', () => {
    const content = fileOf(Array.from({ length: 200_001 }, (_, n) => rowOf({ handle: `h${n}` })).join('\n'));
    expect(issuesOf(content)).toMatchObject([{ row: 200_002, reason: 'Lebih dari 200000 baris.' }]);
  });

  it('never makes the reader throw, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 200 }), (bytes, text) => {
        for (const content of [bytes, `${HEADER}\n${text}`, Buffer.concat([Buffer.from(HEADER), bytes])]) {
          const read = parse(content);
          expect(
            'issues' in read ? read.issues.every((issue) => issue.reason && issue.hint && issue.row > 0) : true,
          ).toBe(true);
        }
      }),
    );
  });
});
