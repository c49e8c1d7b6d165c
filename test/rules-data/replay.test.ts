import { gunzipSync, gzipSync } from 'node:zlib';
import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Account } from '../../src/domain/account.js';
import type { Activity } from '../../src/domain/activity.js';
import { NotFoundError, PermanentError } from '../../src/domain/errors.js';
import { loadRules } from '../../src/rules/files/load-rules.js';
import { type LoadedSet, loadSet } from '../../src/rules/load-set.js';
import { createReplayer } from '../../src/study/replay.js';
import { keepSetInForce } from '../../src/study/replay-keep-set.js';
import { packSet, unpackScreener } from '../../src/study/replay-snapshot.js';
import { findByHandle } from '../storage/builders.js';
import { anAccountDraft, openTestCore, type TestCore, takeInBy } from '../support/core.js';
import { copyRules, type RuleFolder, retire } from './rule-folder.js';

const NOW = new Date('2026-03-10T03:00:00Z');
let test: TestCore;
let raw: ReturnType<typeof createConnection>;
let folder: RuleFolder;
let account: Account;
let setA: LoadedSet;

beforeAll(async () => {
  test = await openTestCore({ clock: () => NOW });
  const { core } = test;
  raw = await createConnection(inject('mongodbUri'), { dbName: test.databaseName }).asPromise();
  folder = await copyRules();
  const draft = anAccountDraft(1, { position: 'Admin Diskominfo' });
  await core.storage.accounts.saveAccounts([draft]);
  account = (await findByHandle(core.storage, draft.platform, draft.handle))!;
  setA = await loadSet({ rulesDir: folder.dir });
  await keep(setA);
});
afterAll(async () => {
  await raw.close();
  await test.close();
  await folder.remove();
});

const keep = (set: LoadedSet) => keepSetInForce({ ...test.core.storage, clock: () => NOW }, set);
const replay = (flagId: string) => createReplayer(test.core.storage).replay(flagId);

/** Stores and screens one act under a set; returns the id of its flag. */
async function flagUnder({ screener }: LoadedSet, text: string): Promise<string> {
  const { activityId } = test.core;
  const collected = { kind: 'post' as const, externalId: crypto.randomUUID(), text, publishedAt: NOW };
  const id = activityId(account, collected);
  const from = { accountId: account.id, platform: 'bluesky', source: 'bluesky', collectedAt: NOW } as const;
  const activity: Activity = { ...collected, ...from, id };
  expect((await takeInBy(test.core, () => screener)([activity])).flagIds).toEqual([id]);
  return id;
}

const POST = 'Ayo coblos Bram Sekar, yuk @tetangga.contoh.test 🙏 jangan lupa!';

describe('a flag recomputed from what is stored', () => {
  it('is byte for byte the same, with third parties masked and the office of the speaker remembered', async () => {
    const id = await flagUnder(setA, POST);
    const flag = (await test.core.storage.flags.findFlag(id))!;
    expect(flag.matches.map((m) => m.rule)).toEqual(expect.arrayContaining(['call-to-vote', 'office-account']));
    expect((await test.core.storage.activities.findMarked(id))?.text).not.toContain('tetangga');
    expect(await replay(id)).toMatchObject({ flagId: id, isEqual: true, ruleset: flag.ruleset, differences: [] });
  });

  it('is the same in all that an older flag says, which has no points and no sides', async () => {
    const id = await flagUnder(setA, POST);
    expect((await test.core.storage.flags.findFlag(id))?.points?.signs.length).toBeGreaterThan(1);
    await raw.collection<{ _id: string }>('flags').updateOne({ _id: id }, { $unset: { points: 1, sides: 1 } });
    expect((await replay(id)).differences).toEqual([]);
    await raw.collection<{ _id: string }>('flags').updateOne({ _id: id }, { $set: { points: { total: 1 } } });
    expect((await replay(id)).isEqual).toBe(false);
  });

  it('is still the same after the rules, the elections and the registry were changed', async () => {
    const id = await flagUnder(setA, POST);
    await folder.edit('speech/call-to-vote.yaml', retire);
    await folder.edit('elections/contoh.yaml', (text) => text.replaceAll('Bram Sekar', 'Bram Lain'));
    const setB = await loadSet({ rulesDir: folder.dir });
    expect(setB.screener.ruleset).not.toBe(setA.screener.ruleset);
    expect(setB.screener.elections).not.toBe(setA.screener.elections);
    await keep(setB);
    const { accounts } = test.core.storage;
    await accounts.saveAccounts([anAccountDraft(1, { position: 'Pelaksana', region: '73.71' })]);
    expect((await accounts.findAccount(account.id))?.region).toBe('73.71');
    expect((await replay(id)).isEqual).toBe(true);
    await accounts.saveAccounts([anAccountDraft(1, { position: 'Admin Diskominfo' })]);
  });

  it('differs, place by place, where the stored act was changed', async () => {
    const id = await flagUnder(setA, POST);
    await raw.collection<{ _id: string }>('activities').updateOne({ _id: id }, { $set: { text: `Wah, ${POST}` } });
    const report = await replay(id);
    expect(report.isEqual).toBe(false);
    expect(report.differences).toContainEqual({ path: 'matches.0.spans.0.start', stored: 4, recomputed: 9 });
    await raw.collection<{ _id: string }>('activities').updateOne({ _id: id }, { $set: { text: 'Selamat pagi' } });
    expect((await replay(id)).differences).toContainEqual({ path: 'flagged', stored: true, recomputed: false });
  });

  it('differs where the flag itself was changed', async () => {
    const id = await flagUnder(setA, POST);
    const change = { $set: { 'matches.0.stance': 'attack', engine: '0.0.1' } };
    await raw.collection<{ _id: string }>('flags').updateOne({ _id: id }, change);
    const report = await replay(id);
    expect(report.differences).toContainEqual({ path: 'matches.0.stance', stored: 'attack', recomputed: 'support' });
    expect(report.engine).toEqual({ stored: '0.0.1', present: setA.screener.engine });
  });

  it('cannot be had without the flag, the content or the rule set, and says which is gone', async () => {
    await expect(replay('tidak-ada')).rejects.toThrow(NotFoundError);
    const id = await flagUnder(setA, POST);
    const rulesets = raw.collection<{ _id: string }>('rulesets');
    const kept = (await rulesets.findOne({ _id: setA.screener.ruleset }))!;
    await rulesets.deleteOne({ _id: setA.screener.ruleset });
    await expect(replay(id)).rejects.toThrow(`Aturan ${setA.screener.ruleset} tidak tersimpan`);
    await rulesets.insertOne(kept);
    await raw.collection<{ _id: string }>('activities').deleteOne({ _id: id });
    await expect(replay(id)).rejects.toThrow(/Isi tindakan .* sudah tidak disimpan/);
  });
});

describe('a kept set', () => {
  it('gives the same hashes and the same answers as its files', async () => {
    const [rules, elections] = packSet(setA);
    expect([rules.hash, elections.hash]).toEqual([setA.screener.ruleset, setA.screener.elections]);
    const restored = unpackScreener(rules, elections);
    const { sampleInput } = await import('../../src/rules/samples.js');
    const { exampleContest } = await import('../../src/rules/elections/example-election.js');
    const { electionOf } = await import('../../src/rules/elections/parse-election.js');
    const contest = exampleContest(setA.electionFiles.map(electionOf));
    const [ticket, other] = contest.tickets;
    const inputs = (await loadRules(folder.dir)).rules.flatMap(({ samples }) =>
      [...(samples?.match ?? []), ...(samples?.no_match ?? [])].map((sample) =>
        sampleInput(sample, { contest, ticket: ticket!, other: other! }),
      ),
    );
    expect(inputs.length).toBeGreaterThan(150);
    for (const input of inputs) {
      expect(JSON.stringify(restored.screen(input))).toBe(JSON.stringify(setA.screener.screen(input)));
    }
  });

  it('is refused with one letter changed, and when it is no set at all', () => {
    const [rules, elections] = packSet(setA);
    const text = gunzipSync(rules.content).toString();
    const forged = gzipSync(text.replace('"stance":"support"', '"stance":"attack"'));
    for (const content of [forged, Buffer.from('x'), gzipSync('[]'), gzipSync('null')]) {
      expect(() => unpackScreener({ ...rules, content }, elections)).toThrow(PermanentError);
    }
    expect(() => unpackScreener(rules, { ...elections, content: gzipSync('[]') })).toThrow(/rusak/);
  });

  it('leaves one entry in the audit log for each change, with the hashes before and after', async () => {
    await keep(setA);
    await Promise.all([keep(setA), keep(setA)]);
    const entries = (await test.core.storage.audit.listEntries({ limit: 50 })).filter(
      (e) => e.action === 'rules_changed',
    );
    expect(entries[0]).toMatchObject({ actor: 'system:rules', subject: setA.screener.ruleset });
    expect(entries.map((entry) => entry.details.rulesetBefore === '')).toEqual([false, false, true]);
    expect(entries[0]?.details.rulesetBefore).toBe(entries[1]?.subject);
  });
});
