import { describe, expect, it } from 'vitest';
import { OWN_FORMATS, recognise } from '../../intake/formats/recognise.js';
import { toText } from './import-report.js';

const recognition = recognise(
  { kind: 'table', medium: 'CSV', names: ['id', 'kind', 'text', 'publishedAt', 'platform', 'handle'] },
  OWN_FORMATS,
);
const report = {
  ...{ lines: 3, newActivities: 1, knownActivities: 0, cut: 0, faults: [] },
  skipped: { unproven: 1, unreadable: 1 },
};

describe('the report of an import', () => {
  it('says in words why acts are passed over, and where flags will be seen', () => {
    expect(toText(report, recognition, { isDryRun: false }).split('\n')).toEqual([
      'Dikenali: tabel Netra (--as csv)',
      '3 baris: 1 baru, 0 sudah dikenal, 0 dipotong',
      '  dilewati, belum terbukti pemiliknya: 1',
      '  dilewati, tidak terbaca: 1',
      'Tanda, bila ada, muncul di konsol setelah buktinya disegel.',
      '',
    ]);
  });

  it('of a trial, or of a file in which nothing was new, names no place for flags', () => {
    expect(toText(report, recognition, { isDryRun: true })).not.toContain('konsol');
    expect(toText({ ...report, newActivities: 0 }, recognition, { isDryRun: false })).not.toContain('konsol');
  });
});
