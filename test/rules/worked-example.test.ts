import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runRulesCheck, runRulesExplain, runRulesTest } from '../../src/cli/rules.js';
import { RULES_DIR } from './screening.js';

const GUIDE = readFileSync(join(RULES_DIR, 'README.md'), 'utf8');
/** The two files of the worked example, as the guide prints them. */
const [rule, samples] = [...GUIDE.matchAll(/^ {3}```yaml\n([\s\S]*?)^ {3}```$/gm)].map((m) =>
  m[1]!.replace(/^ {3}/gm, ''),
);
const subject = /rules explain "([^"]+)"/.exec(GUIDE)![1]!;
const path = /`rules\/(speech\/[a-z-]+)\.yaml`/.exec(GUIDE)![1]!;
let dir: string;

beforeAll(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'netra-guide-')), 'rules');
  cpSync(RULES_DIR, dir, { recursive: true, filter: (from) => !/pilkada-2024|pemilu-2024/.test(from) });
});
afterAll(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

async function run(command: (options: { output: PassThrough; rulesDir: string }) => Promise<number>) {
  const output = new PassThrough();
  const exitCode = await command({ output, rulesDir: dir });
  return { exitCode, text: String(output.read()) };
}

describe('the worked example of rules/README.md', () => {
  it('begins with a text that no rule marks yet', async () => {
    expect((await run((options) => runRulesExplain({ ...options, subject }))).text).toMatch(/^Tidak ditandai/);
  });

  it('passes check and test as printed, and marks the text once it is live', async () => {
    writeFileSync(join(dir, `${path}.yaml`), rule!);
    writeFileSync(join(dir, `${path}.samples.yaml`), samples!);
    expect(await run(runRulesCheck)).toMatchObject({ exitCode: 0 });
    expect(await run(runRulesTest)).toMatchObject({ exitCode: 0 });
    writeFileSync(join(dir, `${path}.yaml`), rule!.replace('status: experimental', 'status: live'));
    const { text } = await run((options) => runRulesExplain({ ...options, subject }));
    expect(text).toMatch(/^DITANDAI[\s\S]*"lain hati" \(loyal\)/);
  });
});
