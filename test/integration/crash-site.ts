import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Core, openCore } from '../../src/app/core.js';
import { createLogger } from '../../src/app/log.js';
import { readConfig } from '../../src/config/read-config.js';
import type { Account } from '../../src/domain/account.js';
import type { CollectedActivity } from '../../src/domain/activity.js';
import { toScreenInput } from '../../src/domain/screening.js';
import { readImportFile } from '../../src/intake/acts/read-import-file.js';
import { loadScreener } from '../../src/rules/live-screener.js';
import { type Services, startServices } from '../../src/services/start-services.js';
import { findByHandle } from '../storage/builders.js';
import { anAccountDraft, saveOffice } from '../support/core.js';
import { inventedAct } from '../support/invented-acts.mjs';
import { type Ended, type Program, runOnce } from './supervisor.js';

const ACCOUNTS = 200;

/** A production-like installation of its own: private servers that keep their promises, and real programs. */
export interface CrashSite {
  readonly folder: string;
  readonly core: Core;
  readonly services: Services;
  netra(...args: string[]): Program;
  worker(queues: string): Program;
  /** A worker that visits an invented platform; see visiting-worker.mjs. */
  visitor(options: { acts: number; hangs: boolean }): Program;
  /** Runs a command of ours to its end. */
  run(...args: string[]): Promise<Ended>;
  close(): Promise<void>;
}

export async function openCrashSite(): Promise<CrashSite> {
  const folder = await mkdtemp(join(tmpdir(), 'netra-crash-'));
  const rulesDir = await copyRules(folder);
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, SMTP_URL: _smtp, ...surroundings } = process.env;
  const services = await startServices({ dataDir: join(folder, 'servers'), env: surroundings });
  const own = {
    MONGODB_URI: services.mongodbUri,
    REDIS_URL: services.redisUrl,
    NETRA_DATA_DIR: join(folder, 'data'),
    NETRA_RULES_DIR: rulesDir,
    NETRA_HASH_KEY: randomBytes(32).toString('base64'),
    NETRA_FIELD_KEY: randomBytes(32).toString('base64'),
    NETRA_AUDIT_KEY: randomBytes(32).toString('base64'),
    NETRA_WORKER_LOCK_SECONDS: '2',
    NETRA_RECOVER_SECONDS: '1',
    NETRA_LOG_LEVEL: 'warn',
  };
  const env = { ...surroundings, ...own };
  const { config, secrets } = readConfig(own);
  const log = createLogger('silent');
  const core = await openCore({ config, secrets, holdsNipKey: true, ...services, clock: () => new Date(), log });
  await saveOffice(core);
  const drafts = Array.from({ length: ACCOUNTS }, (_, n) => anAccountDraft(n, { mandate: MANDATE }));
  await core.storage.accounts.saveAccounts(drafts);

  const netra = (...args: string[]) => ({ name: args.join(' '), args: [resolve('bin/netra.js'), ...args], env });
  return {
    ...{ folder, core, services, netra },
    worker: (queues) => ({ name: queues, args: [resolve('dist/start/worker.js'), '--queues', queues], env }),
    visitor: ({ acts, hangs }) => ({
      name: 'visitor',
      args: [resolve('test/integration/visiting-worker.mjs')],
      env: { ...env, ACTS: String(acts), HANGS: hangs ? '1' : '' },
    }),
    run: (...args) => runOnce(netra(...args)).ended,
    async close() {
      await core.close();
      await services.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const MANDATE = { decree: 'SK-1/CONTOH', office: 'OPD-1', from: '2026-01-01', to: '2035-12-31' };

/** The real rules with the invented election alone: somebody may be writing rules while the test runs. */
export async function copyRules(folder: string): Promise<string> {
  const rulesDir = join(folder, 'rules');
  const isWanted = (path: string) => !/\/elections\/.*-2024/.test(path);
  await cp(resolve('rules'), rulesDir, { recursive: true, filter: isWanted });
  await rename(join(rulesDir, 'example/contoh.yaml'), join(rulesDir, 'elections/contoh.yaml'));
  return rulesDir;
}

/** Writes an import file of `count` acts; `series` keeps their ids apart from those of other files. */
export async function writeActs(
  site: CrashSite,
  { count, series, isPlanted = false }: { count: number; series: string; isPlanted?: boolean },
): Promise<string> {
  const path = join(site.folder, `${series}.ndjson`);
  const file = createWriteStream(path);
  const options = { accounts: ACCOUNTS, series, isPlanted };
  for (let n = 0; n < count; n += 1) file.write(`${JSON.stringify(inventedAct(n, options))}\n`);
  await new Promise<void>((done) => file.end(done));
  return path;
}

/** Ids of acts, and of those that the rules mark, worked out here without queue, worker or database. */
export interface Expected {
  readonly all: string[];
  readonly marked: string[];
}

export async function judgeFile(site: Pick<CrashSite, 'core'>, path: string): Promise<Expected> {
  const { core } = site;
  const accounts = new Map((await core.storage.accounts.listAccounts()).map((account) => [account.handle, account]));
  const acts: [Account, CollectedActivity][] = [];
  for await (const line of readImportFile(path, { clock: core.clock })) {
    if (!('activity' in line)) throw new Error(`line ${line.line}: ${line.reason}`);
    acts.push([accounts.get(line.handle)!, line.activity]);
  }
  return judgeHere(site, acts);
}

/** What the invented platform of visiting-worker.mjs has of these accounts. */
export async function judgeVisits(
  site: CrashSite,
  accounts: readonly Account[],
  { count, isPlanted = false }: { count: number; isPlanted?: boolean },
): Promise<Expected> {
  const acts = accounts.flatMap((account) =>
    Array.from({ length: count }, (_, n): [Account, CollectedActivity] => {
      const {
        id: externalId,
        kind,
        text,
        publishedAt,
      } = inventedAct(n, { accounts: 1, series: account.handle, isPlanted });
      return [account, { externalId, kind: kind as 'post', text, publishedAt: new Date(publishedAt) }];
    }),
  );
  return judgeHere(site, acts);
}

async function judgeHere(
  { core }: Pick<CrashSite, 'core'>,
  acts: readonly [Account, CollectedActivity][],
): Promise<Expected> {
  const screener = await loadScreener({ rulesDir: core.config.rulesDir });
  const expected: Expected = { all: [], marked: [] };
  for (const [account, act] of acts) {
    const id = core.activityId(account, act);
    expected.all.push(id);
    if (screener.screen(toScreenInput(account, { ...act, id })).flagged) expected.marked.push(id);
  }
  return expected;
}

/** Registers `count` accounts of the invented platform and queues a visit to each. */
export async function queueVisits(site: CrashSite, count: number): Promise<Account[]> {
  const accounts = await registerVisited(site, count);
  await site.core.queues.collect.get('web')!.enqueue(accounts.map(({ id }) => ({ accountId: id })));
  return accounts;
}

export async function registerVisited({ core }: CrashSite, count: number): Promise<Account[]> {
  const first = await core.storage.accounts.countAccounts();
  const drafts = Array.from({ length: count }, (_, n) => {
    const handle = `https://papan-warga.contoh.test/kunjungan-${first + n}`;
    return anAccountDraft(5_000 + first + n, { platform: 'web', handle, mandate: MANDATE });
  });
  await core.storage.accounts.saveAccounts(drafts);
  const accounts = await Promise.all(drafts.map((draft) => findByHandle(core.storage, 'web', draft.handle)));
  return accounts.map((account) => account!);
}

/** Processes that still name this installation in their command line or environment. */
export function processesOf(site: CrashSite): string[] {
  const table = execFileSync('ps', ['axeww', '-o', 'pid=,stat=,command='], { encoding: 'utf8', maxBuffer: 1e8 });
  return table
    .split('\n')
    .filter((row) => row.includes(site.folder) && !/^\s*\d+\s+Z/.test(row))
    .map((row) => row.trim().slice(0, 120));
}
