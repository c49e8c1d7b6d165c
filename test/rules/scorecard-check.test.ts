import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runRulesCheck } from '../../src/cli/rules/check/check.js';
import { loadFiles } from '../../src/rules/load-files.js';
import { copyRules, type RuleFolder } from '../rules-data/rule-folder.js';
import { runRules } from './run-rules.js';

let folder: RuleFolder;
beforeEach(async () => {
  folder = await copyRules();
});
afterEach(() => folder.remove());

const CARD = 'scorecard.yaml';
const card = (...lines: string[]) => folder.write(CARD, `${lines.join('\n')}\n`);
const check = () => runRules(runRulesCheck, folder.dir);

describe('netra rules check, of the scorecard', () => {
  it('refuses what clears under "for": a warning of hoaxes never counts against anybody', async () => {
    await card('line: 9', 'for:', '  frame.hoax-warning: 7', '  clearing.spouse: 0', 'against: {}');
    expect(await check()).toEqual({
      exitCode: 2,
      text: [
        'scorecard.yaml:3:23 Tanda "frame.hoax-warning" meringankan, dan tidak boleh memberatkan siapa pun',
        '  hint: pindahkan ke "against", atau hapus baris ini',
        'scorecard.yaml:4:20 Tanda "clearing.spouse" meringankan, dan tidak boleh memberatkan siapa pun',
        '  hint: pindahkan ke "against", atau hapus baris ini',
        '',
      ].join('\n'),
    });
    // What a check refuses is not what a process starts with either.
    await expect(loadFiles({ rulesDir: folder.dir })).rejects.toThrow('frame.hoax-warning');
  });

  it('refuses a sign on both sides or on the wrong one, and says where its place is', async () => {
    const signs = ['  rule.praise: 5', '  text.short: 1', '  words.near: 2'];
    await card('line: 9', 'for:', ...signs.slice(0, 2), 'against:', '  rule.praise: 5', signs[2]!);
    const { exitCode, text } = await check();
    expect(exitCode).toBe(2);
    expect(text).toContain('scorecard.yaml:6:16 Tanda "rule.praise" berdiri di kedua sisi\n  hint: hapus baris ini');
    expect(text).toContain('scorecard.yaml:7:15 Tanda "words.near" hanya boleh berdiri di "for"');
    expect(text.match(/^scorecard/gm)).toHaveLength(2);
  });

  it('refuses signs that are not there, with the name that was meant or what to do', async () => {
    const leans = ['leans:', '  act.any: 3', '  frame.on-duty: 4', '  rule.pose-alone: 1'];
    const against = ['against:', '  word.praise: 3', '  frame.blue-moonlight: 2'];
    await card('line: 9', 'for:', '  rule.prais: 5', '  txt.brief: 1', ...against, ...leans);
    const { exitCode, text } = await check();
    expect(exitCode).toBe(2);
    expect(text).toContain('scorecard.yaml:3:15 Tanda "rule.prais" tidak ada\n  hint: maksudnya "rule.praise"?');
    expect(text).toContain('scorecard.yaml:4:14 Tanda "txt.brief" tidak ada\n  hint: hapus baris ini');
    expect(text).toContain(
      'scorecard.yaml:6:16 Daftar kata "word.praise" tidak menimbang\n  hint: tulis "weighs: for"',
    );
    expect(text).toContain('scorecard.yaml:7:25 Tanda "frame.blue-moonlight" tidak ada\n  hint: hapus baris ini');
    expect(text).toContain('scorecard.yaml:10:18 "frame.on-duty" tidak dapat condong ke satu arah');
    expect(text).toContain('scorecard.yaml:11:20 "rule.pose-alone" tidak dapat condong');
    expect(text.match(/^scorecard/gm)).toHaveLength(6);
  });

  it('refuses points, leans and pins of a rule whose file is gone', async () => {
    await rm(join(folder.dir, 'attack/complaint.yaml'));
    await rm(join(folder.dir, 'attack/complaint.samples.yaml'));
    const { exitCode, text } = await check();
    expect(exitCode).toBe(2);
    expect(text).toMatch(/scorecard\.yaml:\d+:\d+ Tanda "rule\.complaint" dalam "pinned" tidak ada lagi\n {2}hint: \S/);
    expect(text).toMatch(/scorecard\.yaml:\d+:\d+ Tanda "rule\.complaint" tidak ada\n {2}hint: \S/);
    expect(text.match(/^scorecard/gm)).toHaveLength(3);
  });

  it('tells a rule that cannot be read by itself, not again by every line that names it', async () => {
    await folder.write('attack/complaint.yaml', 'title: [');
    expect((await check()).text).not.toContain('scorecard.yaml');
  });

  it('takes the card of this folder', async () => {
    expect(await check()).toMatchObject({ exitCode: 0 });
  });
});
