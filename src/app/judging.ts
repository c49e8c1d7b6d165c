import { join } from 'node:path';
import type { Screener } from '../domain/screening.js';
import { isSameByPlace } from '../intake/reports/reported-act.js';
import { type LiveScreener, openLiveScreener } from '../rules/live-screener.js';
import type { LoadedSet } from '../rules/load-set.js';
import type { ImportDeps } from '../steps/import-activities.js';
import { PATIENCE } from '../steps/persist.js';
import { rememberAccounts } from '../steps/remember-accounts.js';
import { createTakeIn, type TakeIn, type TakeInDeps } from '../steps/take-in-acts.js';
import { keepSetInForce } from '../study/replay-keep-set.js';
import { tellRuleHealth } from '../study/tell-rule-health.js';
import { LOG } from '../words/app.js';
import { sayIn } from '../words/say.js';
import { type Core, type CoreOptions, openCore } from './core.js';

const say = sayIn('id');

/** What judges acts: the rule set in force over the system of record. Visits and imports are made of it. */
export interface Judging {
  readonly core: Core;
  readonly screener: LiveScreener;
  readonly takeIn: TakeIn;
  readonly importDeps: ImportDeps;
  close(): Promise<void>;
}

/** A change of the registry is in force in a running import after this long. */
const ACCOUNTS_FOR_MS = 5_000;

/** Keeps every set before the first act is judged by it, and tells from the first moment which one that is. */
export async function openJudging(options: CoreOptions): Promise<Judging> {
  // Closed in the opposite order: nothing is taken away from under something that still runs.
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    const { core, screener } = await openParts(options, closers);
    closers.push(core.beginEnd);
    const current = () => screener.current();
    return {
      core,
      screener,
      takeIn: createTakeIn(takeInDeps(core, current)),
      importDeps: importDeps(core, current),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openParts(
  options: CoreOptions,
  closers: (() => unknown)[],
): Promise<{ core: Core; screener: LiveScreener }> {
  const { config, log } = options;
  let tellOpened: (core: Core) => void = () => {};
  const opened = new Promise<Core>((resolve) => {
    tellOpened = resolve;
  });
  const keep = async (set: LoadedSet) => {
    const { storage, clock } = await opened;
    await keepSetInForce({ rulesets: storage.rulesets, clock }, set);
  };
  // The files that people write come first: what is wrong with them is said before anything is opened.
  const screener = await openLiveScreener({
    rulesDir: config.rulesDir,
    electionsDir: config.electionsDir,
    cacheDir: join(config.dataDir, 'cache'),
    keep,
    onReload: (set) => log.info({ ruleset: set.ruleset, elections: set.elections }, say(LOG.rulesNew)),
    onBroken: (error) => log.error(say(LOG.rulesOld, { problem: error.message })),
    onMended: () => log.info(say(LOG.rulesMended)),
  });
  closers.push(screener.close);
  const core = await openCore(options);
  closers.push(core.close);
  tellOpened(core);
  await keep(screener.loaded());
  closers.push(await startTelling(screener, core));
  return { core, screener };
}

/** From the first moment: a process that judges and tells nothing would look like one that has ended. */
async function startTelling(
  screener: LiveScreener,
  { storage, clock, config, failures }: Core,
): Promise<() => unknown> {
  const onFailed = (error: unknown) => failures.tell('rule-state', error);
  const telling = tellRuleHealth({ screener, states: storage.ruleStates, clock, rulesDir: config.rulesDir, onFailed });
  await telling.look();
  return telling.close;
}

/** How acts are taken in on this core, judged by whatever `screener` says is in force. */
export function takeInDeps(core: Core, screener: () => Screener): TakeInDeps {
  const { storage, enqueueEvidence, failures, clock } = core;
  return {
    accounts: storage.accounts,
    activities: storage.activities,
    ruleCounts: storage.ruleCounts,
    screener,
    isSameByPlace,
    // Acts that are stored are in, whatever Redis says: `recoverLost` tells it again of the flags that it refused.
    enqueueEvidence: (ids) => enqueueEvidence(ids).catch((error) => failures.tellLost('redis', error)),
    onSetAside: ({ activityId, rule, error }) => failures.tell('judge', error, { activity: activityId, rule }),
    clock,
  };
}

/** A person waits for an import, so it waits for a MongoDB that is away; and its batches name the same accounts. */
export function importDeps(core: Core, screener: () => Screener): ImportDeps {
  const { storage, activityId, clock } = core;
  const accounts = rememberAccounts(storage.accounts, { clock, forMs: ACCOUNTS_FOR_MS });
  return {
    accounts: storage.accounts,
    coverage: storage.coverage,
    audit: storage.audit,
    activityId,
    takeIn: createTakeIn({ ...takeInDeps(core, screener), accounts, patience: PATIENCE }),
    clock,
  };
}
