import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runRulesCheck } from '../../src/cli/rules/check/check.js';
import { runRulesTest } from '../../src/cli/rules/test/test.js';
import { runScreen } from '../../src/cli/screen/screen.js';
import { openLiveScreener } from '../../src/rules/live-screener.js';
import { loadSet } from '../../src/rules/load-set.js';
import { copyRules, type RuleFolder, retire } from '../rules-data/rule-folder.js';
import { runRules } from './run-rules.js';
import { anInput } from './screening.js';

const POST = anInput({ text: 'Ayo coblos Bram Sekar!' });
const RULE = 'call-to-vote';
let folder: RuleFolder;

beforeEach(async () => {
  folder = await copyRules();
});
afterEach(() => folder.remove());

const at = (path: string) => join(folder.dir, path);
const toYml = (path: string) => rename(at(`${path}.yaml`), at(`${path}.yml`));
const firedIn = (answer: { matches: readonly { rule: string }[] }) => answer.matches.map(({ rule }) => rule);

async function screened(): Promise<string[]> {
  const output = new PassThrough();
  const input = new PassThrough();
  input.end(`${JSON.stringify(POST)}\n`);
  await runScreen({ input, output, errors: new PassThrough(), rulesDir: folder.dir });
  return firedIn(JSON.parse(String(output.read())));
}

describe('files that end in .yml', () => {
  it('are read as .yaml is, by check, test, screen and every process, under the same hashes', async () => {
    const before = await loadSet({ rulesDir: folder.dir });
    const files = [
      `speech/${RULE}`,
      `speech/${RULE}.samples`,
      'lexicon/praise',
      'lexicon/slang',
      'clauses',
      'elections/contoh',
    ];
    for (const path of files) await toYml(path);
    expect(await runRules(runRulesCheck, folder.dir)).toEqual({
      exitCode: 0,
      text: expect.not.stringContaining('tidak dibaca'),
    });
    expect((await runRules(runRulesTest, folder.dir)).exitCode).toBe(0);
    expect(await screened()).toContain(RULE);
    const { screener } = await loadSet({ rulesDir: folder.dir });
    expect(firedIn(screener.screen(POST))).toContain(RULE);
    expect([screener.ruleset, screener.elections]).toEqual([before.screener.ruleset, before.screener.elections]);
  });

  it('may have samples of the other ending', async () => {
    await toYml(`speech/${RULE}`);
    expect((await runRules(runRulesCheck, folder.dir)).exitCode).toBe(0);
  });

  it('come into force when they are saved', async () => {
    await toYml(`speech/${RULE}`);
    const live = await openLiveScreener({ rulesDir: folder.dir });
    await folder.edit(`speech/${RULE}.yml`, retire);
    await live.look();
    await live.look();
    expect(firedIn(live.current().screen(POST))).not.toContain(RULE);
    live.close();
  });

  it('are broken as .yaml is, for all alike', async () => {
    await toYml(`speech/${RULE}`);
    await folder.edit(`speech/${RULE}.yml`, (text) => text.replace('status: live', 'status: alive'));
    const told = await runRules(runRulesCheck, folder.dir);
    expect(told).toMatchObject({ exitCode: 2, text: expect.stringContaining(`speech/${RULE}.yml:`) });
    await expect(loadSet({ rulesDir: folder.dir })).rejects.toThrow(`speech/${RULE}.yml:`);
  });

  it('are the same rule twice beside one that ends in .yaml', async () => {
    await folder.write(`speech/${RULE}.yml`, await folder.edit(`speech/${RULE}.yaml`, (text) => text));
    const { exitCode, text } = await runRules(runRulesCheck, folder.dir);
    expect([exitCode, text.match(/dipakai dua aturan/g)?.length]).toEqual([2, 2]);
  });
});

describe('what lies beside rules and is not read', () => {
  it('is named, and changes nothing', async () => {
    const before = await loadSet({ rulesDir: folder.dir });
    const strays = [
      '.DS_Store',
      'catatan.txt',
      'clauses.yml',
      'elections/._contoh.yaml',
      'elections/contoh.yaml.bak',
      'lexicon/praise.yaml~',
      'speech/._praise.yaml',
      'speech/praise.YAML',
      'speech/tanpa-aturan.samples.yaml',
    ];
    for (const path of strays) await writeFile(at(path), Buffer.from([0, 5, 22, 7, 0xff]));
    await mkdir(at('speech/lama'));
    const { exitCode, text } = await runRules(runRulesCheck, folder.dir);
    expect(exitCode).toBe(0);
    const named = [...text.matchAll(/^(.+): tidak dibaca/gm)].map(([, path]) => path);
    expect(named.sort()).toEqual([...strays, 'speech/lama'].sort());
    const { screener } = await loadSet({ rulesDir: folder.dir });
    expect([screener.ruleset, screener.elections]).toEqual([before.screener.ruleset, before.screener.elections]);
  });

  it('is not a linked file: mounted configuration is made of links', async () => {
    await mkdir(at('.data'));
    await rename(at(`speech/${RULE}.yaml`), at(`.data/${RULE}.yaml`));
    await symlink(at(`.data/${RULE}.yaml`), at(`speech/${RULE}.yaml`));
    expect(await screened()).toContain(RULE);
    await rm(at('.data'), { recursive: true });
    expect((await runRules(runRulesCheck, folder.dir)).exitCode).toBe(2);
  });
});
