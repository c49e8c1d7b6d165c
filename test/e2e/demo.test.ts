import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '../../src/app/log.js';
import { visitNow, whenDrained } from '../../src/app/round.js';
import { readConfig } from '../../src/config/read-config.js';
import type { RoundResult } from '../../src/demo/run-round.js';
import type { ExpectedAct } from '../../src/demo/sample-network.js';
import { type Demo, startDemo } from '../../src/demo/start-demo.js';
import { type Services, startServices } from '../../src/services/start-services.js';
import type { Storage } from '../../src/storage/storage.js';
import { type NetraRun, processesOf, runNetra } from '../support/run-netra.js';
import { KNOWN_GAPS } from './known-gaps.js';
import { leaksOf, readMails } from './mail-leaks.js';

const dataDir = mkdtempSync(join(tmpdir(), 'netra-e2e-'));
const demoDir = join(dataDir, 'demo');
const once = () => runNetra(['demo', '--once'], { env: { NETRA_DATA_DIR: dataDir } });

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function resultOf({ stdout }: NetraRun): RoundResult & { ms: number } {
  return JSON.parse(stdout.trimEnd().split('\n').at(-1)!);
}

/** All that a second round has to repeat; what was seen of each signal is the day's, and stays. */
function standing({ accounts, activities, flags, evidence, digests, coverage }: RoundResult) {
  return { accounts, activities, flags, evidence, digests, coverage };
}

describe('netra demo --once', () => {
  let first: NetraRun;
  let second: NetraRun;

  beforeAll(async () => {
    first = await once();
    second = await once();
  });

  it('goes from an empty folder to sealed flags and ends with one line of figures', () => {
    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    const result = resultOf(first);
    expect(Object.keys(result)).toEqual([
      ...['accounts', 'activities', 'flags', 'evidence', 'coverage', 'digests', 'ms'],
    ]);
    expect(result.accounts).toBe(38);
    expect(result.activities).toBeGreaterThan(150);
    expect(result.flags).toBeGreaterThan(60);
    expect(result.evidence).toBe(result.flags);
    expect(result.digests).toBe(13);
    const { signals, seen, none, notObservable } = result.coverage;
    expect(signals).toBe(5 * result.accounts);
    expect(seen + none + notObservable).toBe(signals);
  });

  it('finds what the first run kept, marks nothing twice and sends no second digest', () => {
    expect(second).toMatchObject({ exitCode: 0, stderr: '' });
    expect(standing(resultOf(second))).toEqual(standing(resultOf(first)));
    // What the first made is not made again; how long either takes depends on what runs beside this file.
    expect(second.ms).toBeLessThan(2 * first.ms);
  });

  it('says on the way what it waits for, before the figures', () => {
    for (const stage of ['[1/7]', '[2/7]', '[3/7]', '[4/7]', '[5/7]', '[6/7]', '[7/7]']) {
      expect(first.stdout).toContain(`${stage} `);
    }
  });

  it.skipIf(!existsSync('/proc/self/cmdline'))('leaves no process behind', () => {
    expect(processesOf(basename(dataDir))).toEqual([]);
  });

  it('leaves an audit chain and evidence packs that hold', async () => {
    const env = { NETRA_DATA_DIR: demoDir, NETRA_LOG_LEVEL: 'error' };
    const audit = await runNetra(['audit', 'verify', '--json'], { env });
    expect(audit).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(audit.stdout)).toMatchObject({ ok: true });
    const evidence = await runNetra(['evidence', 'verify', '--json'], { env });
    expect(evidence).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(evidence.stdout)).toEqual({ packs: resultOf(second).flags, broken: 0, orphans: 0 });
  });

  describe('seen from inside', () => {
    let services: Services;
    let redis: Redis;
    let demo: Demo;

    beforeAll(async () => {
      // Our own handle on the demo's servers, so that Redis can be emptied under it.
      services = await startServices({ dataDir: demoDir, env: process.env });
      redis = new Redis(services.redisUrl);
      await redis.flushall();
      const { mongodbUri: MONGODB_URI, redisUrl: REDIS_URL } = services;
      const { config, secrets } = readConfig({ NETRA_DATA_DIR: demoDir });
      const clock = () => new Date();
      const env = { ...process.env, MONGODB_URI, REDIS_URL };
      demo = await startDemo({ ...{ config, secrets, env, clock }, log: createLogger('error'), say: () => {} });
    });

    afterAll(async () => {
      await demo?.stop();
      await redis?.quit();
      await services?.stop();
    });

    it('gives the same after Redis was emptied between two rounds', async () => {
      expect(standing(await demo.runRound())).toEqual(standing(resultOf(first)));
    });

    it('goes on after Redis was emptied under its running workers', async () => {
      await redis.flushall();
      const { core } = demo.installation;
      await visitNow(core);
      await whenDrained(core);
      const flags = await core.storage.flags.countFlagsByState();
      expect(flags.open + flags.decided + flags.sealing).toBe(resultOf(first).flags);
    });

    it('marks no act of the sample network that is lawful, or that nobody may read', async () => {
      const marked = await markedActs(demo.installation.core.storage);
      const wrong = demo.network.expected.acts.filter(
        ({ expect: wanted, externalId }) => (wanted === 'lawful' || wanted === 'unseen') && marked.has(externalId),
      );
      expect(wrong.map(nameOf)).toEqual([]);
    });

    it('marks every act that breaks the decree, apart from the named gaps, which must shrink', async () => {
      const marked = await markedActs(demo.installation.core.storage);
      const missed = demo.network.expected.acts.filter(
        ({ expect: wanted, externalId }) => wanted === 'marked' && !marked.has(externalId),
      );
      expect(missed.map(nameOf).sort()).toEqual([...KNOWN_GAPS].sort());
    });

    it('shows the analyst in the console the set that judges, in force, and each of its rules', async () => {
      const base = await demo.installation.startConsole({ port: 0 });
      const { username, password } = demo.logins.find(({ role }) => role === 'analyst')!;
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ username, password });
      const login = await fetch(`${base}/api/login`, { method: 'POST', headers, body });
      const cookie = login.headers.getSetCookie().map((line) => line.split(';')[0]);
      const ask = async (path: string) => (await fetch(base + path, { headers: { cookie: cookie.join('; ') } })).json();
      const { screener } = demo.installation;
      const { ruleset, elections, engine } = screener.current();
      expect(await ask('/api/rules/health')).toMatchObject({
        ...{ state: 'sound', faults: [], sets: [{ ruleset, elections, engine, processes: 1 }] },
      });
      const { rules } = (await ask('/api/rules')) as { rules: { id: string; effect: string; marks: number }[] };
      expect(rules.map(({ id }) => id)).toEqual(screener.loaded().ruleSet.rules.map(({ written }) => written.id));
      expect(rules.find(({ id }) => id === 'call-to-vote')).toMatchObject({
        ...{ effect: 'marks', marks: expect.any(Number), clauses: expect.arrayContaining([expect.anything()]) },
      });
      expect(rules.reduce((sum, { marks }) => sum + marks, 0)).toBeGreaterThan(0);
    });

    it('links the digest to the console that answers, on the port of the last start, and to nothing without one', async () => {
      for (const { everything } of await readMails(demo.mail.folder)) expect(everything).not.toMatch(/https?:\/\//);
      const url = await demo.serve();
      const { deps } = demo.installation.digests;
      const [office] = (await demo.installation.core.storage.offices.listOffices()).filter(({ digestTo }) => digestTo);
      const digest = await deps.build({ office: office!, day: '2026-11-20', now: new Date() });
      const link = /http:\S+/.exec(deps.render(digest).text)?.[0];
      expect(link).toBe(`${url}/`);
      expect((await fetch(link!)).status).toBe(200);
      expect(Number(readFileSync(join(demoDir, 'console-port'), 'utf8'))).toBe(Number(new URL(url).port));
    });

    it('writes one digest an office and day, without a name, a handle, a NIP or a quote', async () => {
      const quotes = demo.network.expected.acts.map(({ text }) => text);
      const mails = await readMails(demo.mail.folder);
      expect(new Set(mails.map(({ to }) => to)).size).toBe(13);
      expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length);
      for (const { subject, everything } of mails) {
        expect({ subject, leaks: leaksOf(everything, quotes) }).toEqual({ subject, leaks: [] });
      }
      const planted = 'Hari ini\n sari-w: "Amin amin 🤲 semoga anak-anak lulus semua."';
      expect(leaksOf(planted, quotes).length).toBeGreaterThanOrEqual(2);
    });
  });
});

/** The platform's own names of the acts that have a flag. */
async function markedActs({ flags, activities }: Storage): Promise<Set<string>> {
  const marked = new Set<string>();
  for (let cursor: string | undefined; ; ) {
    const page = await flags.listFlagQueue({}, { limit: 500, ...(cursor === undefined ? {} : { cursor }) });
    for (const { activityId } of page.flags) {
      const act = await activities.findMarked(activityId);
      if (act) marked.add(act.externalId);
    }
    cursor = page.nextCursor;
    if (cursor === undefined) return marked;
  }
}

function nameOf({ handle, kind, example, text }: ExpectedAct): string {
  return `${handle} ${kind} ${example}: ${text}`;
}
