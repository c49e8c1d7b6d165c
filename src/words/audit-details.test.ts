import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sourceFiles } from '../../test/architecture/source-files.js';
import { DETAIL_NAMES, describeDetails } from './audit-details.js';

it('says in plain words that a digest went out without numbers', () => {
  expect(describeDetails({ state: 'withheld', attempts: 1 }, 'id')).toBe(
    'keadaan: terkirim tanpa angka tanda: cakupan terlalu rendah · percobaan: 1',
  );
});

it('reads codes by their detail, yes and no, and leaves what it does not know', () => {
  expect(describeDetails({ verdict: 'dismissed', blind: true, lain: 'withheld', reason: 'dua orang' }, 'id')).toBe(
    'keputusan: dikesampingkan · tanpa melihat keputusan lain: ya · lain: withheld · alasan: dua orang',
  );
  expect(describeDetails({ constructor: 'x', change: 'toString' }, 'en')).toBe('constructor: x · change: toString');
});

it('knows every detail that an entry is written with', () => {
  const written = sourceFiles('src').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/\bdetails(?::| =) \{([^}]*)\}/g)].flatMap(([, inside = '']) =>
      inside.split(',').flatMap((part) => part.trim().match(/^(\w+)(?::.*|)$/s)?.[1] ?? []),
    ),
  );
  expect(written.length).toBeGreaterThan(30);
  expect([...new Set(written)].filter((name) => !Object.hasOwn(DETAIL_NAMES, name))).toEqual([]);
});
