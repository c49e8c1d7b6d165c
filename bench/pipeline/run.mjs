// An import of 100,000 acts through Redis, workers and MongoDB to flags; beside it, in the same run and on the same
// servers, what BullMQ and MongoDB do alone. Run after a build: node bench/pipeline/run.mjs [ACTS]. Prints one JSON
// object. What it means: ../README.md.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { Queue } from 'bullmq';
import { mongo } from 'mongoose';
import { inventedAct } from '../../test/support/invented-acts.mjs';
import { cpuMsOf, load, openSite, ours, rate, timed, until } from '../open-site.mjs';

const { readImportFile } = await ours('src/intake/acts/read-import-file.js');
const { importActivities } = await ours('src/steps/import-activities.js');
const { SCREEN_BATCH } = await ours('src/queues/screen-queue.js');

const ACTS = Number(process.argv[2] ?? 100_000);
const ACCOUNTS = 1_000;
const SCREEN_PROCESSES = Number(process.env.SCREEN_PROCESSES ?? 1);
/** Acts that an import stores and queues at a time. */
const STEP = 1_000;

const loadBefore = load();
const site = await openSite();
const { core } = site;

const path = join(site.folder, 'acts.ndjson');
const file = createWriteStream(path);
for (let n = 0; n < ACTS; n += 1) file.write(`${JSON.stringify(inventedAct(n, { accounts: ACCOUNTS }))}\n`);
await new Promise((done) => file.end(() => done(undefined)));
await site.register(ACCOUNTS);

/** A child that says `siap` once it takes work. @param {string[]} args @param {Record<string, string>} [more] */
async function startChild(args, more = {}) {
  const child = spawn(process.execPath, args, { env: { ...site.env, ...more }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((ready, failed) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('siap') && ready(undefined));
    child.once('exit', (code) => failed(new Error(`${args.join(' ')} ended: ${code}`)));
  });
  return {
    pid: child.pid,
    async stop() {
      child.removeAllListeners('exit');
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** What an act is in MongoDB while it waits for the rules. @param {number} n */
function aDocument(n) {
  const { id, kind, text, publishedAt, ...aim } = inventedAct(n, { accounts: ACCOUNTS });
  return {
    _id: core.activityId({ platform: 'bluesky' }, { externalId: id, kind, text }),
    ...{ state: 'pending', accountId: 'x'.repeat(24), platform: 'bluesky', source: 'import' },
    ...{ collectedAt: new Date(), kind, externalId: id, text, publishedAt: new Date(publishedAt) },
    ...('target' in aim ? { target: aim.target } : {}),
  };
}

/** Equal documents, equal batches, equal promise, nothing else. */
async function mongodbInserts() {
  const client = await mongo.MongoClient.connect(site.services.mongodbUri, {
    writeConcern: { w: 'majority', j: true },
  });
  const collection = client.db('bench').collection('activities');
  const documents = Array.from({ length: ACTS }, (_, n) => aDocument(n));
  const ms = await timed(async () => {
    for (let i = 0; i < ACTS; i += STEP) {
      await collection.insertMany(/** @type {any[]} */ (documents.slice(i, i + STEP)), { ordered: false });
    }
  });
  await client.db('bench').dropDatabase();
  await client.close();
  return rate(ACTS, ms);
}

/** Jobs that carry `perJob` ids each, added as an import adds them, taken by a worker process that does nothing. */
async function bullmqNoop(/** @type {{ perJob: number, concurrency: number }} */ { perJob, concurrency }) {
  const name = `noop-${perJob}`;
  const queue = new Queue(name, { connection: { url: site.services.redisUrl } });
  const worker = await startChild([resolve('bench/pipeline/noop-worker.mjs')], {
    QUEUE: name,
    CONCURRENCY: String(concurrency),
  });
  const ids = Array.from({ length: STEP }, (_, n) => String(n).padStart(43, 'x'));
  const opts = { removeOnComplete: true };
  const ms = await timed(async () => {
    for (let done = 0; done < ACTS; done += STEP) {
      const jobs = Array.from({ length: STEP / perJob }, (_, j) => {
        return { name, data: { activityIds: ids.slice(j * perJob, (j + 1) * perJob) }, opts };
      });
      await queue.addBulk(jobs);
    }
    await until(async () => (await queue.getJobCountByTypes('wait', 'active')) === 0);
  });
  await worker.stop();
  await queue.close();
  return rate(ACTS, ms);
}

async function pipeline() {
  const screening = Array.from({ length: SCREEN_PROCESSES }, () =>
    startChild([resolve('dist/workers/main.js'), '--queues', 'screen']),
  );
  const workers = await Promise.all(screening);
  const { mongodb, redis } = site.services;
  const usedMs = () => ({
    import: cpuMsOf(process.pid),
    screen: workers.reduce((sum, { pid }) => sum + cpuMsOf(pid), 0),
    mongodb: cpuMsOf(mongodb?.pid),
    redis: cpuMsOf(redis?.pid),
  });
  const before = usedMs();
  let importMs = 0;
  const ms = await timed(async () => {
    importMs = await timed(() =>
      importActivities(core.importDeps, readImportFile(path, { clock: core.clock }), { actor: 'system:bench' }),
    );
    await until(async () => (await core.queues.screen.countUnfinished()) === 0);
  });
  const after = usedMs();
  const cpuMicrosecondsPerAct = Object.fromEntries(
    Object.entries(after).map(([who, used]) => [
      who,
      Math.round(((used - before[/** @type {keyof typeof before} */ (who)]) * 1000) / ACTS),
    ]),
  );
  const [acts, flags] = await Promise.all([
    core.storage.activities.countByState(),
    core.storage.flags.countFlagsByState(),
  ]);
  if (acts.pending > 0 || acts.marked + acts.unmarked !== ACTS || flags.sealing !== acts.marked) {
    throw new Error(`not all was screened: ${JSON.stringify({ acts, flags })}`);
  }
  await Promise.all(workers.map((worker) => worker.stop()));
  return {
    actsPerSecond: rate(ACTS, ms),
    importActsPerSecond: rate(ACTS, importMs),
    flags: flags.sealing,
    cpuMicrosecondsPerAct,
  };
}

const mongodbInsertsPerSecond = await mongodbInserts();
const bullmqNoopBatchedPerSecond = await bullmqNoop({ perJob: SCREEN_BATCH, concurrency: 4 });
const bullmqNoopSinglePerSecond = await bullmqNoop({ perJob: 1, concurrency: 100 });
const ourRun = await pipeline();
await site.close();

const ratio = (/** @type {number} */ floor) => Number((ourRun.actsPerSecond / floor).toFixed(3));
console.log(
  JSON.stringify({
    acts: ACTS,
    accounts: ACCOUNTS,
    screenProcesses: SCREEN_PROCESSES,
    load: [loadBefore, load()],
    ...{ mongodbInsertsPerSecond, bullmqNoopBatchedPerSecond, bullmqNoopSinglePerSecond },
    pipeline: ourRun,
    ratioToMongodbInserts: ratio(mongodbInsertsPerSecond),
    ratioToBullmqSingle: ratio(bullmqNoopSinglePerSecond),
    ratioToBullmqBatched: ratio(bullmqNoopBatchedPerSecond),
    bar: { actsPerSecond: 1_000, peersActsPerSecond: 2_000 },
  }),
);
