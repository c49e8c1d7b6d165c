import { describe, expect, it } from 'vitest';
import { parseOfficesCsv } from './registry-offices.js';
import { loadRegionCheck } from './registry-regions.js';

const isRegion = await loadRegionCheck();
const parse = (...rows: string[]) => {
  const content = `${['code,name,region,parent,digest_to', ...rows].join('\n')}\n`;
  return parseOfficesCsv({ name: 'offices.csv', bytes: Buffer.from(content) }, { known: [], isRegion });
};
const faults = (...rows: string[]) => {
  const read = parse(...rows);
  return 'issues' in read ? read.issues.map(({ row, column, reason }) => `${row} ${column}: ${reason}`) : [];
};

describe('a list of offices', () => {
  it('gets its time zones from the provinces', () => {
    expect(
      parse('a,Contoh A,35.78,,', 'b,Contoh B,51,a,sekda@contoh.example', 'c,Contoh C,91.03.01,b,', 'd,Pusat,ID,,'),
    ).toEqual({
      offices: [
        { code: 'a', name: 'Contoh A', region: '35.78', timeZone: 'Asia/Jakarta' },
        {
          code: 'b',
          name: 'Contoh B',
          region: '51',
          timeZone: 'Asia/Makassar',
          parentCode: 'a',
          digestTo: 'sekda@contoh.example',
        },
        { code: 'c', name: 'Contoh C', region: '91.03.01', timeZone: 'Asia/Jayapura', parentCode: 'b' },
        { code: 'd', name: 'Pusat', region: 'ID', timeZone: 'Asia/Jakarta' },
      ],
    });
  });

  it('are written to as often as they say, daily where they say nothing', () => {
    const rows = ['a,Contoh A,35,,,', 'b,Contoh B,35,,,Mingguan', 'c,Contoh C,35,,,harian', 'd,Contoh D,35,,,weekly'];
    const read = (header: string, lines: string[]) =>
      parseOfficesCsv(
        { name: 'offices.csv', bytes: Buffer.from([header, ...lines, ''].join('\n')) },
        { known: [], isRegion: () => true },
      );
    const found = read('code,name,region,parent,digest_to,digest_every', rows);
    expect('offices' in found && found.offices.map(({ digestEvery }) => digestEvery)).toEqual([
      undefined,
      'weekly',
      undefined,
      'weekly',
    ]);
    const weekly = {
      code: 'b',
      name: 'Contoh B',
      region: '35',
      timeZone: 'Asia/Jakarta',
      digestEvery: 'weekly',
    } as const;
    const old = parseOfficesCsv(
      {
        name: 'offices.csv',
        bytes: Buffer.from('code,name,region,parent,digest_to\nb,Contoh B,35,,\nc,Contoh C,35,,\n'),
      },
      { known: [weekly], isRegion: () => true },
    );
    expect('offices' in old && old.offices.map(({ digestEvery }) => digestEvery)).toEqual(['weekly', undefined]);
    const wrong = read('code,name,region,parent,digest_to,digest_every', ['a,Contoh A,35,,,bulanan']);
    expect('issues' in wrong && wrong.issues.map(({ column, reason, hint }) => `${column}: ${reason} ${hint}`)).toEqual(
      ['digest_every: "bulanan" bukan jadwal rekap. Tulis salah satu: harian, mingguan; kosong berarti harian.'],
    );
  });

  it('names unknown regions, parents, doubled codes, rings and addresses that are none', () => {
    expect(
      faults(
        'a,A,99,,',
        'b,B,35.7,,',
        'c,C,35,tiada,',
        'c,C2,35,,',
        'r1,R,35,r2,',
        'r2,R,35,r1,',
        'm,M,35,,"x@y.example,z@y.example"',
        'n,N,35,,sekda@contoh..example',
      ),
    ).toEqual([
      '2 region: Kode wilayah "99" tidak ada.',
      '3 region: Kode wilayah "35.7" tidak ada.',
      '4 parent: OPD induk "tiada" tidak dikenal.',
      '5 code: Kode OPD ini sudah ada pada baris 4.',
      '6 parent: OPD ini menjadi induk dari dirinya sendiri.',
      '7 parent: OPD ini menjadi induk dari dirinya sendiri.',
      '8 digest_to: "x@y.example,z@y.example" bukan satu alamat surel.',
      '9 digest_to: "sekda@contoh..example" bukan satu alamat surel.',
    ]);
  });
});
