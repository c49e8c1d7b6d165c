import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Core, openCore } from '../../src/app/core.js';
import { createLogger } from '../../src/app/log.js';
import { readConfig } from '../../src/config/read-config.js';
import { startServices } from '../../src/services/start-services.js';
import { copyRules } from '../integration/crash-site.js';
import { type Ended, type Program, runOnce } from '../integration/supervisor.js';
import { anAccountDraft, saveOffice } from '../support/core.js';
import { inventedAct } from '../support/invented-acts.mjs';
import { startConsole } from './fault-site.js';
import { type HeldPages, openHeldPages } from './held-pages.js';

export const ACCOUNTS = 20;
const MANDATE = { decree: 'SK-1/CONTOH', office: 'OPD-1', from: '2026-01-01', to: '2035-12-31' };

/** What `netra up` is to somebody who has nothing else: servers of its own, and pages to look at. */
export interface UpSite {
  readonly folder: string;
  readonly pages: HeldPages;
  netra(...args: string[]): Program;
  /** Resolves once its console answers; whoever calls it ends it. */
  up(start: (program: Program) => ReturnType<typeof runOnce>): Promise<ReturnType<typeof runOnce>>;
  /** Looks in from outside: on the servers of `netra up` while it runs, else on the same data with servers of ours. */
  look(): Promise<{ core: Core; close(): Promise<void> }>;
  /** Of the marked acts the first `paged` have a page. */
  writeActs(options: { count: number; series: string; paged: number; isOnlyPaged?: boolean }): Promise<string>;
  run(...args: string[]): Promise<Ended>;
  close(): Promise<void>;
}

export async function openUpSite(settings: NodeJS.ProcessEnv = {}): Promise<UpSite> {
  const folder = await mkdtemp(join(tmpdir(), 'netra-up-'));
  const pages = await openHeldPages();
  const env = { ...(await environmentOf(folder, pages.host)), ...settings };
  const netra = (...args: string[]) => ({ name: args.join(' '), args: [resolve('bin/netra.js'), ...args], env });
  const look = () => lookIn(env);
  const first = await look();
  await saveOffice(first.core);
  const drafts = Array.from({ length: ACCOUNTS }, (_, n) => anAccountDraft(n, { mandate: MANDATE }));
  await first.core.storage.accounts.saveAccounts(drafts);
  await first.close();
  return {
    ...{ folder, pages, netra, look },
    async up(start) {
      const running = start(netra('up', '--json'));
      await startConsole(running);
      return running;
    },
    async writeActs({ count, series, paged, isOnlyPaged = false }) {
      const path = join(folder, `${series}.ndjson`);
      // By the invented acts' own rhythm: each hundredth is meant to be marked.
      const hasPage = (n: number) => n % 100 === 17 && n < paged * 100;
      const lines = Array.from({ length: count }, (_, n) => n)
        .filter((n) => hasPage(n) || !isOnlyPaged)
        .map((n) => ({
          ...inventedAct(n, { accounts: ACCOUNTS, series }),
          url: hasPage(n) ? pages.url(`/${series}/${n}`) : undefined,
        }));
      await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      return path;
    },
    run: (...args) => runOnce(netra(...args)).ended,
    async close() {
      await pages.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function environmentOf(folder: string, allowed: string): Promise<NodeJS.ProcessEnv> {
  const { MONGODB_URI: _mongodb, REDIS_URL: _redis, SMTP_URL: _smtp, ...surroundings } = process.env;
  const key = () => randomBytes(32).toString('base64');
  const temporary = join(folder, 'tmp');
  mkdirSync(temporary);
  return {
    ...surroundings,
    TMPDIR: temporary,
    NETRA_DATA_DIR: join(folder, 'data'),
    NETRA_RULES_DIR: await copyRules(folder),
    NETRA_HASH_KEY: key(),
    NETRA_FIELD_KEY: key(),
    NETRA_AUDIT_KEY: key(),
    NETRA_ALLOW_PRIVATE_HOSTS: allowed,
    NETRA_CONSOLE_PORT: '0',
    NETRA_WORKER_LOCK_SECONDS: '2',
    NETRA_RECOVER_SECONDS: '1',
    NETRA_LOG_LEVEL: 'debug',
  };
}

async function lookIn(env: NodeJS.ProcessEnv): Promise<{ core: Core; close(): Promise<void> }> {
  const { config, secrets } = readConfig(env);
  const services = await startServices({ dataDir: config.dataDir, env });
  const { mongodbUri, redisUrl } = services;
  const log = createLogger('silent');
  const clock = () => new Date();
  const core = await openCore({ config, secrets, holdsNipKey: true, mongodbUri, redisUrl, clock, log });
  return {
    core,
    async close() {
      await core.close();
      await services.stop();
    },
  };
}
