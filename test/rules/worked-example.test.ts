import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRulesCheck } from '../../src/cli/rules/check/check.js';
import { runRulesExplain } from '../../src/cli/rules/explain/explain.js';
import { runRulesTest } from '../../src/cli/rules/test/test.js';
import { copyRules, type RuleFolder } from '../rules-data/rule-folder.js';
import { runRules } from './run-rules.js';
import { RULES_DIR } from './screening.js';

const GUIDE = readFileSync(join(RULES_DIR, 'README.md'), 'utf8');
/** The two files of the worked example, as the guide prints them. */
const [rule, samples] = [...GUIDE.matchAll(/^ {3}```yaml\n([\s\S]*?)^ {3}```$/gm)].map((m) =>
  m[1]!.replace(/^ {3}/gm, ''),
);
const subject = /rules explain (?:--elections rules\/example )?"([^"]+)"/.exec(GUIDE)![1]!;
const path = /`rules\/(speech\/[a-z-]+)\.yaml`/.exec(GUIDE)![1]!;
let folder: RuleFolder;

beforeAll(async () => {
  folder = await copyRules();
});
afterAll(() => folder.remove());

const run = (command: Parameters<typeof runRules>[0]) => runRules(command, folder.dir);

describe('the worked example of rules/README.md', () => {
  it('begins with a text that no rule marks yet', async () => {
    expect((await run((options) => runRulesExplain({ ...options, subject }))).text).toMatch(/^Tidak ditandai/);
  });

  it('passes check and test as printed, and marks the text once it is live', async () => {
    await folder.write(`${path}.yaml`, rule!);
    await folder.write(`${path}.samples.yaml`, samples!);
    expect(await run(runRulesCheck)).toMatchObject({ exitCode: 0 });
    expect(await run(runRulesTest)).toMatchObject({ exitCode: 0 });
    await folder.edit(`${path}.yaml`, (text) => text.replace('status: experimental', 'status: live'));
    const { text } = await run((options) => runRulesExplain({ ...options, subject }));
    expect(text).toMatch(/^DITANDAI[\s\S]*"lain hati" \(loyal\)/);
  });
});
