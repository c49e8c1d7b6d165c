import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PermanentError } from '../../src/domain/errors.js';
import { type LoadedSet, loadSet } from '../../src/rules/load-set.js';
import { keepSetInForce } from '../../src/study/replay-keep-set.js';
import { createSetReader } from '../../src/study/set-reader.js';
import { anInput } from '../rules/screening.js';
import { openTestCore, type TestCore } from '../support/core.js';
import { copyRules, type RuleFolder, retire } from './rule-folder.js';

const NOW = new Date('2026-03-10T03:00:00Z');
const POST = anInput({ text: 'Ayo coblos Bram Sekar', publishedAt: NOW.toISOString() });
const NEW_CLAUSE = 'Bunyi butir yang sudah diganti, hanya untuk uji ini.';
let test: TestCore;
let folder: RuleFolder;
let old: LoadedSet;
let unreadable: PermanentError[];

beforeAll(async () => {
  test = await openTestCore({ clock: () => NOW });
  folder = await copyRules();
  old = await loadAndKeep();
});
afterAll(async () => {
  await test.close();
  await folder.remove();
});
beforeEach(() => {
  unreadable = [];
});

async function loadAndKeep(): Promise<LoadedSet> {
  const set = await loadSet({ rulesDir: folder.dir });
  await keepSetInForce({ ...test.core.storage, clock: () => NOW }, set);
  return set;
}

/** The first match of a flag made under a set, and what the flag says of that set. */
function flagged({ screener }: LoadedSet) {
  const { ruleset, elections, stage, matches } = screener.screen(POST);
  const match = matches.find(({ rule }) => rule === 'call-to-vote')!;
  return { match, flag: { ruleset, elections, stage: stage! } };
}

const open = () => createSetReader(test.core.storage.rulesets, { onUnreadable: (error) => unreadable.push(error) });

describe('a flag of an old set', () => {
  it('keeps its title, explanation, clauses and ticket when the rule is retired and all of them are changed', async () => {
    const { match, flag } = flagged(old);
    const before = await open().describe(flag, match);
    expect(before).toMatchObject({
      title: 'Ajakan memilih pasangan calon',
      explanation: expect.stringContaining('1 · Bramantya Contohadi dan'),
    });
    expect(before.clauses.map(({ item }) => item)).toEqual(match.basis);

    await folder.edit('speech/call-to-vote.yaml', (text) =>
      retire(text)
        .replace(/^title: .*$/m, 'title: Judul yang baru')
        .replace(/^explain: .*$/m, 'explain: Tidak dipakai lagi.'),
    );
    await folder.edit('clauses.yaml', (text) => text.replaceAll(/text: '[^']*'/g, `text: '${NEW_CLAUSE}'`));
    await folder.edit('elections/contoh.yaml', (text) => text.replaceAll('Bramantya Contohadi', 'Nama Lain Contoh'));
    const now = await loadAndKeep();
    expect(now.screener.describe(match, flag.stage)).toMatchObject({ title: 'Judul yang baru' });
    expect(now.screener.describe(match, flag.stage).clauses[0]?.text).toBe(NEW_CLAUSE);

    expect(await open().describe(flag, match)).toEqual(before);
    expect((await open().wordsOf(flag)).ticketLabel(match.tickets[0]!)).toContain('Bramantya Contohadi');
    expect(unreadable).toEqual([]);
  });

  it('is read once for a page of many', async () => {
    const { match, flag } = flagged(old);
    let reads = 0;
    const { rulesets } = test.core.storage;
    const counted = {
      findSet(hash: string) {
        reads += 1;
        return rulesets.findSet(hash);
      },
    };
    const reader = createSetReader(counted, { onUnreadable: (error) => unreadable.push(error) });
    await Promise.all(Array.from({ length: 50 }, () => reader.describe(flag, match)));
    expect(reads).toBe(2);
  });

  it('shows bare ids where its set is gone, tells it, and reads it again once it is back', async () => {
    const { match, flag } = flagged(old);
    let isBack = false;
    const { rulesets } = test.core.storage;
    const lost = { findSet: async (hash: string) => (isBack ? rulesets.findSet(hash) : undefined) };
    const reader = createSetReader(lost, { onUnreadable: (error) => unreadable.push(error) });
    expect(await reader.describe(flag, match)).toMatchObject({ title: 'call-to-vote', clauses: [] });
    expect(unreadable.map(({ message }) => message).sort()).toEqual([
      expect.stringContaining(`Aturan ${flag.ruleset} tidak tersimpan`),
      expect.stringContaining(`Pemilihan ${flag.elections} tidak tersimpan`),
    ]);
    isBack = true;
    expect(await reader.describe(flag, match)).toMatchObject({ title: 'Ajakan memilih pasangan calon' });
  });
});
