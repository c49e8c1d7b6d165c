import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { namesOf, startWorkers } from '../../workers/start-workers.js';
import type { Config } from '../config/read-config.js';
import { createConsole } from '../console/create-console.js';
import { type LiveScreener, openLiveScreener } from '../rules/engine/live-screener.js';
import type { LoadedSet } from '../rules/files/load-set.js';
import { keepSetInForce } from '../study/replay-keep-set.js';
import { tellRuleHealth } from '../study/tell-rule-health.js';
import { consoleDeps } from './console-deps.js';
import { type Core, type CoreOptions, openCore } from './core.js';
import { type DigestParts, openDigests } from './digests.js';
import { openReading, type ReadingParts } from './reading.js';

export interface InstallationOptions extends CoreOptions {
  /** The demo's own mail catcher; else `SMTP_URL`. */
  readonly smtpUrl?: string;
}

/** A whole Netra in one process: what `netra up`, the demo and the workers' own entry are made of. */
export interface Installation {
  readonly core: Core;
  readonly reading: ReadingParts;
  readonly screener: LiveScreener;
  readonly digests: DigestParts;
  startWorkers(options?: {
    queues?: string;
    every?: { collect?: number; digest?: number; recover?: number };
  }): Promise<void>;
  /** Returns the address people open. */
  startConsole(options: { port: number }): Promise<string>;
  close(): Promise<void>;
}

/** The built browser app; the same folder from the sources and from `dist/`. */
const WEB_DIR = fileURLToPath(
  new URL(import.meta.url.includes('/dist/') ? '../../web' : '../../dist/web', import.meta.url),
);
const SESSION_HOURS = 10;

export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  // Closed in the opposite order: nothing is taken away from under something that still runs.
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    const parts = await openParts(options, closers);
    return { ...parts, ...starters(options, parts, closers), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Parts = Pick<Installation, 'core' | 'reading' | 'screener' | 'digests'>;

async function openParts(options: InstallationOptions, closers: (() => unknown)[]): Promise<Parts> {
  const { config, log } = options;
  let tellOpened: (core: Core) => void = () => {};
  const opened = new Promise<Core>((resolve) => {
    tellOpened = resolve;
  });
  const keep = async (set: LoadedSet) => {
    const core = await opened;
    await keepSetInForce({ ...core.storage, clock: core.clock }, set);
  };
  // The files that people write come first: what is wrong with them is said before anything is opened.
  const screener = await openLiveScreener({
    rulesDir: config.rulesDir,
    cacheDir: join(config.dataDir, 'cache'),
    keep,
    onReload: (set) => log.info({ ruleset: set.ruleset, elections: set.elections }, 'aturan baru berlaku'),
    onBroken: (error) => log.error(`aturan lama tetap berlaku: ${error.message}`),
    onMended: () => log.info('berkas aturan utuh kembali'),
  });
  closers.push(screener.close);
  const core = await openCore(options);
  closers.push(core.close);
  tellOpened(core);
  await keep(screener.loaded());
  closers.push(await startTelling(screener, core));
  const reading = await openReading(core);
  closers.push(reading.close);
  const digests = openDigests(core, { consoleUrl: consoleUrlOf(config), smtpUrl: options.smtpUrl });
  closers.push(digests.close);
  return { core, reading, screener, digests };
}

/** From the first moment: a process that judges and tells nothing would look like one that has ended. */
async function startTelling(screener: LiveScreener, { storage, clock, config, log }: Core): Promise<() => unknown> {
  const onFailed = (error: unknown) => log.warn({ error: (error as Error).name }, 'keadaan aturan belum tercatat');
  const telling = tellRuleHealth({ screener, states: storage.ruleStates, clock, rulesDir: config.rulesDir, onFailed });
  await telling.look();
  return telling.close;
}

function starters(
  { config, log }: InstallationOptions,
  parts: Parts,
  closers: (() => unknown)[],
): Pick<Installation, 'startWorkers' | 'startConsole'> {
  const { core, reading, screener } = parts;
  const publicUrl = consoleUrlOf(config);
  return {
    async startWorkers({ queues, every } = {}) {
      const workers = await startWorkers({ ...parts, names: namesOf(queues), every });
      closers.push(workers.close);
    },
    async startConsole({ port }) {
      const app = await createConsole({
        deps: consoleDeps({ storage: core.storage, evidence: reading.store, screener }),
        clock: core.clock,
        publicUrl,
        webDir: WEB_DIR,
        sessionHours: SESSION_HOURS,
        isSecure: publicUrl.startsWith('https:'),
        isBehindProxy: config.isProduction,
        logger: log,
      });
      closers.push(() => app.close());
      return app.listen({ host: config.console.host, port });
    },
  };
}

function consoleUrlOf({ console: { host, port, publicUrl } }: Config): string {
  return publicUrl ?? `http://${host}:${port ?? 8080}`;
}
