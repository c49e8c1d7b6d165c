import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRulesCheck } from '../../src/cli/rules/check/check.js';
import { copyRules, type RuleFolder } from '../rules-data/rule-folder.js';
import { runRules } from './run-rules.js';

const BROKEN = join(import.meta.dirname, 'broken-rules');
const cases = readdirSync(BROKEN).filter((file) => file.endsWith('.yaml'));
let folder: RuleFolder;
let samples: string;

beforeAll(async () => {
  folder = await copyRules();
  samples = readFileSync(join(folder.dir, 'speech/praise.samples.yaml'), 'utf8');
});
afterAll(() => folder.remove());

// Analysts read these messages every day, so their full text is stored beside each broken rule.
// A changed message is looked at and taken on purpose: npx vitest run test/rules/broken-rules.test.ts -u
describe('the message for a broken rule', () => {
  it.each(cases)('%s', async (file) => {
    const name = basename(file, '.yaml');
    const files = {
      [`speech/${file}`]: readFileSync(join(BROKEN, file), 'utf8'),
      [`speech/${name}.samples.yaml`]: samples,
    };
    for (const [path, text] of Object.entries(files)) await folder.write(path, text);
    const told = await runRules(runRulesCheck, folder.dir);
    for (const path of Object.keys(files)) await rm(join(folder.dir, path));
    expect(told.exitCode).toBe(2);
    await expect(told.text).toMatchFileSnapshot(join(BROKEN, `${name}.txt`));
  });

  it('leaves a sound folder without one', async () => {
    expect(await runRules(runRulesCheck, folder.dir)).toMatchObject({ exitCode: 0 });
  });
});
