import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportLine } from '../../domain/import-line.js';
import { openImportFile } from '../acts/open-import-file.js';
import { checkMappings } from './mapping-folder.js';

const EXAMPLE = 'recipes/imports/rekap-patroli-contoh.yaml';
const PAGE = readFileSync('docs/impor.md', 'utf8');
const printed = (kind: string) => new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(PAGE)![1]!;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'netra-pemetaan-'));
  mkdirSync(join(dir, 'recipes/imports'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(dir, 'recipes/imports', name), text);

async function read(table: string, as?: string) {
  const path = join(dir, 'tabel');
  writeFileSync(path, table);
  const opened = await openImportFile(path, { as, mappings: (await checkMappings(dir)).mappings });
  const lines: ImportLine[] = [];
  for await (const line of opened.read({ clock: () => new Date('2026-11-20T00:00:00Z') })) lines.push(line);
  return { opened, lines };
}

describe('a mapping that an officer writes', () => {
  it('is printed in the manual as it lies in the rules, and reads the table that is printed there', async () => {
    cpSync(join('rules', EXAMPLE), join(dir, EXAMPLE));
    expect(readFileSync(join('rules', EXAMPLE), 'utf8')).toContain(printed('yaml'));
    const { opened, lines } = await read(printed('csv'));
    expect(opened.recognition).toMatchObject({
      name: 'rekap-patroli-contoh',
      leftAlone: ['No', 'Petugas'],
      drift: { missing: [], unknown: [] },
    });
    expect(lines).toMatchObject([
      {
        platform: 'tiktok',
        handle: 'wati.contoh',
        activity: {
          kind: 'post',
          externalId: '7301234567890123456',
          text: 'Coblos nomor 2',
          publishedAt: new Date('2026-11-18T03:13:00Z'),
        },
      },
      {
        platform: 'instagram',
        activity: {
          kind: 'like',
          externalId: 'like:wati.contoh:DcontohAB12',
          publishedAt: new Date('2026-11-18T03:20:00Z'),
          target: {
            account: { platform: 'instagram', handle: 'calon.contoh' },
            url: 'https://www.instagram.com/p/DcontohAB12/',
          },
        },
      },
    ]);
  });

  it('never takes two people who like or answer one post for one act', async () => {
    cpSync(join('rules', EXAMPLE), join(dir, EXAMPLE));
    const [head, , like] = printed('csv').split('\n');
    const rows = [like!, like!.replace(';wati.contoh;', ';@BUDI.contoh;')];
    const comments = rows.map((row) => row.replace(';suka;', ';komentar;'));
    const follow = like!.replace(';suka;', ';ikuti;');
    const { lines } = await read([head, ...rows, ...comments, follow].join('\n'));
    expect(lines.map((line) => ('activity' in line ? line.activity.externalId : line.reason))).toEqual([
      'like:wati.contoh:DcontohAB12',
      'like:budi.contoh:DcontohAB12',
      'comment:wati.contoh:DcontohAB12',
      'comment:budi.contoh:DcontohAB12',
      'unreadable',
    ]);
  });

  it('names what it cannot read of a row, and goes on', async () => {
    cpSync(join('rules', EXAMPLE), join(dir, EXAMPLE));
    const [head, first, second] = printed('csv').split('\n');
    const bad = [
      first!.replace('18/11/2026 10.13', 'kemarin'),
      first!.replace('TikTok', 'Friendster').replace(/https[^;]*/, ''),
      first!.replace('unggahan', 'Komen'),
      first!.replace('@wati.contoh;', ';'),
      first!.replace(
        'https://www.tiktok.com/@wati.contoh/video/7301234567890123456',
        'https://www.tiktok.com/@wati.contoh',
      ),
      first!.replace(/https[^;]*/, 'https://vt.tiktok.com/ZScontoh1/'),
      first!.replace('2026', '2036'),
      first!.replace('@wati.contoh;', 'wa\u0007ti;'),
    ];
    const { lines } = await read([head, ...bad, second].join('\n'));
    expect(lines.map((line) => ('error' in line ? line.error : line.line))).toEqual([
      'Kolom "Waktu": "kemarin" tidak terbaca sebagai waktu.',
      'Kolom "Medsos": "Friendster" tidak ada di values pemetaan rekap-patroli-contoh.',
      'Kolom "Jenis": "Komen" tidak ada di values pemetaan rekap-patroli-contoh.',
      'Kolom "Nama akun" kosong.',
      'Kolom "Tautan": "https://www.tiktok.com/@wati.contoh" bukan tautan satu kiriman di platform baris ini.',
      'Kolom "Tautan": tautan pendek "https://vt.tiktok.com/ZScontoh1/" tidak memuat nomor kiriman.',
      'Waktu "Waktu" ada di masa depan.',
      'Nama akun pada "Nama akun" memuat karakter yang tidak boleh ada, atau panjangnya bukan 1 sampai 300.',
      10,
    ]);
    const hints = lines.map((line) => ('hint' in line ? line.hint : ''));
    expect(hints.join('\n')).not.toContain('docs/collectors.md');
    expect(hints[2]).toContain('kind.values');
    expect(hints[5]).toContain('npx netra link --follow');
  });

  it('costs itself alone where it is broken, each fault with its place; what is no mapping is named', async () => {
    cpSync(join('rules', EXAMPLE), join(dir, EXAMPLE));
    write(
      'rusak.yml',
      'id: csv\ntitle: Rusak\nplatform: friendster\nkind: post\ncolumns: { time: Waktu }\ntime: { format: local }\n',
    );
    write('zz-kembar.yaml', readFileSync(join('rules', EXAMPLE), 'utf8'));
    write('.tersembunyi.yaml', 'x: 1\n');
    write('catatan.txt', 'bukan pemetaan\n');
    const { mappings, issues, passedOver } = await checkMappings(dir);
    expect(mappings.map(({ name }) => name)).toEqual(['rekap-patroli-contoh']);
    expect(issues.map(({ path, line, problem }) => `${path}:${line} ${problem}`)).toEqual(
      expect.arrayContaining([
        'recipes/imports/rusak.yml:1 Id ini milik format Netra sendiri',
        expect.stringContaining('recipes/imports/rusak.yml:3 '),
        'recipes/imports/zz-kembar.yaml:1 Pemetaan dengan id "rekap-patroli-contoh" sudah ada',
      ]),
    );
    expect(passedOver).toEqual(['recipes/imports/.tersembunyi.yaml', 'recipes/imports/catatan.txt']);
  });

  it('is no fault where there is no folder', async () => {
    expect(await checkMappings(join(dir, 'tidak-ada'))).toEqual({ mappings: [], issues: [], passedOver: [] });
  });
});
