import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SILENT_AFTER_MS, TELL_EVERY_MS } from '../../src/domain/rule-health.js';
import { type LiveScreener, openLiveScreener } from '../../src/rules/live-screener.js';
import { keepSetInForce } from '../../src/study/replay-keep-set.js';
import { tellRuleHealth } from '../../src/study/tell-rule-health.js';
import { copyRules, type RuleFolder, retire } from '../rules-data/rule-folder.js';
import { type Caller, type ConsoleFixture, callAs, startConsoleFixture } from './console-fixture.js';
import { NOW } from './sample.js';
import { teach } from './verdicts.js';

const CALL = 'speech/call-to-vote.yaml';
const BROKEN = (text: string) => text.replace('when:', 'whenever:');

let fixture: ConsoleFixture;
const callers: Record<string, Caller> = {};
beforeAll(async () => {
  fixture = await startConsoleFixture();
  for (const name of ['analyst', 'supervisor', 'admin']) callers[name] = await callAs(fixture.app, name);
});
afterAll(() => fixture.close());

/** A process with its own disk, as a worker on another machine: it looks and tells when the test says so. */
async function aProcess(clock: () => Date) {
  const folder: RuleFolder = await copyRules();
  const keep = (set: Parameters<typeof keepSetInForce>[1]) => keepSetInForce({ ...fixture.storage, clock }, set);
  const screener: LiveScreener = await openLiveScreener({ rulesDir: folder.dir, pollMs: 3_600_000, keep });
  await keep(screener.loaded());
  const failures: unknown[] = [];
  const onFailed = (error: unknown) => failures.push(error);
  const telling = tellRuleHealth({
    screener,
    states: fixture.storage.ruleStates,
    clock,
    rulesDir: folder.dir,
    onFailed,
  });
  return {
    folder,
    screener,
    failures,
    /** A change counts once the files stand still, so it takes two looks. */
    async follow() {
      await screener.look();
      await screener.look();
      await telling.look();
    },
    async end() {
      await telling.close();
      screener.close();
      await folder.remove();
    },
  };
}

const health = async (by = 'analyst') => (await callers[by]!.get('/api/rules/health')).json();

describe('health of the rule set', () => {
  it('is silent before any process has told something', async () => {
    expect(await health()).toEqual({
      ...{ now: NOW.toISOString(), state: 'silent', sets: [], faults: [], faultCount: 0 },
    });
  });

  it('shows a broken file of any process with its place, and the old set that still judges, until it is mended', async () => {
    let now = NOW;
    const [one, other] = await Promise.all([aProcess(() => now), aProcess(() => now)]);
    await Promise.all([one.follow(), other.follow()]);
    const { ruleset, elections } = one.screener.current();
    expect(await health()).toMatchObject({
      state: 'sound',
      sets: [{ ruleset, elections, since: NOW.toISOString(), processes: 2 }],
    });

    now = new Date(NOW.getTime() + 5_000);
    const before = await other.folder.edit(CALL, BROKEN);
    await other.follow();
    const broken = await health('supervisor');
    expect(broken).toMatchObject({ state: 'broken', faultCount: 2, sets: [{ ruleset, since: NOW.toISOString() }] });
    const line = before.split('\n').findIndex((text) => text.startsWith('when:')) + 1;
    const place = { path: `rules/${CALL}`, line, column: 1 };
    expect(broken.faults).toContainEqual({
      ...{ place, since: now.toISOString(), processes: 1, hint: expect.stringContaining('when') },
      problem: 'Kunci tidak dikenal: "whenever"',
    });
    expect(JSON.stringify(broken)).not.toContain(other.folder.dir);

    await other.folder.write(CALL, before);
    await other.follow();
    expect(await health('admin')).toMatchObject({ state: 'sound', faults: [], faultCount: 0 });
    await Promise.all([one.end(), other.end()]);
    expect(await health()).toMatchObject({ state: 'silent' });
    expect([one.failures, other.failures]).toEqual([[], []]);
  });

  it('shows two sets while one process follows another disk, and a new set with the time it came into force', async () => {
    let now = NOW;
    const [one, other] = await Promise.all([aProcess(() => now), aProcess(() => now)]);
    await Promise.all([one.follow(), other.follow()]);
    now = new Date(NOW.getTime() + 5_000);
    await other.folder.edit(CALL, retire);
    await other.follow();
    const { sets } = await health();
    const since = new Map(sets.map((set: { ruleset: string; since: string }) => [set.ruleset, set.since]));
    expect(since).toEqual(
      new Map([
        [one.screener.current().ruleset, NOW.toISOString()],
        [other.screener.current().ruleset, now.toISOString()],
      ]),
    );
    await Promise.all([one.end(), other.end()]);
  });

  it('forgets a killed process after a minute, while one that lives tells again in time', async () => {
    let now = NOW;
    const [killed, alive] = await Promise.all([aProcess(() => now), aProcess(() => now)]);
    await Promise.all([killed.follow(), alive.follow()]);
    now = new Date(NOW.getTime() + TELL_EVERY_MS);
    await alive.follow();
    fixture.setNow(new Date(NOW.getTime() + SILENT_AFTER_MS));
    expect(await health()).toMatchObject({ state: 'sound', sets: [{ processes: 1 }] });
    fixture.setNow(NOW);
    await Promise.all([killed.end(), alive.end()]);
  });
});

describe('rules page', () => {
  it('lists the rules in force with clauses, marks of 30 days and what verdicts say', async () => {
    await teach(fixture.storage, { count: 12, rule: 'own-support', verdict: 'confirmed' });
    await teach(fixture.storage, { count: 4, rule: 'own-support', verdict: 'dismissed' });
    await teach(fixture.storage, { count: 30, rule: 'like-ticket-account', verdict: 'dismissed' });
    const at = new Date(NOW.getTime() - 31 * 24 * 3_600_000);
    await teach(fixture.storage, { count: 15, rule: 'call-to-vote', verdict: 'confirmed', at });
    await teach(fixture.storage, { count: 20, rule: 'call-to-vote', verdict: 'dismissed' });
    const { rules, ...rest } = (await callers.analyst!.get('/api/rules')).json();
    expect(rest).toEqual({ recentDays: 30, decided: 81, electionsInForce: 1 });
    const byId = Object.fromEntries(rules.map((rule: { id: string }) => [rule.id, rule]));
    expect(byId['own-support']).toMatchObject({
      ...{
        status: 'live',
        effect: 'marks',
        subject: 'speech',
        confirmed: 12,
        dismissed: 4,
        alarm: null,
        proposal: null,
      },
      clauses: [{ item: 'D2', sourceStatus: 'verified_official' }, { item: 'D8' }],
      precision: { rate: 0.75, low: expect.closeTo(0.505, 3), high: expect.closeTo(0.898, 3) },
    });
    expect(byId['call-to-vote'].weak).toEqual(['Ajakan di samping laporan tugas: 4 dari 14 ditemukan (contoh)']);
    expect(byId['own-support'].weak).toEqual([]);
    // 16 taught here and three of the sample acts; a flag that was made before the 30 days is no mark of them.
    expect([byId['own-support'].marks, byId['call-to-vote'].marks]).toEqual([19, 21]);
    expect(byId['like-ticket-account']).toMatchObject({ status: 'experimental', proposal: 'shadow' });
    expect(byId['call-to-vote']).toMatchObject({ alarm: 'fell' });
    expect(byId['quoted-speech']).toMatchObject({ effect: 'clears', precision: null, marks: 0 });
  });

  it('is for analysts; supervisors and admins read its health only', async () => {
    const open = async (path: string) =>
      Promise.all(['analyst', 'supervisor', 'admin'].map(async (n) => (await callers[n]!.get(path)).statusCode));
    expect(await open('/api/rules')).toEqual([200, 403, 403]);
    expect(await open('/api/rules/health')).toEqual([200, 200, 200]);
  });

  it('names no person, account or act, and offers no way to change anything', async () => {
    const { body } = await callers.analyst!.get('/api/rules');
    expect(body).not.toMatch(/akun-|orang-contoh|flagtaught|Contohsaputra/);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const { statusCode } = await fixture.app.inject({
        method,
        url: '/api/rules',
        headers: { cookie: callers.analyst!.cookie },
      });
      expect(statusCode).toBe(404);
    }
  });
});
