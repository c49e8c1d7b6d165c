import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Core, openCore } from '../../src/app/core.js';
import { createLogger } from '../../src/app/log.js';
import { readConfig } from '../../src/config/read-config.js';
import type { Account } from '../../src/domain/account.js';
import type { Flag } from '../../src/domain/flag.js';
import { loadSet } from '../../src/rules/load-set.js';
import { createReplayer } from '../../src/study/replay.js';
import { findByHandle } from '../storage/builders.js';
import { anAccountDraft, openTestCore, type TestCore } from '../support/core.js';
import { uniqueName } from '../support/test-services.js';
import { until } from '../support/until.js';
import { copyRules, type RuleFolder, retire } from './rule-folder.js';

/** The promise to analysts: a saved file judges in every worker after this. */
const LIVE_AFTER_MS = 2_000;
/** What reading the set of this test takes on two idle cores once the reader is warm, rounded up. */
const IDLE_LOAD_MS = 200;
const WORKERS = 2;
const CALL = 'speech/call-to-vote.yaml';
const WISH = 'speech/wish.yaml';
const BUNDLE = resolve('.netra', `${uniqueName('visiting-worker')}.mjs`);

interface VisitingWorker {
  readonly process: ChildProcess;
  /** Feeds this worker only. */
  readonly core: Core;
  readonly queuePrefix: string;
  readonly errors: string[];
  /** Its flags, oldest first. */
  readonly flags: Flag[];
}

let test: TestCore;
let folder: RuleFolder;
let account: Account;
let workers: VisitingWorker[];
let isFeeding = true;
let feeding: Promise<unknown>;
/** Every set that the files made at one moment. */
const wholeSets: string[] = [];

beforeAll(async () => {
  [test, folder] = await Promise.all([openTestCore(), copyRules(), bundleWorker()]);
  const draft = anAccountDraft(1);
  await test.core.storage.accounts.saveAccounts([draft]);
  account = (await findByHandle(test.core.storage, draft.platform, draft.handle))!;
  wholeSets.push((await loadSet({ rulesDir: folder.dir })).screener.ruleset);
  workers = await Promise.all(Array.from({ length: WORKERS }, startWorker));
  feeding = Promise.all(workers.map(feed));
  feeding.catch(() => {}); // Looked at by the last test; must not end the run before it.
});

afterAll(async () => {
  isFeeding = false;
  await feeding?.catch(() => {});
  for (const { process: child, core } of workers ?? []) {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await ended;
    await core.close();
  }
  await test.close();
  await folder.remove();
  await rm(BUNDLE, { force: true });
});

/** Plain JavaScript that Node runs alone, inside the project so that it finds the packages. */
async function bundleWorker(): Promise<void> {
  await mkdir('.netra', { recursive: true });
  const output = { entryFileNames: BUNDLE.split('/').at(-1)!, inlineDynamicImports: true };
  const ssr = resolve(import.meta.dirname, 'visiting-process.ts');
  const rollupOptions = { output };
  await build({
    logLevel: 'error',
    configFile: false,
    build: { ssr, outDir: '.netra', emptyOutDir: false, rollupOptions },
  });
}

async function startWorker(): Promise<VisitingWorker> {
  const queuePrefix = uniqueName('hot');
  const own = { NETRA_DATA_DIR: test.dataDir, NETRA_RULES_DIR: folder.dir, NETRA_LOG_LEVEL: 'info' };
  const servers = { mongodbUri: inject('mongodbUri'), redisUrl: inject('redisUrl') };
  const env = {
    ...{ ...process.env, ...own, MONGODB_URI: servers.mongodbUri, REDIS_URL: servers.redisUrl },
    ...{ TEST_DATABASE: test.databaseName, TEST_QUEUE_PREFIX: queuePrefix },
  };
  const child = spawn(process.execPath, [BUNDLE], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  await new Promise<void>((ready, failed) => {
    child.stdout.once('data', () => ready());
    child.once('exit', (code) => failed(new Error(`worker ended with ${code}: ${errors.join('')}`)));
  });
  const { config, secrets } = readConfig(own);
  const core = await openCore({
    ...{ config, secrets, ...servers, clock: () => new Date(), log: createLogger('silent') },
    ...{ databaseName: test.databaseName, queuePrefix },
  });
  return { process: child, core, queuePrefix, errors, flags: [] };
}

/** One visit after the other, each of which finds one act that is marked under every set of this test. */
async function feed({ core, queuePrefix, flags }: VisitingWorker): Promise<void> {
  for (let visits = 0; isFeeding; visits += 1) {
    const act = { kind: 'post', externalId: `${queuePrefix}-${visits}`, text: 'Salam #BramSekarMenang' } as const;
    const id = core.activityId(account, { ...act, publishedAt: new Date() });
    const queue = core.queues.collect.get(account.platform)!;
    await queue.enqueue([{ accountId: account.id }]);
    flags.push(await until(() => core.storage.flags.findFlag(id)));
    // A visit that is still under way would swallow the next one: the same account waits only once.
    await until(async () => (await queue.countUnfinished()) === 0);
  }
}

/** Waits until each worker has marked an act that it took up after this moment. */
async function afterNextActs(moment: number): Promise<void> {
  const isPast = ({ flags }: VisitingWorker) => (flags.at(-1)?.createdAt.getTime() ?? 0) > moment;
  await until(async () => workers.every(isPast));
}

/** Waits until both workers judge by the set that the files make now, and returns how late the later one was, in ms. */
async function expectLive(savedAt: number): Promise<void> {
  const started = performance.now();
  const { ruleset } = (await loadSet({ rulesDir: folder.dir })).screener;
  // Reading the same set here tells how starved the machine is: other programs' load is not the workers' lateness.
  const slowness = Math.max(1, (performance.now() - started) / IDLE_LOAD_MS);
  wholeSets.push(ruleset);
  const firstOf = ({ flags }: VisitingWorker) => flags.find((flag) => flag.ruleset === ruleset);
  await until(async () => workers.every(firstOf));
  const delays = workers.map((worker) => firstOf(worker)!.createdAt.getTime() - savedAt);
  console.info(
    `a saved rule was live after ${delays.join(' and ')} ms; machine ${slowness.toFixed(1)} times slower than idle`,
  );
  for (const delay of delays) expect(delay).toBeLessThanOrEqual(LIVE_AFTER_MS * slowness);
}

describe('two worker processes that follow one rules folder', () => {
  let goodCall: string;

  it('both judge by a saved rule within two seconds', async () => {
    goodCall = await folder.edit(CALL, retire);
    await expectLive(Date.now());
  });

  it('keep the old set while a file is broken, and say so loudly', async () => {
    const before = wholeSets.at(-1);
    await folder.edit(CALL, () => goodCall.slice(0, 200));
    const complaints = ({ errors }: VisitingWorker) =>
      errors
        .join('')
        .split('\n')
        .filter((line) => line.includes('aturan lama tetap berlaku'));
    await until(async () => workers.every((worker) => complaints(worker).length > 0));
    await afterNextActs(Date.now());
    for (const worker of workers) {
      expect(worker.flags.at(-1)?.ruleset).toBe(before);
      const said = complaints(worker);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(CALL);
      expect(JSON.parse(said[0]!)).toMatchObject({ level: 50 });
    }
  });

  it('take the mended file, saved together with another one', async () => {
    await folder.write(CALL, goodCall);
    await folder.edit(WISH, retire);
    await expectLive(Date.now());
  });

  it('never judged an act by anything but a whole set, of which each is kept and was audited once', async () => {
    isFeeding = false;
    await feeding;
    const { storage } = test.core;
    for (const { flags } of workers) {
      const seen = flags.map((flag) => flag.ruleset).filter((hash, i, all) => hash !== all[i - 1]);
      // The mended file alone is a whole set too, if a worker looked between the two saves.
      expect(seen.filter((hash) => wholeSets.includes(hash))).toEqual(wholeSets);
      const replayer = createReplayer(storage);
      for (const { id } of [flags[0]!, flags.at(-1)!]) expect((await replayer.replay(id)).isEqual).toBe(true);
    }
    for (const hash of wholeSets) expect(await storage.rulesets.findSet(hash)).toBeDefined();
    const changes = (await storage.audit.listEntries({ limit: 1_000 })).filter(
      (entry) => entry.action === 'rules_changed',
    );
    expect(changes.map((entry) => entry.subject).reverse()).toEqual(wholeSets);
  });
});
