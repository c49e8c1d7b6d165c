import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PermanentError } from '../../src/domain/errors.js';
import { loadSet } from '../../src/rules/load-set.js';
import { keepSetInForce } from '../../src/study/replay-keep-set.js';
import { createSetReader } from '../../src/study/set-reader.js';
import { anInput } from '../rules/screening.js';
import { copyRules, type RuleFolder, retire } from '../rules-data/rule-folder.js';
import { saveFlags } from '../storage/builders.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { ACTS, NOW } from './sample.js';

const TITLE = 'Ajakan memilih pasangan calon';
const ID = 'flagretired0000000000001';
let fixture: ConsoleFixture;
let folder: RuleFolder;
let reviewer: Caller;
const unreadable: PermanentError[] = [];

/** An invented act marked by the shipped rules, whose rule is then retired and given another title. */
beforeAll(async () => {
  fixture = await startConsoleFixture({
    acts: [],
    sets: ({ rulesets }) => createSetReader(rulesets, { onUnreadable: (error) => unreadable.push(error) }),
  });
  reviewer = await callAs(fixture.app, 'reviewer');
  folder = await copyRules();
  const old = await keepSet();
  const act = anInput({ text: 'Ayo coblos Bram Sekar', publishedAt: '2026-03-10T03:00:00Z' });
  const { stage, matches, cleared, ruleset, elections, engine } = old.screener.screen(act);
  const place = { officeCode: 'SBY-DINKES', region: '35.78', accountId: fixture.accountIds[0]! } as const;
  const draft = { ...place, platform: 'bluesky', kind: 'post', stage: stage!, matches, cleared } as const;
  await saveFlags(fixture.storage, [
    { ...draft, id: ID, activityId: ID, ruleset, elections, engine, actedAt: NOW, createdAt: NOW },
  ]);
  const seal = { manifestSha256: '0'.repeat(64), sealedAt: NOW, items: [], missing: [] };
  await fixture.storage.flags.openFlag(ID, seal, NOW);
  await folder.edit('speech/call-to-vote.yaml', (text) => retire(text).replace(/^title: .*$/m, 'title: Judul baru'));
  await keepSet();
});
afterAll(async () => {
  await fixture.close();
  await folder.remove();
});

async function keepSet() {
  const set = await loadSet({ rulesDir: folder.dir });
  await keepSetInForce({ ...fixture.storage, clock: () => NOW }, set);
  return set;
}

it('shows title, explanation, clauses and ticket of the set that marked it, on the page and in the queue', async () => {
  const { matches } = (await reviewer.get(`/api/flags/${ID}`)).json();
  const mark = matches.find(({ rule }: { rule: { id: string } }) => rule.id === 'call-to-vote');
  expect(mark.rule).toMatchObject({ title: TITLE, explanation: expect.stringContaining('Bramantya Contohadi') });
  expect(mark.rule.clauses.map(({ item }: { item: string }) => item)).toEqual(mark.basis);
  expect(mark.tickets[0].label).toContain('Bramantya Contohadi');
  const { items } = (await reviewer.get('/api/flags')).json();
  expect(items[0].rules).toContainEqual({ id: 'call-to-vote', title: TITLE });
});

it('names tickets of past elections in the view by ticket', async () => {
  const { tickets } = (await (await callAs(fixture.app, 'supervisor')).get('/api/tickets')).json();
  expect(tickets[0].label).toContain('Bramantya Contohadi');
  expect(unreadable).toEqual([]);
});

it('shows bare ids where the set is gone, and tells an operator, so that reviewers go on', async () => {
  const act = ACTS[0]!;
  await fixture.addAct(act);
  const { matches } = (await reviewer.get(`/api/flags/${act.id}`)).json();
  expect(matches[0].rule).toMatchObject({ id: 'call-to-vote', title: 'call-to-vote', clauses: [] });
  expect(unreadable.length).toBeGreaterThan(0);
});
