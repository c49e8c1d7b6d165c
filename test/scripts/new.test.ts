import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRulesCheck } from '../../src/cli/rules/check/check.js';
import { runRulesTest } from '../../src/cli/rules/test/test.js';
import { runRules } from '../rules/run-rules.js';

const PARTS = ['src', 'workers', 'web/src', 'test/platforms', 'test/architecture', 'scripts', 'rules', 'docs'];
const FILES = ['package.json', 'biome.json', '.gitignore', 'tsconfig.json'];
const TESTS = [
  'src/cli/paper-trail/paper-trail.test.ts',
  'src/cli/rules/contoh-baru/contoh-baru.test.ts',
  'test/platforms/mastodon.test.ts',
  'test/platforms/tiktok.test.ts',
];
/** All that the new parts may break; the tests of other rooms would double the time. */
const TYPES = {
  extends: './tsconfig.json',
  include: ['src', 'workers'],
  exclude: ['**/*.test.ts'],
  files: [...TESTS, 'test/platforms/collector.contract.ts'],
};

/** A copy of the working tree on the packages of this one. */
describe('npm run new', () => {
  let clone: string;

  beforeAll(() => {
    clone = mkdtempSync(join(tmpdir(), 'netra-new-'));
    for (const path of [...PARTS, ...FILES]) cpSync(path, join(clone, path), { recursive: true });
    symlinkSync(join(process.cwd(), 'node_modules'), join(clone, 'node_modules'));
  });
  afterAll(() => rmSync(clone, { recursive: true }));

  const node = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: clone, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  };
  const make = (...args: string[]) => node('scripts/new.mjs', ...args);

  it('refuses what stands already, and names that would not fit, and says how they should be', () => {
    const before = readFileSync(join(clone, 'src/cli/commands.ts'), 'utf8');
    expect(make('command', 'up')).toEqual({ status: 1, output: expect.stringContaining('Sudah ada: src/cli/up/') });
    expect(make('platform', 'bluesky')).toMatchObject({ status: 1 });
    expect(make('rule', 'attack/call-to-vote')).toEqual({
      status: 1,
      output: expect.stringContaining('rules/speech/call-to-vote.yaml'),
    });
    for (const wrong of [
      ['command', 'Report'],
      ['command', '../luar'],
      ['command', 'tak-ada/verify'],
      ['platform', 'a/b'],
      ['rule', 'one-heart'],
      ['rule', 'elections/one-heart'],
      ['halaman', 'x'],
      [],
    ]) {
      expect({ wrong, ...make(...wrong) }).toEqual({ wrong, status: 64, output: expect.stringMatching(/\p{L}+/u) });
    }
    expect(readFileSync(join(clone, 'src/cli/commands.ts'), 'utf8')).toBe(before);
  });

  it('makes commands, platforms and a rule that pass what a developer runs', async () => {
    for (const line of [
      ['command', 'paper-trail'],
      ['command', 'rules/contoh-baru'],
      ['platform', 'mastodon'],
      ['platform', 'tiktok'],
      ['rule', 'speech/contoh-baru'],
    ]) {
      expect({ line, ...make(...line) }).toMatchObject({ line, status: 0 });
    }
    writeFileSync(join(clone, 'tsconfig.made.json'), JSON.stringify(TYPES));
    expect(node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.made.json')).toEqual({ status: 0, output: '' });
    const style = node(
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      'src/cli',
      'src/platforms',
      'src/words',
      'test/platforms',
    );
    expect(style).toMatchObject({ status: 0 });
    const tests = node('node_modules/vitest/vitest.mjs', 'run', 'src/cli/commands.test.ts', ...TESTS);
    expect(tests).toMatchObject({ status: 0, output: expect.stringMatching(/Test Files .*5 passed/) });

    const words = node('node_modules/vitest/vitest.mjs', 'run', '--root', 'test/architecture', 'texts.test.ts');
    expect(words).toMatchObject({ status: 0 });

    const rules = join(clone, 'rules');
    expect(await runRules(runRulesCheck, rules)).toMatchObject({ exitCode: 0 });
    expect(await runRules(runRulesTest, rules)).toMatchObject({ exitCode: 0 });
  });
});
