import { createConnection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import type { BacktestAnswer } from '../../src/cli/rules/backtest/backtest-answer.js';
import type { Account } from '../../src/domain/account.js';
import type { Activity } from '../../src/domain/activity.js';
import { localDay, timeZoneOf } from '../../src/domain/region.js';
import { type LiveScreener, openLiveScreener } from '../../src/rules/live-screener.js';
import type { TakeInDeps } from '../../src/steps/take-in-acts.js';
import type { CountReport } from '../../src/study/count-feedback.js';
import { createReplayer } from '../../src/study/replay.js';
import { keepSetInForce } from '../../src/study/replay-keep-set.js';
import { anAccountDraft, openTestCore, type TestCore, takeInBy } from '../support/core.js';
import { until } from '../support/until.js';
import { stubCommandEnv } from './command-env.js';
import { copyRules, type RuleFolder } from './rule-folder.js';

/** In a stage of the invented election. */
const ACTED = new Date('2026-03-10T20:00:00Z');
/** Commands look at windows that end today. */
const NOW = new Date();
const DAY = localDay(NOW, timeZoneOf('35.78'));
const RULE = 'speech/blue-cup.yaml';
const SHADOW_POST = 'Gelas biru untuk Bram Sekar ya';
const BOTH_POST = 'Gelas biru untuk Bram Sekar, ayo coblos Bram Sekar!';
const POSE_POST = 'Wefie di ruang kerja, finger heart semua 🫰';

let test: TestCore;
let folder: RuleFolder;
let live: LiveScreener;
let accounts: Account[];
let raw: ReturnType<typeof createConnection>;

/** An invented rule, at one step of its life: no rule of ours knows its words. */
const ruleFile = (status: string) => `title: Gelas biru untuk pasangan calon
id: blue-cup
status: ${status}
basis: { before_determined: [E2], from_determined: [D2, D8] }
stance: support
applies_to: [post, comment, share]
selections:
  ticket: { ticket: any }
  cup: { phrase: [gelas biru], within: 6 words of ticket }
when: { all: [ticket, cup] }
explain: 'Menjanjikan gelas biru bagi {ticket} pada tahap {stage}.'
false_positives: ['Kutipan ucapan orang lain']
`;

const samples = (count: number) => `\n${"  - { note: contoh, text: 'contoh' }\n".repeat(count)}`;

beforeAll(async () => {
  test = await openTestCore({ clock: () => NOW });
  raw = await createConnection(inject('mongodbUri'), { dbName: test.databaseName }).asPromise();
  folder = await copyRules();
  await folder.write(RULE, ruleFile('experimental'));
  await folder.write(RULE.replace('.yaml', '.samples.yaml'), `match:${samples(3)}no_match:${samples(4)}`);
  const { storage } = test.core;
  live = await openLiveScreener({
    rulesDir: folder.dir,
    keep: (set) => keepSetInForce({ ...storage, clock: () => NOW }, set),
  });
  await keepSetInForce({ ...storage, clock: () => NOW }, live.loaded());
  await storage.accounts.saveAccounts([anAccountDraft(1), anAccountDraft(2)]);
  accounts = await storage.accounts.listAccounts();
  stubCommandEnv(test, folder.dir);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  live.close();
  await raw.close();
  await test.close();
  await folder.remove();
});

async function moveTo(status: string): Promise<void> {
  const before = live.current().ruleset;
  await folder.write(RULE, ruleFile(status));
  await until(async () => live.current().ruleset !== before);
}

function anAct(text: string, account = accounts[0]!): Activity {
  const collected = { kind: 'post' as const, externalId: crypto.randomUUID(), text, publishedAt: ACTED };
  const from = { accountId: account.id, platform: 'bluesky', source: 'bluesky', collectedAt: NOW } as const;
  return { ...collected, ...from, id: test.core.activityId(account, collected) };
}

/** Returns how many acts were new, and how many of them a rule marked. */
async function takeIn(acts: readonly Activity[], changes: Partial<TakeInDeps> = {}) {
  const { newActivities, flagIds } = await takeInBy(test.core, () => live.current(), changes)(acts);
  return { judged: newActivities, flagged: flagIds.length };
}

async function netra(...argv: string[]): Promise<string> {
  const out: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  try {
    expect(await main(argv, '0.0.0')).toBe(0);
    return out.join('');
  } finally {
    spy.mockRestore();
  }
}

type Feedback = CountReport & { shadow: { rule: string; status: string }[] };
const feedback = async () => JSON.parse(await netra('rules', 'feedback', '--json')) as Feedback;
const countDocuments = () => raw.collection('rule_counts').countDocuments();

describe('the life of a rule, by editing its status', () => {
  it('begins as experimental: nothing is marked and nothing is counted', async () => {
    expect(await takeIn([anAct(SHADOW_POST)])).toEqual({ judged: 1, flagged: 0 });
    expect(await countDocuments()).toBe(0);
    expect(await feedback()).toMatchObject({ shadow: [], notes: [] });
  });

  it('in shadow is listed at once, before it ever fired', async () => {
    await moveTo('shadow');
    expect((await feedback()).shadow).toMatchObject([{ rule: 'blue-cup', status: 'shadow', acts: 0, accounts: 0 }]);
  });

  it('in shadow is counted and not shown: by act, by account, and beside what live rules mark', async () => {
    const [one, two] = [accounts[0]!, accounts[1]!];
    const acts = [
      ...[anAct(SHADOW_POST, one), anAct(SHADOW_POST, one), anAct(SHADOW_POST, two), anAct(BOTH_POST, two)],
      anAct('Resep sayur asem', one),
    ];
    const ids = acts.map((act) => act.id);
    expect(await takeIn(acts)).toEqual({ judged: 5, flagged: 1 });
    const flag = (await test.core.storage.flags.findFlag(ids[3]!))!;
    expect(flag.matches.map((m) => m.rule)).not.toContain('blue-cup');
    expect(JSON.stringify(flag)).not.toContain('blue-cup');
    expect((await createReplayer(test.core.storage).replay(ids[3]!)).isEqual).toBe(true);
    const own = { acts: 4, marked: 1, accounts: 2 };
    expect((await feedback()).shadow).toMatchObject([
      { rule: 'blue-cup', ...own, days: [{ day: DAY, ...own }], rate: { recent: 2, windows: 0 } },
    ]);
  });

  it('is counted once where a worker dies before the act is forgotten, even when the batch is done again later', async () => {
    const act = anAct(SHADOW_POST);
    const saveUnmarkedOnce = () => Promise.reject(new Error('killed'));
    const dying = { activities: { ...test.core.storage.activities, saveUnmarkedOnce } };
    await expect(takeIn([act], dying)).rejects.toThrow('killed');
    const before = await countDocuments();
    expect(await takeIn([act], { clock: () => new Date(NOW.getTime() + 86_400_000) })).toMatchObject({ judged: 1 });
    expect(await countDocuments()).toBe(before);
    expect((await feedback()).shadow).toMatchObject([{ acts: 5, accounts: 2, days: [{ day: DAY, acts: 5 }] }]);
  });

  it('leaves nothing of an act that only it would have marked but keyed hashes that expire', async () => {
    const act = anAct(SHADOW_POST);
    const { id } = act;
    await takeIn([act]);
    expect(await raw.collection<{ _id: string }>('activities').findOne({ _id: id })).toBeNull();
    const known = await raw.collection<{ _id: string }>('known_acts').findOne({ _id: id });
    expect(Object.keys(known!).sort()).toEqual(['_id', 'expireAt']);
    const kept = JSON.stringify(await raw.collection('rule_counts').find().toArray());
    for (const secret of [id, accounts[0]!.id, accounts[0]!.handle, 'OPD-1', 'Gelas', 'Bram']) {
      expect(kept).not.toContain(secret);
    }
  });

  it('is shown to an analyst in words, without anybody behind it', async () => {
    const text = await netra('rules', 'feedback');
    expect(text).toContain('Aturan shadow: dihitung, tidak tampak.');
    expect(text).toMatch(/blue-cup +shadow +6 +1 +2 +2 +belum ada riwayat/);
    for (const { id, handle } of accounts) expect(`${text}`).not.toMatch(new RegExp(`${id}|${handle}`));
    const explained = await netra('rules', 'explain', SHADOW_POST, '--rules', folder.dir);
    expect(explained).toContain('◌ Aturan shadow yang akan kena (dihitung, tidak tampak): blue-cup');
  });

  it('is told apart by a back-test: a rule moved to shadow is not simply lost', async () => {
    const proposed = await copyRules();
    await proposed.edit('speech/call-to-vote.yaml', (text) => text.replace('status: live', 'status: shadow'));
    const args = ['rules', 'backtest', '--rules', proposed.dir];
    const answer = JSON.parse(await netra(...args, '--json')) as BacktestAnswer;
    expect(answer.statusChanges).toEqual([
      { rule: 'blue-cup', before: 'shadow' },
      { rule: 'call-to-vote', before: 'live', after: 'shadow' },
    ]);
    expect(answer.stored?.byRule['call-to-vote']).toMatchObject({ old: { marks: 1 }, new: { marks: 0 } });
    expect(answer.stored?.shadow).toEqual({ 'call-to-vote': { acts: 1, alsoMarked: 0 } });
    const text = await netra(...args);
    expect(text).toContain('call-to-vote: live → shadow: dihitung, tidak tampak');
    expect(text).toMatch(/call-to-vote +1 +0\n/);
    await proposed.remove();
  });

  it('goes live and marks, and what it counted before stays readable', async () => {
    await moveTo('live');
    const act = anAct(SHADOW_POST);
    expect(await takeIn([act])).toEqual({ judged: 1, flagged: 1 });
    expect((await test.core.storage.flags.findFlag(act.id))?.matches.map((m) => m.rule)).toContain('blue-cup');
    expect((await feedback()).shadow).toMatchObject([{ rule: 'blue-cup', status: 'live', acts: 6 }]);
  });

  it('keeps its counts in sight while the files are broken', async () => {
    const good = await folder.edit('speech/praise.yaml', (text) => text.slice(0, 80));
    const text = await netra('rules', 'feedback');
    expect(text).toContain('Berkas aturan sedang rusak');
    expect(text).toMatch(/blue-cup +tidak terbaca +6/);
    await folder.write('speech/praise.yaml', good);
  });
});

describe('an education note in the pipeline', () => {
  it('forgets an act with a note only, and counts it for its office and day', async () => {
    const act = anAct(POSE_POST);
    expect(await takeIn([act])).toEqual({ judged: 1, flagged: 0 });
    expect(await takeIn([act])).toEqual({ judged: 0, flagged: 0 });
    expect(await test.core.storage.activities.findMarked(act.id)).toBeUndefined();
    const of = { officeCodes: ['OPD-1'], day: DAY };
    expect(await test.core.storage.ruleCounts.countNotes(of)).toEqual([
      { title: 'Hindari pose jari dalam foto kedinasan; pilih pose aman', acts: 1 },
    ]);
    expect((await feedback()).notes).toMatchObject([{ rule: 'pose-alone', acts: 1, marked: 0 }]);
    expect(await netra('rules', 'feedback')).toMatch(/Catatan edukasi: bukan tanda[\s\S]*pose-alone +1 +0/);
  });

  it('stays with the flag of a marked act, which is still recomputed byte for byte', async () => {
    const act = anAct(`Ayo coblos Bram Sekar! Nanti sore rapat dulu. ${POSE_POST}`);
    const { id } = act;
    await takeIn([act]);
    const flag = (await test.core.storage.flags.findFlag(id))!;
    expect(flag.notes).toMatchObject([{ rule: 'pose-alone' }]);
    expect(flag.matches.map((m) => m.rule)).not.toContain('pose-alone');
    expect(await createReplayer(test.core.storage).replay(id)).toMatchObject({ isEqual: true, differences: [] });
    const of = { officeCodes: ['OPD-1'], day: DAY };
    expect((await test.core.storage.ruleCounts.countNotes(of))[0]).toMatchObject({ acts: 1 });
  });

  it('is nowhere in the flag of an act without one', async () => {
    const act = anAct('Ayo coblos Bram Sekar!');
    await takeIn([act]);
    expect(await raw.collection<{ _id: string }>('flags').findOne({ _id: act.id })).not.toHaveProperty('notes');
  });
});
