import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDecisions } from './read-decisions.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netra-decisions-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (...lines: string[]) => {
  const path = join(folder, 'keputusan.jsonl');
  await writeFile(path, `${lines.join('\n')}\n`);
  return readDecisions(path, 'sha256:kini');
};
const line = (label: string, ruleset = 'sha256:kini') =>
  JSON.stringify({ signs: ['rule.call-to-vote'], label, ruleset });

describe('what an installation decided', () => {
  it('is weighed as a group of its own, without a side that nobody named', async () => {
    const { examples, others } = await read(line('confirmed'), '', line('dismissed', 'sha256:dulu'));
    const group = 'keputusan.jsonl';
    expect(examples).toEqual([
      { signs: ['rule.call-to-vote'], isMarkedByPeople: true, group },
      { signs: ['rule.call-to-vote'], isMarkedByPeople: false, group },
    ]);
    expect(others).toBe(1);
  });

  it.each([
    ['no JSON', '{'],
    ['another label', line('support')],
    ['a text in it', JSON.stringify({ ...JSON.parse(line('confirmed')), text: 'Ayo coblos' })],
    ['no sign', JSON.stringify({ signs: [], label: 'confirmed', ruleset: '' })],
    ['what is no name of a sign', JSON.stringify({ signs: ['rule.x\u001b[2J'], label: 'confirmed', ruleset: '' })],
  ])('is refused at its line where it holds %s', async (_, bad) => {
    await expect(read(line('confirmed'), bad)).rejects.toThrow(/keputusan\.jsonl baris 2 bukan keputusan/);
  });
});
