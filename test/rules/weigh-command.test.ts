import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import { runRulesWeigh } from '../../src/cli/rules/weigh/weigh.js';
import { PermanentError } from '../../src/domain/errors.js';
import { loadRules } from '../../src/rules/files/load-rules.js';
import { copyRules, type RuleFolder } from '../rules-data/rule-folder.js';

let folder: RuleFolder;
let corpus: string;
beforeEach(async () => {
  folder = await copyRules();
  // Beside the rules, so that it goes away with them; a folder that holds no rule is passed over.
  corpus = join(folder.dir, '.korpus');
  await mkdir(corpus);
  await copyFile(join(folder.dir, 'elections/contoh.yaml'), join(corpus, 'contoh.yaml'));
  const about = { kind: 'post', publishedAt: '2026-03-10T03:00:00Z', account: { id: 'a', region: '35' } };
  const acts = [
    { text: 'Ayo coblos Bram Sekar!', label: 'support' },
    { text: 'Bram-Sekar itu penipu', label: 'attack' },
    { text: 'Resep sayur asem', label: 'neutral' },
  ];
  const lines = acts.map((act, n) => JSON.stringify({ id: `t${n}`, ...about, ...act }));
  await writeFile(join(corpus, 'acts.jsonl'), lines.join('\n'));
});
afterEach(() => folder.remove());

async function weigh(more: Partial<Parameters<typeof runRulesWeigh>[0]> = {}) {
  const told: string[] = [];
  const output = (text: string) => told.push(text);
  const asked = { rulesDir: folder.dir, dirs: [corpus], precision: 0.96, write: true, json: false, output };
  return { code: await runRulesWeigh({ ...asked, ...more }), text: told.join('') };
}

describe('netra rules weigh --write', () => {
  it('keeps pins, points and leans of all that its corpora do not show, and lists it', async () => {
    const { scorecard: before } = await loadRules(folder.dir);
    const { code, text } = await weigh();
    const { scorecard: after } = await loadRules(folder.dir);
    expect(code).toBe(0);
    expect(text).toMatch(/Tidak ditimbang, .*: .*clearing\.spouse, .*rule\.follow-ticket-account/);
    expect(text).not.toMatch(/Tidak ditimbang, .*rule\.call-to-vote/);
    expect(after?.for['rule.follow-ticket-account']).toBe(60);
    expect(after?.against['clearing.spouse']).toBe(before?.against['clearing.spouse']);
    expect(after?.leans?.['rule.like-attack']).toBe(before?.leans?.['rule.like-attack']);
    expect(after?.pinned).toEqual(before?.pinned);
    expect(Object.keys(after!.for).sort()).toEqual(expect.arrayContaining(rulesOf(before!.for)));
    expect(await readFile(join(folder.dir, 'scorecard.yaml'), 'utf8')).toContain('rule.call-to-vote: ');
  });

  it('writes nothing where no line is as precise as asked', async () => {
    const before = await readFile(join(folder.dir, 'scorecard.yaml'), 'utf8');
    const acts = await readFile(join(corpus, 'acts.jsonl'), 'utf8');
    // The same words, judged one way and the other.
    await writeFile(join(corpus, 'acts.jsonl'), `${acts}\n${acts.replaceAll(/"(support|attack)"/g, '"neutral"')}`);
    const refused = weigh({ precision: 1 });
    await expect(refused).rejects.toThrow(PermanentError);
    await expect(refused).rejects.toThrow(/Ketepatan 1 tidak tercapai pada garis 1 sampai 60; tidak ada yang ditulis/);
    expect(await readFile(join(folder.dir, 'scorecard.yaml'), 'utf8')).toBe(before);
  });

  it.each(['1.5', '0', '-0.1', '96', 'tinggi', ''])('takes no precision of %j', async (precision) => {
    const err = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const asked = ['rules', 'weigh', corpus, '--rules', folder.dir, `--precision=${precision}`, '--write'];
    expect(await main(asked, '0.0.0')).toBe(64);
    expect(err.mock.calls.join('')).toContain('lebih dari 0, paling tinggi 1');
    err.mockRestore();
  });
});

function rulesOf(points: Readonly<Record<string, number>>): string[] {
  return Object.keys(points).filter((sign) => sign.startsWith('rule.'));
}
