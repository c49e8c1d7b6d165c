import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { LONGEST } from '../support/longest-first.js';
import { ROOT } from './source-files.js';

/** A last argument or an option that is a number of milliseconds; or a wait whose limit is a second by default. */
const OWN_LIMIT =
  /^\s*\}, \d[\d_]{3,}\);$|^\s*\d[\d_]{3,},\n\s*\);$|\{\s*timeout: *\d|setDefaultTimeout\(\d|\bvi\.wait(?:For|Until)\(/m;

const isTest = (file: string) => /\.(test|contract)\.tsx?$/.test(file);
const testFiles = ['src', 'workers', 'web/src', 'test', 'bench'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isTest(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
);

it('no test sets a time limit of its own: vitest.config.ts has one for all, test/support/until.ts another', () => {
  const own = testFiles.filter((file) => OWN_LIMIT.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(own).toEqual(['test/architecture/test-files.test.ts']);
});

it.each(['}, 60_000);', "it('a', { timeout: 5000 }, () => {});", '  20_000,\n  );', 'await vi.waitFor(() => x);'])(
  'would not pass %j',
  (source) => expect(source).toMatch(OWN_LIMIT),
);

it('every file that is to run first is there', () => {
  expect(LONGEST.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
