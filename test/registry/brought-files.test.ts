import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAccountsCsv } from '../../src/intake/registry/registry-accounts.js';
import { parseOfficesCsv } from '../../src/intake/registry/registry-offices.js';
import { loadRegionCheck } from '../../src/intake/registry/registry-regions.js';

const FOLDER = join(import.meta.dirname, '../bad-input/brought');
const isRegion = await loadRegionCheck();
const cases = readdirSync(FOLDER).filter((name) => name.startsWith('b01') || name.startsWith('b03'));

function fileOf(folder: string, name: string) {
  return { name, bytes: readFileSync(join(FOLDER, folder, name)) };
}

describe('a registry that people bring as Excel or a paste left it', () => {
  it('has cases', () => {
    expect(cases).toHaveLength(7);
  });

  it.each(cases)('is read: %s', (folder) => {
    const read = parseOfficesCsv(fileOf(folder, 'offices.csv'), { known: [], isRegion });
    const offices = 'offices' in read ? read.offices : [];
    const accounts = parseAccountsCsv(fileOf(folder, 'accounts.csv'), {
      offices,
      now: new Date('2026-11-20T00:00:00Z'),
    });
    expect(accounts).not.toHaveProperty('issues');
    const drafts = 'drafts' in accounts ? accounts.drafts : [];
    expect(drafts.map((draft) => [draft.nip, draft.officeCode, draft.handle])).toEqual(
      [
        ['198001012005011001', offices[0]!.code, 'satu.contoh.example'],
        ['198202022006022002', offices[0]!.code, 'dua.contoh.example'],
      ].slice(0, drafts.length),
    );
    expect(drafts.length).toBeGreaterThan(0);
  });
});
