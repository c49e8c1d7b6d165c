import { describe, expect, it } from 'vitest';
import { upwardsFrom } from './office-line.js';
import { type ReasonTemplate, templatesFor } from './reason-template.js';

const OFFICES = [
  { code: 'KOTA' },
  { code: 'DINAS', parentCode: 'KOTA' },
  { code: 'UPT', parentCode: 'DINAS' },
  { code: 'LAIN', parentCode: 'KOTA' },
  { code: 'A', parentCode: 'B' },
  { code: 'B', parentCode: 'A' },
];
const flag = { matches: [{ rule: 'ajakan' }, { rule: 'dukungan' }] } as unknown as Parameters<typeof templatesFor>[0];

function aTemplate(officeCode: string, text: string, rule?: string): ReasonTemplate {
  return { id: `${officeCode} ${text}`, officeCode, verdict: 'dismissed', rule, text };
}

describe('reason templates', () => {
  it('are those of the office and of all above it, and of no other', () => {
    expect(upwardsFrom('UPT', OFFICES)).toEqual(['UPT', 'DINAS', 'KOTA']);
    const all = ['KOTA', 'DINAS', 'UPT', 'LAIN'].map((code) => aTemplate(code, code));
    const texts = templatesFor(flag, all, upwardsFrom('DINAS', OFFICES)).map(({ text }) => text);
    expect(texts).toEqual(['DINAS', 'KOTA']);
  });

  it('end where a ring of offices meets itself', () => {
    expect(upwardsFrom('A', OFFICES)).toEqual(['A', 'B']);
  });

  it('stand in the order of how near they are: for a rule of the flag first, then by office, then by text', () => {
    const all = [
      aTemplate('UPT', 'untuk semua, dekat'),
      aTemplate('KOTA', 'untuk ajakan', 'ajakan'),
      aTemplate('UPT', 'untuk aturan lain', 'pose'),
      aTemplate('UPT', 'b untuk dukungan', 'dukungan'),
      aTemplate('UPT', 'a untuk ajakan', 'ajakan'),
      aTemplate('KOTA', 'untuk semua, jauh'),
    ];
    expect(templatesFor(flag, all, upwardsFrom('UPT', OFFICES)).map(({ text }) => text)).toEqual([
      'a untuk ajakan',
      'b untuk dukungan',
      'untuk ajakan',
      'untuk semua, dekat',
      'untuk semua, jauh',
    ]);
  });
});
