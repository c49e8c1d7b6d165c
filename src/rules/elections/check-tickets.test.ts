import { describe, expect, it } from 'vitest';
import { parseElection } from './parse-election.js';

/** An invented contest of three; each line stands in the ticket of its place. */
const fileOf = (...lines: string[]) =>
  [
    'id: uji',
    'title: Uji (karangan)',
    'stages: [{ stage: campaign, from: 2026-02-04 }]',
    'contests:',
    '  - id: pilgub-35',
    '    seat: Gubernur (karangan)',
    "    region: '35'",
    '    tickets:',
    ...[1, 2, 3].flatMap((n, i) => [
      `      - number: ${n}`,
      `        names: [Calon Contoh${'abc'[i]}]`,
      `        ${lines[i] ?? ''}`,
    ]),
  ]
    .join('\n')
    .concat('\n');

const faultsOf = (...lines: string[]) => {
  const file = parseElection('uji.yaml', fileOf(...lines));
  return file.ok ? [] : file.issues.map(({ line, column, problem, hint }) => `${line}:${column} ${problem} | ${hint}`);
};

describe('what an election file may say of its tickets besides', () => {
  it('is read where every ticket of the contest has it, and leaves files without it as they were', () => {
    const file = parseElection(
      'uji.yaml',
      fileOf(
        'colours: [merah]\n        position: [left, top]\n        incumbent: true\n        teams: [{ platform: bluesky, handle: Gema.Contoh.test }]',
        'colours: [biru muda]\n        position: [right, top]\n        incumbent: false\n        teams: []',
        'colours: [putih]\n        position: [left, bottom]\n        incumbent: false\n        teams: []',
      ),
    );
    expect(file.ok && file.value.contests[0]!.tickets[0]).toMatchObject({
      colours: ['merah'],
      places: ['left', 'top'],
      isIncumbent: true,
      teams: [{ platform: 'bluesky', handle: 'gema.contoh.test' }],
    });
    const plain = parseElection('uji.yaml', fileOf());
    expect(plain.ok && Object.keys(plain.value.contests[0]!.tickets[0]!)).toContain('colours');
    expect(plain.ok && JSON.stringify(plain.value)).not.toContain('colours');
  });

  it.each(['colours: [merah]', 'position: [left]', 'incumbent: true', 'teams: []'])(
    'is refused where one ticket alone has it: %s',
    (line) => {
      const field = line.slice(0, line.indexOf(':'));
      const fault = (n: number) =>
        `Pasangan nomor ${n} tidak punya "${field}", padahal pasangan lain di kontes ini punya | ` +
        'isi untuk setiap pasangan, atau hapus dari semua: tanda yang hanya dimiliki satu pihak berat sebelah';
      expect(faultsOf('', line)).toEqual([`9:9 ${fault(1)}`, `15:9 ${fault(3)}`]);
    },
  );

  it('is refused where two tickets share it, at the second one', () => {
    const change = 'ubah salah satunya';
    expect(faultsOf('colours: [merah]', 'colours: [putih, Merah]', 'colours: [biru]')).toEqual([
      `14:26 Warna dipakai dua kali: "merah" | ${change}`,
    ]);
    expect(faultsOf('position: [left, top]', 'position: [top, left]', 'position: [right]')).toEqual([
      `14:19 Letak di surat suara dipakai dua kali: "left top" | ${change}`,
    ]);
    expect(faultsOf('incumbent: true', 'incumbent: false', 'incumbent: true')).toEqual([
      '17:20 Petahana hanya satu: pasangan yang memegang jabatan itu | tulis "incumbent: false" pada yang lain',
    ]);
    const team = 'teams: [{ platform: bluesky, handle: tim.contoh.test }]';
    expect(faultsOf(team, 'teams: []', team)).toEqual([
      `17:17 Akun dipakai dua kali: "bluesky:tim.contoh.test" | ${change}`,
    ]);
  });

  it('is refused where no ballot paper has such a place, and no colour such a name', () => {
    expect(faultsOf('position: [left, right]', 'position: [middle]', 'position: [right]')).toEqual([
      '11:19 Letak tidak mungkin: left, right | satu dari left, middle, right dan paling banyak satu dari top, bottom',
    ]);
    expect(faultsOf('colours: ["#ff0000"]', 'colours: [biru]', 'colours: [hijau]')).toEqual([
      '11:19 Warna tidak sah | satu atau dua kata, misalnya merah atau biru muda',
    ]);
  });
});
