import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { main } from '../../src/cli/main.js';
import type { BacktestAnswer } from '../../src/cli/rules/backtest/backtest-answer.js';
import type { Account } from '../../src/domain/account.js';
import { decide } from '../../src/domain/flag.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { type LoadedSet, loadSet } from '../../src/rules/load-set.js';
import { readKeptActs } from '../../src/study/backtest-acts.js';
import { keepSetInForce } from '../../src/study/replay-keep-set.js';
import { A_SEAL } from '../storage/builders.js';
import { anAccountDraft, openTestCore, type TestCore, takeInBy } from '../support/core.js';
import { stubCommandEnv } from './command-env.js';
import { copyRules, type RuleFolder, retire } from './rule-folder.js';

const NOW = new Date('2026-03-10T03:00:00Z');
const ACCOUNTS = 12;
let test: TestCore;
let inForce: RuleFolder;
let proposed: RuleFolder;
let set: LoadedSet;
let flagIds: string[];
let accounts: Account[];

beforeAll(async () => {
  test = await openTestCore({ clock: () => NOW });
  [inForce, proposed] = [await copyRules(), await copyRules()];
  await proposed.edit('speech/call-to-vote.yaml', retire);
  await test.core.storage.accounts.saveAccounts(Array.from({ length: ACCOUNTS }, (_, n) => anAccountDraft(n)));
  accounts = await test.core.storage.accounts.listAccounts();
  set = await loadSet({ rulesDir: inForce.dir });
  await keepSetInForce({ ...test.core.storage, clock: () => NOW }, set);
  flagIds = await fillQueue();
  stubCommandEnv(test, inForce.dir);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await test.close();
  await Promise.all([inForce.remove(), proposed.remove()]);
});

/** Two acts an account: a call to vote that is confirmed, and a hashtag that is dismissed. */
async function fillQueue(): Promise<string[]> {
  const { activityId } = test.core;
  const texts = ['Ayo coblos Bram Sekar!', 'Salam #BramSekarMenang', 'Resep sayur asem'];
  const acts = accounts.flatMap((account) =>
    texts.map((text) => {
      const collected = { kind: 'post' as const, externalId: crypto.randomUUID(), text, publishedAt: NOW };
      const from = { accountId: account.id, platform: 'bluesky', source: 'bluesky', collectedAt: NOW } as const;
      return { ...collected, ...from, id: activityId(account, collected) };
    }),
  );
  await takeInBy(test.core, () => set.screener)(acts);
  const marked = acts.filter((act) => act.text !== texts[2]);
  for (const act of marked) await decideFlag(act.id, act.text === texts[0] ? 'confirmed' : 'dismissed');
  return marked.map((act) => act.id);
}

async function decideFlag(id: string, verdict: Verdict): Promise<void> {
  const { flags } = test.core.storage;
  await flags.openFlag(id, A_SEAL, NOW);
  const flag = (await flags.findFlag(id))!;
  const weighed = flag.cleared.map((c) => c.reason);
  const review = { verdict, reason: 'contoh', weighed, reviewerId: 'peninjau-contoh', at: NOW };
  await flags.saveDecision(decide(flag, flag.version, review), review);
}

/** Runs one command line as a person would; returns its exit code and what it said. */
async function netra(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err] = [[] as string[], [] as string[]];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => err.push(String(text)) > 0),
  ];
  try {
    return { code: await main(argv, '0.0.0'), out: out.join(''), err: err.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('netra rules diff', () => {
  it('shows the changed field, needs no service, and exits 0', async () => {
    const run = await netra('rules', 'diff', '--rules', inForce.dir, '--with', proposed.dir);
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('~ aturan call-to-vote\n    status: "live" → "retired"\n');
    const same = await netra('rules', 'diff', '--rules', inForce.dir, '--with', inForce.dir, '--json');
    expect(JSON.parse(same.out)).toMatchObject({ isEqual: true, before: set.screener.ruleset });
  });

  it('says where a folder is broken and exits 1', async () => {
    const run = await netra('rules', 'diff', '--with', resolve('test'));
    expect(run.code).toBe(1);
    expect(run.err).toContain('hint: periksa --rules');
  });
});

describe('netra rules backtest', () => {
  const backtest = async (...argv: string[]): Promise<BacktestAnswer> =>
    JSON.parse((await netra('rules', 'backtest', '--json', ...argv)).out) as BacktestAnswer;

  it('judges as the workers did: under the same set every stored act comes out byte for byte', async () => {
    const { stored } = await backtest('--rules', inForce.dir);
    expect(stored).toMatchObject({
      ...{ acts: flagIds.length, changedMarks: 0, contentGone: 0 },
      total: { old: { marks: flagIds.length }, newMarks: 0, lostMarks: 0 },
    });
    for await (const batch of readKeptActs(test.core.storage, { skips: { contentGone: 0 } })) {
      for (const { input } of batch) {
        const flag = (await test.core.storage.flags.findFlag(input.id))!;
        const { stage, matches, cleared } = set.screener.screen(input);
        expect(JSON.stringify([stage, matches, cleared])).toBe(
          JSON.stringify([flag.stage, flag.matches, flag.cleared]),
        );
      }
    }
  });

  it('tells what a proposed set would lose, by rule, ticket and verdict', async () => {
    const { stored } = await backtest('--rules', proposed.dir);
    expect(stored?.byRule['call-to-vote']).toMatchObject({
      old: { marks: ACCOUNTS, confirmed: ACCOUNTS, precision: { rate: 1 } },
      new: { marks: 0 },
      lostMarks: ACCOUNTS,
    });
    expect(stored?.total.old.precision).toMatchObject({ rate: 0.5, cases: 2 * ACCOUNTS });
    expect(stored?.byTicket['contoh-pilgub-35/1']?.old.marks).toBe(2 * ACCOUNTS);
    const { out } = await netra('rules', 'backtest', '--rules', proposed.dir);
    expect(out).toContain('Hanya isi yang masih disimpan yang dapat diuji balik');
    expect(out).toMatch(/call-to-vote +12 +0 +0 +12/);
  });

  it('leaves out acts before a day, and counts those whose content is gone', async () => {
    expect((await backtest('--rules', proposed.dir, '--since', '2026-03-11')).stored?.acts).toBe(0);
    expect((await backtest('--rules', proposed.dir, '--since', '2026-03-10')).stored?.acts).toBe(flagIds.length);
    expect(await netra('rules', 'backtest', '--rules', proposed.dir, '--since', 'kemarin')).toMatchObject({ code: 1 });
    const gone = { ...test.core.storage, activities: { findMarkedBetween: async () => [] } };
    const skips = { contentGone: 0 };
    for await (const batch of readKeptActs(gone, { skips })) expect(batch).toEqual([]);
    expect(skips.contentGone).toBe(flagIds.length);
  });

  it('finds new marks in a file, without any service, and names unreadable lines by the exit code', async () => {
    const account = { id: 'a', region: '35.78' };
    const line = (id: string, text: string) =>
      JSON.stringify({ id, kind: 'post', text, publishedAt: NOW.toISOString(), account });
    const file = join(test.dataDir, 'korpus.ndjson');
    writeFileSync(file, `${line('1', 'Ayo coblos Bram Sekar!')}\nbukan json\n\n${line('2', 'Resep')}\n`);
    const args = ['--rules', inForce.dir, '--against', proposed.dir, '--corpus', file, '--no-stored'];
    vi.stubEnv('MONGODB_URI', 'mongodb://127.0.0.1:1/mati');
    const { code, out } = await netra('rules', 'backtest', ...args, '--json');
    const uri = new URL(inject('mongodbUri'));
    uri.pathname = `/${test.databaseName}`;
    vi.stubEnv('MONGODB_URI', uri.href);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      corpus: { acts: 2, badLines: 1, total: { newMarks: 1 }, examples: { newMarks: ['1'] } },
    });
  });
});

describe('netra rules replay', () => {
  it('exits 0 where the flag comes out the same, 4 where it differs, 1 where it cannot be had', async () => {
    expect(await netra('rules', 'replay', flagIds[0]!)).toMatchObject({
      code: 0,
      out: expect.stringContaining('sama bita demi bita'),
    });
    const { flags, activities } = test.core.storage;
    const flag = (await flags.findFlag(flagIds[1]!))!;
    const activity = { ...(await activities.findMarked(flag.activityId))!, id: 'palsu' };
    const forgery = { ...flag, id: 'palsu', activityId: 'palsu', stage: 'quiet', position: 'Pelaksana' } as const;
    await activities.saveMarkedOnce([{ activity, flag: forgery }]);
    const forged = await netra('rules', 'replay', 'palsu');
    expect(forged.code).toBe(4);
    expect(forged.out).toContain('stage: tersimpan "quiet", dihitung "campaign"');
    expect(await netra('rules', 'replay', 'tidak-ada')).toMatchObject({ code: 1, out: '' });
  });
});

describe('netra rules signs', () => {
  it('writes what was decided as signs, with nothing that leads back to an act or a person', async () => {
    const { code, out, err } = await netra('rules', 'signs');
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines).toHaveLength(2 * ACCOUNTS);
    for (const line of lines) expect(Object.keys(line)).toEqual(['signs', 'label', 'ruleset']);
    const ofLabel = (label: string) => lines.filter((line) => line.label === label);
    expect(ofLabel('confirmed')).toHaveLength(ACCOUNTS);
    for (const { signs, ruleset } of ofLabel('confirmed')) {
      expect(signs).toContain('rule.call-to-vote');
      expect(ruleset).toBe(set.screener.ruleset);
    }
    const held = [...accounts.flatMap(({ id, handle, officeCode }) => [id, handle, officeCode]), ...flagIds];
    for (const word of [...held, 'Sekar', 'coblos', 'contoh-pilgub']) expect(out).not.toContain(word);
    expect(err).toContain('24 baris');
  });
});

describe('netra rules weigh', () => {
  it('weighs decisions beside a corpus, names what the set does not know, and writes nothing unasked', async () => {
    const corpus = join(test.dataDir, 'korpus');
    mkdirSync(corpus);
    copyFileSync(join(inForce.dir, 'elections', 'contoh.yaml'), join(corpus, 'contoh.yaml'));
    const act = { id: 'a', kind: 'post', publishedAt: NOW.toISOString(), account: { id: 'a', region: '35' } };
    const acts = [
      { ...act, text: 'Ayo coblos Bram Sekar!', label: 'support' },
      { ...act, text: 'Resep sayur asem', label: 'neutral' },
    ];
    writeFileSync(join(corpus, 'acts.jsonl'), acts.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const decided = (sign: string, label = 'dismissed') =>
      JSON.stringify({ signs: [sign], label, ruleset: 'sha256:dulu' });
    const file = join(test.dataDir, 'keputusan.jsonl');
    writeFileSync(
      file,
      [decided('rule.praise'), decided('rule.gone'), decided('rule.call-to-vote', 'confirmed')].join('\n'),
    );
    const before = (await loadSet({ rulesDir: inForce.dir })).screener.ruleset;
    const { code, out } = await netra('rules', 'weigh', corpus, '--rules', inForce.dir, '--with', file);
    expect(code).toBe(0);
    expect(out).toContain('3 keputusan ditimbang di samping korpus, 3 di antaranya dari set aturan lain.');
    expect(out).toContain('Tidak dikenal set ini dan tidak ditimbang: rule.gone\n');
    expect(out).toMatch(/Pada yang ditimbang: \d+ tindakan menjadi ditandai/);
    expect(out).toContain('Belum ada yang ditulis');
    expect((await loadSet({ rulesDir: inForce.dir })).screener.ruleset).toBe(before);
  });
});

describe('netra rules feedback', () => {
  it('prints precision with its interval and a proposal, and changes nothing', async () => {
    const before = await test.core.storage.audit.listEntries({ limit: 100 });
    const { code, out } = await netra('rules', 'feedback');
    expect(code).toBe(0);
    expect(out).toMatch(/call-to-vote +12\/0 +100 % \(76–100 %, 12 keputusan\)/);
    expect(out).toContain('? support-tag: USULAN turun ke "shadow"');
    expect(out).not.toMatch(/akun-|peninjau-contoh|Contoh Pegawai/);
    for (const { id } of accounts) expect(out).not.toContain(id);
    expect(await test.core.storage.audit.listEntries({ limit: 100 })).toEqual(before);
    expect((await loadSet({ rulesDir: inForce.dir })).screener.ruleset).toBe(set.screener.ruleset);
    const { rules } = JSON.parse((await netra('rules', 'feedback', '--json')).out) as { rules: { rule: string }[] };
    expect(rules.map((r) => r.rule)).toContain('call-to-vote');
  });
});
