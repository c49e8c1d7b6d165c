import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { cpuMs } from '../../../test/support/cpu-ms.js';
import { FileIssuesError } from '../../domain/errors.js';
import { MAX_FILE_BYTES, readYamlFile } from './yaml-file.js';

const sign = z.union([z.string(), z.strictObject({ text: z.string(), ambiguous: z.boolean() })]);
const schema = z.strictObject({
  id: z.string(),
  region: z.string().optional(),
  stage: z.enum(['campaign', 'quiet']).optional(),
  number: z.int().min(1).max(99).optional(),
  names: z.array(sign).max(3).optional(),
  handle: z
    .string()
    .refine((text) => !text.includes(' '), { error: 'Nama akun tidak sah\ntulis tanpa spasi' })
    .optional(),
});

/** What an author reads of a file, in full. */
function readingOf(source: string | Uint8Array): string {
  const file = readYamlFile('contoh.yaml', source, schema);
  return file.ok ? `ok ${JSON.stringify(file.value)}` : new FileIssuesError(file.issues).message;
}

describe('readYamlFile', () => {
  it.each([
    ['a good file', 'id: a\n', 'ok {"id":"a"}'],
    ['a byte order mark and Windows line ends', '\uFEFFid: a\r\nnumber: 2\r\n', 'ok {"id":"a","number":2}'],
    ['a day, kept as text', 'id: 2024-08-27\n', 'ok {"id":"2024-08-27"}'],
    [
      'an unknown key, at the key',
      'id: a\nregio: x\n',
      'contoh.yaml:2:1 Kunci tidak dikenal: "regio"\n  hint: maksudnya "region"?',
    ],
    [
      'a misspelt required key, as one slip',
      'idd: a\n',
      'contoh.yaml:1:1 Kunci tidak dikenal: "idd"\n  hint: maksudnya "id"?',
    ],
    [
      'an unknown key like none',
      'id: a\nwarna: merah\n',
      'contoh.yaml:2:1 Kunci tidak dikenal: "warna"\n  hint: kunci yang ada: id, region, stage, number, names, handle',
    ],
    [
      'an unknown key inside a list',
      'id: a\nnames:\n  - budi\n  - { text: a, ambigous: true }\n',
      'contoh.yaml:4:5 Kunci wajib tidak ada: "ambiguous"\n  hint: tambahkan "ambiguous: …"\n' +
        'contoh.yaml:4:16 Kunci tidak dikenal: "ambigous"\n  hint: maksudnya "ambiguous"?',
    ],
    ['a missing key', 'number: 1\n', 'contoh.yaml:1:1 Kunci wajib tidak ada: "id"\n  hint: tambahkan "id: …"'],
    [
      'a region code without quotes',
      'id: a\nregion: 35.10\n',
      `contoh.yaml:2:9 "region" harus teks, bukan angka 35.10\n  hint: beri tanda kutip: '35.10'`,
    ],
    [
      'a value like a known one',
      'id: a\nstage: campain\n',
      'contoh.yaml:2:8 Nilai "stage" tidak dikenal: "campain"\n  hint: maksudnya "campaign"?',
    ],
    [
      'a value like none',
      'id: a\nstage: kampanye\n',
      'contoh.yaml:2:8 Nilai "stage" tidak dikenal: "kampanye"\n  hint: pilihan: campaign, quiet',
    ],
    [
      'a number out of range',
      'id: a\nnumber: 0\n',
      'contoh.yaml:2:9 "number" kurang: sedikitnya 1\n  hint: lengkapi nilainya',
    ],
    [
      'a list that is too long',
      'id: a\nnames: [a, b, c, d]\n',
      'contoh.yaml:2:8 "names" terlalu besar: paling banyak 3 entri\n  hint: kurangi nilainya',
    ],
    [
      'a number where a text or a pair of keys may stand',
      'id: a\nnames: [budi, 212]\n',
      `contoh.yaml:2:15 "names" ke-2 harus teks atau pasangan kunci dan nilai\n  hint: beri tanda kutip: '212'`,
    ],
    [
      'a text where a list belongs',
      'id: a\nnames: budi\n',
      'contoh.yaml:2:8 "names" harus daftar, bukan teks "budi"\n  hint: bandingkan dengan contoh di docs/',
    ],
    [
      'a fault in the words of the schema',
      'id: a\nhandle: dua kata\n',
      'contoh.yaml:2:9 Nama akun tidak sah\n  hint: tulis tanpa spasi',
    ],
    [
      'several faults at once',
      'id: a\nnumber: 0\nstage: tenang\n',
      'contoh.yaml:3:8 Nilai "stage" tidak dikenal: "tenang"\n  hint: pilihan: campaign, quiet\n' +
        'contoh.yaml:2:9 "number" kurang: sedikitnya 1\n  hint: lengkapi nilainya',
    ],
    [
      'a key written twice',
      'id: a\nid: b\n',
      'contoh.yaml:2:1 Kunci ditulis dua kali: "id"\n  hint: gabungkan atau hapus salah satunya',
    ],
    [
      'anchors and aliases',
      'id: &x a\nregion: *x\n',
      'contoh.yaml:1:8 Jangkar tidak boleh dipakai: &x\n  hint: hapus jangkar dan aliasnya\n' +
        'contoh.yaml:2:9 Alias tidak boleh dipakai: *x\n  hint: tulis ulang isinya',
    ],
    [
      'a tab as indentation',
      'id:\n\t- 1\n',
      'contoh.yaml:2:1 Tab dipakai sebagai indentasi (TAB_AS_INDENT)\n  hint: ganti tab dengan spasi',
    ],
    [
      'a tag',
      'id: !!js/function x\n',
      'contoh.yaml:1:5 Tanda "!" (tag) tidak boleh dipakai (TAG_RESOLVE_FAILED)\n' +
        '  hint: hapus tag, atau beri tanda kutip pada nilainya',
    ],
    [
      'two documents',
      'id: a\n---\nid: b\n',
      'contoh.yaml:2:1 Lebih dari satu dokumen dalam berkas\n  hint: hapus baris "---" kedua',
    ],
    [
      'another YAML',
      '%YAML 1.1\n---\nid: yes\n',
      'contoh.yaml:1:1 Hanya YAML 1.2 yang dibaca\n  hint: hapus baris "%YAML"',
    ],
    [
      'a key that is a list',
      '[a]: 1\n',
      'contoh.yaml:1:1 Kunci harus berupa satu kata\n  hint: periksa titik dua dan kurung di baris ini',
    ],
    [
      'a key that would change the object itself',
      'id: a\n__proto__: { x: 1 }\n',
      'contoh.yaml:2:1 Kunci harus berupa satu kata\n  hint: periksa titik dua dan kurung di baris ini',
    ],
    ['an empty file', '', 'contoh.yaml:1:1 Berkas kosong\n  hint: berkas mungkin terpotong; simpan ulang'],
    ['only comments', '# ya\n', 'contoh.yaml:1:1 Berkas kosong\n  hint: berkas mungkin terpotong; simpan ulang'],
    [
      'a file cut off inside a bracket',
      'id: a\nnames: [budi, "si',
      'contoh.yaml:2:18 Berkas berakhir di tengah kutip atau kurung\n  hint: berkas mungkin terpotong; simpan ulang\n' +
        'contoh.yaml:2:18 Baris terakhir tidak selesai\n  hint: berkas mungkin terpotong; simpan ulang',
    ],
    [
      'a file cut off inside a key',
      'id: a\nstage: cam',
      'contoh.yaml:2:8 Nilai "stage" tidak dikenal: "cam"\n  hint: pilihan: campaign, quiet\n' +
        'contoh.yaml:2:11 Baris terakhir tidak selesai\n  hint: berkas mungkin terpotong; simpan ulang',
    ],
    [
      'hidden characters, made visible',
      'id: a\nstage: "\u202ecampaign\u0007"\n',
      'contoh.yaml:2:8 Nilai "stage" tidak dikenal: "\\u202ecampaign\\u0007"\n  hint: maksudnya "campaign"?',
    ],
    ['a null byte', 'id: a\0\n', 'contoh.yaml:1:1 Berkas memuat byte nol\n  hint: simpan ulang sebagai teks UTF-8'],
    [
      'bytes that are not UTF-8',
      Buffer.from('id: caf\xe9\n', 'latin1'),
      'contoh.yaml:1:1 Berkas bukan UTF-8\n  hint: simpan ulang dengan pengodean UTF-8',
    ],
    [
      'a file larger than the limit',
      Buffer.alloc(MAX_FILE_BYTES + 1, 'a'),
      'contoh.yaml:1:1 Berkas lebih besar dari 4 MB\n  hint: pecah menjadi beberapa berkas',
    ],
    [
      'a tower of brackets',
      `id: ${'['.repeat(100_000)}\n`,
      'contoh.yaml:1:38 Susunan lebih dalam dari 32 tingkat\n  hint: periksa kurung dan tanda hubung',
    ],
  ])('answers %s', (_what, source, expected) => {
    expect(readingOf(source)).toBe(expected);
  });

  it.each([
    ['brackets', '['],
    ['dashes', '- '],
    ['list entries', '1, '],
    ['anchors', '&a '],
    ['comments', '#\n'],
    ['keys', '? '],
    ['colons', ': '],
    ['opening braces', '{a: '],
  ])('gives up a hostile 4 MB of %s within seconds', async (_what, unit) => {
    const text = unit.repeat(Math.floor((MAX_FILE_BYTES - 100) / unit.length));
    const ms = await cpuMs(() => {
      const file = readYamlFile('contoh.yaml', unit === '1, ' ? `id: [${text}` : text, schema);
      expect(file.ok ? '' : file.issues[0]!.problem).toMatch(
        /^(Susunan lebih dalam|Berkas memuat terlalu banyak unsur)/,
      );
    });
    expect(ms).toBeLessThan(20_000);
  });

  it('does not report a hundred faults more than can be mended in one round', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `kunci${i}: 1`).join('\n');
    const file = readYamlFile('contoh.yaml', `${text}\n`, schema);
    expect(file.ok ? [] : file.issues).toHaveLength(101);
    expect(file.ok ? '' : file.issues.at(-1)!.problem).toBe('… dan kesalahan lain');
  });

  it('never throws, and places every fault inside the file, whatever the bytes', () => {
    const yamlish = fc.array(fc.constantFrom(...'ab:-[]{}\'"#&*!|>%@`?, \n\t\\1é'.split(''), 'id: ', '\n  ', '- '));
    const sources = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.uint8Array(),
      yamlish.map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(sources, (source) => {
        const file = readYamlFile('contoh.yaml', source, schema);
        if (file.ok) return;
        const text = typeof source === 'string' ? source : Buffer.from(source).toString('latin1');
        const lines = text.split('\n').length;
        expect(file.issues.length).toBeGreaterThan(0);
        for (const { line, column } of file.issues) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives what was written, for any value', () => {
    const values = fc.record({
      id: fc.string(),
      number: fc.integer({ min: 1, max: 99 }),
      names: fc.array(fc.string(), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(values, (value) => {
        fc.pre(!JSON.stringify(value).includes('\\u0000'));
        const file = readYamlFile('contoh.yaml', stringify(value, { aliasDuplicateObjects: false }), schema);
        expect(file.ok && file.value).toEqual(value);
      }),
    );
  });

  it('hashes what a file says, not how it is written', () => {
    const hashOf = (text: string) => {
      const file = readYamlFile('contoh.yaml', text, schema);
      return file.ok && file.hash;
    };
    const plain = hashOf('id: a\nnumber: 1\n');
    expect(plain).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(hashOf("# catatan\r\nnumber: 1\r\nid: 'a'")).toBe(plain);
    expect(hashOf('id: a\nnumber: 2\n')).not.toBe(plain);
  });
});
