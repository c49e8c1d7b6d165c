import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRulesCheck } from '../../src/cli/rules.js';
import { RULES_DIR } from './screening.js';

const BROKEN = join(import.meta.dirname, 'broken-rules');
const cases = readdirSync(BROKEN).filter((file) => file.endsWith('.yaml'));
let dir: string;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'netra-broken-'));
  cpSync(RULES_DIR, dir, { recursive: true, filter: (path) => !/pilkada-2024|pemilu-2024/.test(path) });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

// Analysts read these messages every day, so their full text is stored beside each broken rule.
// A changed message is looked at and taken on purpose: npx vitest run test/rules/broken-rules.test.ts -u
describe('the message for a broken rule', () => {
  it.each(cases)('%s', async (file) => {
    const rule = join(dir, 'speech', file);
    const samples = rule.replace(/\.yaml$/, '.samples.yaml');
    cpSync(join(BROKEN, file), rule);
    cpSync(join(dir, 'speech', 'praise.samples.yaml'), samples);
    const output = new PassThrough();
    const exitCode = await runRulesCheck({ output, rulesDir: dir });
    rmSync(rule);
    rmSync(samples);
    expect(exitCode).toBe(2);
    const told = String(output.read()).replaceAll(`${dir}/`, '');
    await expect(told).toMatchFileSnapshot(join(BROKEN, `${basename(file, '.yaml')}.txt`));
  });

  it('leaves a sound folder without one', async () => {
    expect(await runRulesCheck({ output: new PassThrough(), rulesDir: dir })).toBe(0);
  });
});
