import { PermanentError } from '../domain/errors.js';
import type { Screener } from '../domain/screening.js';
import { READERS } from '../platforms/index.js';
import { runSchedule, type ScheduleEvery } from '../queues/run-schedule.js';
import { type RunningWorker, runWorker, type WorkerSpec } from '../queues/run-worker.js';
import { captureFlagEvidence } from '../steps/capture-flag-evidence.js';
import { type CollectDeps, collectAccount, type VisitReport } from '../steps/collect-account.js';
import { sendDigest } from '../steps/send-digest.js';
import type { TakeIn } from '../steps/take-in-acts.js';
import { APP_FAULTS, LOG } from '../words/app.js';
import { SKIP_TERMS } from '../words/coverage-terms.js';
import { say, sayError } from '../words/say.js';
import { termOf } from '../words/terms.js';
import type { Core } from './core.js';
import { DIGESTS_AT_ONCE, type DigestParts } from './digests.js';
import type { Logger } from './log.js';
import { readLinkDeps, startReadingLinks } from './read-links.js';
import type { ReadingParts } from './reading.js';
import { openBrought } from './report-files.js';
import { stampDaily } from './timestamps.js';
import { createVisitPictureDeps } from './visit-picture-deps.js';

export const WORKER_NAMES = ['collect', 'capture-evidence', 'read-link', 'digest', 'schedule'] as const;
export type WorkerName = (typeof WORKER_NAMES)[number];

export interface WorkersOptions {
  readonly core: Core;
  readonly reading: ReadingParts;
  readonly takeIn: TakeIn;
  readonly screener: () => Screener;
  readonly digests: DigestParts;
  /** Which of them run here; more machines means more of them on the same Redis and MongoDB. */
  readonly names: readonly WorkerName[];
  readonly every?: Partial<ScheduleEvery> | undefined;
}

const EVERY: ScheduleEvery = { collect: 60_000, digest: 300_000, recover: 30_000 };
/** The schedule is told to Redis again this often. */
const RETELL_MS = 60_000;

/** Starts the consumers named; `close` waits for what runs, and says how many jobs a lost Redis was not told of. */
export async function startWorkers(options: WorkersOptions): Promise<{ close(): Promise<number> }> {
  const running: RunningWorker[] = [];
  for (const name of options.names) running.push(...(await STARTERS[name](options)));
  return {
    async close() {
      const untold = await Promise.all(running.map((worker) => worker.close()));
      return untold.reduce((sum, count) => sum + count, 0);
    },
  };
}

type Starter = (options: WorkersOptions) => RunningWorker[] | Promise<RunningWorker[]>;

const STARTERS: Record<WorkerName, Starter> = {
  collect: ({ core, reading, takeIn, screener }) =>
    startCollecting(core, {
      takeIn,
      collectorFor: (account) => reading.collectors.get(account.platform),
      pictures: createVisitPictureDeps(core, { look: reading.lookAtPicture, screener }),
    }),
  'capture-evidence': async ({ core, reading }) => {
    const { flags, activities, accounts, reports } = core.storage;
    const { readFile } = await openBrought(core);
    const { capture, takePicture } = reading;
    const deps = { flags, activities, accounts, reports, readFile, takePicture, capture, clock: core.clock };
    return [
      runWorker({
        queue: core.queues.captureEvidence,
        handle: ({ flagId }, attempt) => captureFlagEvidence(deps, flagId, attempt),
        concurrency: 2,
        ...common(core, 'capture-evidence'),
      }),
    ];
  },
  'read-link': ({ core, reading, screener }) => [
    startReadingLinks(
      core,
      { deps: readLinkDeps(core, reading, screener), linkPacks: reading.linkPacks },
      common(core, 'read-link'),
    ),
  ],
  digest: ({ core, digests }) => [
    runWorker({
      queue: core.queues.digest,
      handle: (payload) => sendDigest(digests.deps, payload),
      concurrency: DIGESTS_AT_ONCE,
      ...common(core, 'digest'),
    }),
  ],
  schedule: async ({ core, digests, every }) => [
    await runSchedule({
      queue: core.queues.schedule,
      tasks: {
        collect: core.enqueueDueVisits,
        digest: () => digests.enqueueDue().finally(() => Promise.all([stampDaily(core), sendNotices(core, digests)])),
        recover: core.recoverLost,
      },
      every: { ...EVERY, recover: core.config.workers.recoverMs, ...every },
      retellEveryMs: Math.min(RETELL_MS, core.config.workers.recoverMs),
      ...common(core, 'schedule'),
    }),
  ],
};

/** A failure is told and tried again in the next round: it stops nothing else. */
async function sendNotices({ failures }: Core, digests: Pick<DigestParts, 'sendNotices'>): Promise<void> {
  await digests.sendNotices().catch((error: unknown) => failures.tellLost('notice-mail', error));
}

/** One worker a platform that is read: each visits a few accounts at a time. */
export function startCollecting(
  core: Core,
  parts: Pick<CollectDeps, 'takeIn' | 'collectorFor' | 'pictures'>,
): RunningWorker[] {
  const deps: CollectDeps = {
    accounts: core.storage.accounts,
    coverage: core.storage.coverage,
    activityId: core.activityId,
    visitEveryMs: core.config.collectIntervalMs,
    clock: core.clock,
    ...parts,
  };
  return [...core.queues.collect].map(([platform, queue]) =>
    runWorker({
      queue,
      handle: async ({ accountId }, attempt) => tellPictures(core.log, await collectAccount(deps, accountId, attempt)),
      concurrency: READERS.get(platform)?.visitsAtOnce ?? 1,
      ...common(core, `collect-${platform}`),
    }),
  );
}

/** Which account and how many, by why; the ledger has it as well, by signal. */
function tellPictures(log: Logger, { accountId, picturesUnread }: VisitReport): void {
  const why = Object.entries(picturesUnread).map(([reason, count]) => `${termOf(SKIP_TERMS, reason, 'id')}: ${count}`);
  if (why.length > 0) log.info({ account: accountId, why }, say(LOG.picturesUnread, 'id'));
}

function common({ config, failures }: Core, worker: string): Pick<WorkerSpec<unknown>, 'timing' | 'onFailed'> {
  const { lockMs } = config.workers;
  return {
    timing: { lockMs, stalledEveryMs: lockMs / 2 },
    onFailed: (error, job) => failures.tell(worker, error, { job }),
  };
}

/** `collect,digest` to names; all of them where nothing is said. */
export function namesOf(list: string | undefined): readonly WorkerName[] {
  if (list === undefined) return WORKER_NAMES;
  const names = list.split(',');
  const unknown = names.filter((name) => !(WORKER_NAMES as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new PermanentError(
      ...sayError(APP_FAULTS.noQueue, 'id', { names: unknown.join(', '), known: WORKER_NAMES.join(', ') }),
    );
  }
  return names as WorkerName[];
}
