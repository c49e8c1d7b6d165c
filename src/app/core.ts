import { setMaxListeners } from 'node:events';
import { getFieldKeys, getKeys, type Keys } from '../config/keys.js';
import type { Config, Secrets } from '../config/read-config.js';
import type { Account } from '../domain/account.js';
import type { CollectedActivity } from '../domain/activity.js';
import { createActivityId } from '../domain/activity-id.js';
import type { Clock } from '../domain/clock.js';
import { READERS, wayOf } from '../platforms/index.js';
import { type Counters, openCounters } from '../queues/open-counters.js';
import { openQueues, type Queues } from '../queues/open-queues.js';
import { type DueDeps, enqueueDueVisits } from '../steps/enqueue-due.js';
import { enqueueLeft, type LeftDeps } from '../steps/enqueue-left.js';
import { openStorage } from '../storage/open-storage.js';
import type { Storage } from '../storage/storage.js';
import { LOG } from '../words/app.js';
import { say } from '../words/say.js';
import { createFailures, type Failures } from './failures.js';
import { letGoOfSilent } from './let-go.js';
import type { Logger } from './log.js';

export interface CoreOptions {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Only what seals or opens NIPs holds their key: the registry's commands, and the demo. */
  readonly holdsNipKey?: boolean | undefined;
  /** Keep installations, and parallel tests, apart on shared servers. */
  readonly databaseName?: string;
  readonly queuePrefix?: string;
  /** How old a lost act must be before it is told to the queue again, in milliseconds; else as often as we look. */
  readonly recoverGraceMs?: number;
}

/** What every entry point shares: the system of record, the queues, and the pure wiring between them. */
export interface Core {
  readonly config: Config;
  readonly secrets: Secrets;
  /** Of the servers in use, private ones too; passwords and all. */
  readonly addresses: Pick<CoreOptions, 'mongodbUri' | 'redisUrl'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly failures: Failures;
  readonly storage: Storage;
  readonly queues: Queues;
  readonly activityId: (account: Account, activity: CollectedActivity) => string;
  readonly enqueueEvidence: (flagIds: readonly string[]) => Promise<void>;
  readonly enqueueLooks: (reportIds: readonly string[]) => Promise<void>;
  /** On a connection of its own, for whoever answers people. */
  openCounters(): Promise<Counters>;
  enqueueDueVisits(): ReturnType<typeof enqueueDueVisits>;
  recoverLost(): Promise<{ flags: number; looks: number }>;
  /** From here on a server that is gone is not waited for; `close` begins with it. Safe to repeat. */
  beginEnd(): void;
  close(): Promise<void>;
}

type StorageKeys = Omit<Keys, 'fieldKey'> & { fieldKey?: Buffer; formerFieldKeys?: readonly Buffer[] };

function keysOf({ config, secrets, holdsNipKey }: CoreOptions): StorageKeys {
  const keys = getKeys(config, secrets, ['hashKey', 'auditKey']);
  if (!holdsNipKey) return keys;
  const { fieldKey, formerFieldKeys } = getFieldKeys(config, secrets);
  return { ...keys, fieldKey, formerFieldKeys };
}

export async function openCore(options: CoreOptions): Promise<Core> {
  const { config, secrets, clock, log, mongodbUri, redisUrl } = options;
  const keys = keysOf(options);
  const failures = createFailures(log);
  const storage = await openStorage({
    uri: mongodbUri,
    ...keys,
    databaseName: options.databaseName,
    onLost: (error) => failures.tellLost('mongodb', error),
  });
  const ending = createEnding(log);
  const connection = {
    redisUrl,
    givenUp: ending.redisGivenUp,
    prefix: options.queuePrefix ?? 'netra',
    // Every queue and worker has a connection of its own; what is lost is one server.
    onError: (error: Error) => failures.tellLost('redis', error),
  };
  const queues = openQueues(connection, [...READERS.keys()]);
  const { enqueueEvidence, enqueueLooks } = enqueuersOf(queues);
  const due = dueDeps({ storage, queues, clock, config });
  const lost = lostDeps({ storage, queues, clock, enqueueEvidence, enqueueLooks }, options);

  return {
    config,
    secrets,
    addresses: { mongodbUri, redisUrl },
    clock,
    log,
    failures,
    storage,
    queues,
    activityId: activityIdOf(keys.hashKey),
    enqueueEvidence,
    enqueueLooks,
    openCounters: () => openCounters(connection),
    enqueueDueVisits: () => enqueueDueVisits(due),
    recoverLost: () => recoverLost(storage, lost),
    beginEnd: () => ending.begin(storage, queues),
    async close() {
      ending.begin(storage, queues);
      await queues.close();
      await storage.close();
      ending.finish();
      tellCounts(failures, log);
    },
  };
}

function enqueuersOf({ captureEvidence, readLink }: Queues): Pick<Core, 'enqueueEvidence' | 'enqueueLooks'> {
  return {
    enqueueEvidence: (ids) => captureEvidence.enqueue(ids.map((flagId) => ({ flagId }))),
    enqueueLooks: (ids) => readLink.enqueue(ids.map((reportId) => ({ reportId }))),
  };
}

function tellCounts(failures: Failures, log: Logger): void {
  const counts = failures.counts();
  if (Object.keys(counts).length > 0) log.warn({ failures: counts }, say(LOG.failures, 'id'));
}

function createEnding(log: Logger) {
  const givenUp = new AbortController();
  // As many as there are queues and workers.
  setMaxListeners(0, givenUp.signal);
  let finish: (() => void) | undefined;
  return {
    redisGivenUp: givenUp.signal,
    begin(storage: Storage, queues: Queues) {
      const services = [
        { name: 'MongoDB', ping: storage.ping, letGo: storage.letGo },
        { name: 'Redis', ping: queues.ping, letGo: () => givenUp.abort() },
      ];
      finish ??= letGoOfSilent(services, (name) => log.warn({ service: name }, say(LOG.letGo, 'id', { name })));
    },
    finish: () => finish?.(),
  };
}

function activityIdOf(hashKey: Buffer): Core['activityId'] {
  const idOf = createActivityId(hashKey);
  return (account, activity) => idOf(account.platform, activity.externalId, activity);
}

function dueDeps({ storage, queues, clock, config }: Pick<Core, 'storage' | 'queues' | 'clock' | 'config'>): DueDeps {
  return {
    accounts: storage.accounts,
    coverage: storage.coverage,
    clock,
    platforms: [...READERS.keys()],
    wayOf,
    async enqueueVisits(platform, accountIds) {
      await queues.collect.get(platform)?.enqueue(accountIds.map((accountId) => ({ accountId })));
    },
    visitEveryMs: config.collectIntervalMs,
  };
}

/** What a crash, or a lost Redis, left behind: entries without their place in the log, and work that no queue knows of. */
async function recoverLost({ audit }: Storage, { flags, looks }: ReturnType<typeof lostDeps>) {
  await audit.placeLeft();
  return { flags: await enqueueLeft(flags), looks: await enqueueLeft(looks) };
}

function lostDeps(
  core: Pick<Core, 'storage' | 'queues' | 'clock' | 'enqueueEvidence' | 'enqueueLooks'>,
  { config, recoverGraceMs: graceMs = config.workers.recoverMs }: CoreOptions,
): { flags: LeftDeps; looks: LeftDeps } {
  const { storage, queues, clock, enqueueEvidence, enqueueLooks } = core;
  const isIdle = (queue: Pick<Queues['captureEvidence'], 'countUnfinished'>) => async () =>
    (await queue.countUnfinished()) === 0;
  return {
    flags: {
      isQueueIdle: isIdle(queues.captureEvidence),
      listLeft: storage.flags.listSealingIds,
      enqueue: enqueueEvidence,
      clock,
      graceMs,
      most: 20_000,
    },
    looks: {
      isQueueIdle: isIdle(queues.readLink),
      listLeft: storage.reports.listLooksDue,
      enqueue: enqueueLooks,
      clock,
      graceMs,
      most: 1_000,
    },
  };
}
