import { describe, expect, it } from 'vitest';
import { progressLine } from '../../scripts/progress.mjs';
import { readCrates } from '../../scripts/setup-mongodb.mjs';

describe('what a long stage of the set-up says', () => {
  const stage = { name: '[1/3] MongoDB', startedAt: 0 };

  it('is never twice the same, even where its detail stands still', () => {
    const detail = '289/290 bagian';
    const lines = [10, 20, 30].map((at) => progressLine({ ...stage, detail, since: 4_000, now: at * 1000 }));
    expect(lines).toEqual([
      '[1/3] MongoDB — 289/290 bagian, sudah 6 s (10 s)',
      '[1/3] MongoDB — 289/290 bagian, sudah 16 s (20 s)',
      '[1/3] MongoDB — 289/290 bagian, sudah 26 s (30 s)',
    ]);
  });

  it('leaves out the clock of a detail that has just come', () => {
    expect(progressLine({ ...stage, detail: '3/290 bagian', since: 9_000, now: 10_000 })).toBe(
      '[1/3] MongoDB — 3/290 bagian (10 s)',
    );
    expect(progressLine({ ...stage, detail: '', since: 0, now: 1_000 })).toBe('[1/3] MongoDB (1 s)');
  });

  it.each([
    ['    Building [====>     ] 120/290: bson, geo\r', '120/290 bagian, kini: bson, geo'],
    ['    Building [====>     ] 12/290\r    Building [====>     ] 13/290: syn(build.rs)\r', '13/290 bagian, kini: syn'],
    [
      '    Building [=======>  ] 288/290: secantus-commands, secantus-wiredtiger-sys(build)\r',
      '288/290 bagian, yang terakhir dan terlama: secantus-commands, penyimpan WiredTiger',
    ],
    [
      '    Building [=========>] 289/290: secantus-mdb(bin)\r',
      '289/290 bagian, yang terakhir dan terlama: menautkan program jadi',
    ],
    ['   Compiling bson v2.15.0\n', undefined],
  ])('reads cargo, from %j', (output, said) => {
    expect(readCrates(output)).toBe(said);
  });
});
