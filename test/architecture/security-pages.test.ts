import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../docs/security.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Wants'));

describe('what the page on security promises', () => {
  it('names a test in every line, or says that there is none', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter((row) => !/`(test|src)\/[^`]+\.test\.ts` \|$|\| – \|$/.test(row))).toEqual([]);
  });

  it('is held by tests that are there', () => {
    const named = [...page.matchAll(/`((?:test|src)\/[^`]+\.ts)`/g)].map(([, path]) => path!);
    expect(named.filter((path) => !existsSync(new URL(`../../${path}`, import.meta.url)))).toEqual([]);
  });
});
