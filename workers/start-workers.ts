import type { Core } from '../src/app/core.js';
import type { DigestParts } from '../src/app/digests.js';
import type { ReadingParts } from '../src/app/reading.js';
import { NetraError, PermanentError } from '../src/domain/errors.js';
import { READERS } from '../src/platforms/index.js';
import type { LiveScreener } from '../src/rules/engine/live-screener.js';
import { rememberAccounts } from '../src/steps/remember-accounts.js';
import { runCaptureEvidenceWorker } from './capture-evidence.worker.js';
import { runCollectWorker } from './collect.worker.js';
import { runDigestWorker } from './digest.worker.js';
import type { RunningWorker, WorkerTiming } from './run-worker.js';
import { runScheduleWorker, type ScheduleEvery } from './schedule.worker.js';
import { runScreenWorker } from './screen.worker.js';

export const WORKER_NAMES = ['collect', 'screen', 'capture-evidence', 'digest', 'schedule'] as const;
export type WorkerName = (typeof WORKER_NAMES)[number];

export interface WorkersOptions {
  readonly core: Core;
  readonly reading: ReadingParts;
  readonly screener: LiveScreener;
  readonly digests: DigestParts;
  /** Which of them run here; more machines means more of them on the same Redis and MongoDB. */
  readonly names: readonly WorkerName[];
  readonly every?: Partial<ScheduleEvery>;
}

const EVERY: ScheduleEvery = { collect: 60_000, digest: 300_000, recover: 30_000 };
/** A registry import is in force in screening after this long. */
const ACCOUNTS_FOR_MS = 5_000;
/** The schedule is told to Redis again this often. */
const RETELL_MS = 60_000;

/** Starts the consumers named; `close` waits for what runs. */
export async function startWorkers(options: WorkersOptions): Promise<{ close(): Promise<void> }> {
  const running: RunningWorker[] = [];
  for (const name of options.names) running.push(...(await STARTERS[name](options)));
  return {
    async close() {
      await Promise.all(running.map((worker) => worker.close()));
    },
  };
}

type Starter = (options: WorkersOptions) => RunningWorker[] | Promise<RunningWorker[]>;

const STARTERS: Record<WorkerName, Starter> = {
  collect: ({ core, reading }) =>
    [...core.queues.collect].map(([platform, queue]) =>
      runCollectWorker({
        queue,
        deps: {
          ...core.storage,
          ...core,
          collectorFor: (account) => reading.collectors.get(account.platform),
          visitEveryMs: core.config.collectIntervalMs,
        },
        concurrency: READERS.get(platform)?.visitsAtOnce ?? 1,
        ...common(core, `collect-${platform}`),
      }),
    ),
  screen: ({ core, screener }) => [
    runScreenWorker({
      queue: core.queues.screen,
      deps: {
        ...core.storage,
        accounts: rememberAccounts(core.storage.accounts, { clock: core.clock, forMs: ACCOUNTS_FOR_MS }),
        screener: () => screener.current(),
        enqueueEvidence: core.enqueueEvidence,
        isPublicHandle,
        clock: core.clock,
      },
      concurrency: 4,
      ...common(core, 'screen'),
    }),
  ],
  'capture-evidence': ({ core, reading }) => [
    runCaptureEvidenceWorker({
      queue: core.queues.captureEvidence,
      deps: { ...core.storage, capture: reading.capture, clock: core.clock },
      concurrency: 2,
      ...common(core, 'capture-evidence'),
    }),
  ],
  digest: ({ core, digests }) => [
    runDigestWorker({ queue: core.queues.digest, deps: digests.deps, ...common(core, 'digest') }),
  ],
  schedule: async ({ core, digests, every }) => [
    await runScheduleWorker({
      queue: core.queues.schedule,
      tasks: { collect: core.enqueueDueVisits, digest: digests.enqueueDue, recover: core.recoverLost },
      every: { ...EVERY, recover: core.config.workers.recoverMs, ...every },
      retellEveryMs: Math.min(RETELL_MS, core.config.workers.recoverMs),
      ...common(core, 'schedule'),
    }),
  ],
};

function common(core: Core, worker: string) {
  const { lockMs } = core.config.workers;
  const timing: WorkerTiming = { lockMs, stalledEveryMs: lockMs / 2 };
  // Only our own messages: a driver's may quote what was being stored.
  const onFailed = (error: Error, payload: unknown) =>
    core.log.warn({ worker, payload, error: error.name }, error instanceof NetraError ? error.message : 'gagal');
  return { timing, onFailed };
}

/** Election bodies may stay readable in kept content: naming them harms nobody and explains much. */
function isPublicHandle(handle: string): boolean {
  return /(^|[._-])(kpu|kpud|bawaslu|kpps|dkpp)([._-]|$|\d)/.test(handle);
}

/** `screen,digest` to names; all of them where nothing is said. */
export function namesOf(list: string | undefined): readonly WorkerName[] {
  if (list === undefined) return WORKER_NAMES;
  const names = list.split(',');
  const unknown = names.filter((name) => !(WORKER_NAMES as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new PermanentError(
      `Antrean tidak dikenal: ${unknown.join(', ')}.`,
      `Pilih dari: ${WORKER_NAMES.join(', ')}.`,
    );
  }
  return names as WorkerName[];
}
