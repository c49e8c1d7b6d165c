// Two imports of 100,000 acts each: read, judged by all live rules, stored as flags and keyed hashes; beside each, in
// the same run and on the same server, what MongoDB alone does with as many acts. The first finds a program that has
// just started, the second one that runs, as workers do for months. Run after a build:
// node bench/pipeline/run.mjs [ACTS]. Prints one JSON object. What it means: ../README.md.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { inventedAct } from '../../test/support/invented-acts.mjs';
import { cpuMsOf, load, openSite, ours, rate, timed } from '../open-site.mjs';

const { readImportFile } = await ours('src/intake/acts/read-import-file.js');
const { importActivities } = await ours('src/steps/import-activities.js');

const ACTS = Number(process.argv[2] ?? 100_000);
const ACCOUNTS = 1_000;
/** What MongoDB is given at a time, beside us. */
const STEP = 1_000;

const loadBefore = load();
const site = await openSite();
const { core } = site;

await site.register(ACCOUNTS);

/** @param {number} first Number of its first act. */
async function writeFileFrom(first) {
  const path = join(site.folder, `${first}.ndjson`);
  const file = createWriteStream(path);
  for (let n = first; n < first + ACTS; n += 1) {
    file.write(`${JSON.stringify(inventedAct(n, { accounts: ACCOUNTS }))}\n`);
  }
  await new Promise((done) => file.end(() => done(undefined)));
  return path;
}

/** A whole act, as one is kept that a rule marked. @param {number} n */
function aDocument(n) {
  const { id, kind, text, publishedAt, ...aim } = inventedAct(n, { accounts: ACCOUNTS });
  return {
    _id: core.activityId({ platform: 'bluesky' }, { externalId: id, kind, text }),
    ...{ accountId: 'x'.repeat(24), platform: 'bluesky', source: 'import' },
    ...{ collectedAt: new Date(), kind, externalId: id, text, publishedAt: new Date(publishedAt) },
    ...('target' in aim ? { target: aim.target } : {}),
  };
}

/** As many acts with the same promise into a collection without further indexes, and nothing else. @param {number} first */
async function mongodbInserts(first) {
  const client = await mongo.MongoClient.connect(site.services.mongodbUri, {
    writeConcern: { w: 'majority', j: true },
  });
  const collection = client.db('bench').collection('activities');
  const documents = Array.from({ length: ACTS }, (_, n) => aDocument(first + n));
  const ms = await timed(async () => {
    for (let i = 0; i < ACTS; i += STEP) {
      await collection.insertMany(/** @type {any[]} */ (documents.slice(i, i + STEP)), { ordered: false });
    }
  });
  await client.db('bench').dropDatabase();
  await client.close();
  return rate(ACTS, ms);
}

/** @param {number} first As many acts are in already. */
async function pipeline(first) {
  const path = await writeFileFrom(first);
  const { mongodb, redis } = site.services;
  const usedMs = () => ({
    import: cpuMsOf(process.pid),
    mongodb: cpuMsOf(mongodb?.pid),
    redis: cpuMsOf(redis?.pid),
  });
  const usedBefore = usedMs();
  const ms = await timed(() =>
    importActivities(site.importDeps, readImportFile(path, { clock: core.clock }), { actor: 'system:bench' }),
  );
  const after = usedMs();
  const cpuMicrosecondsPerAct = Object.fromEntries(
    Object.entries(after).map(([who, used]) => [
      who,
      Math.round(((used - usedBefore[/** @type {keyof typeof usedBefore} */ (who)]) * 1000) / ACTS),
    ]),
  );
  const [acts, flags] = await Promise.all([
    core.storage.activities.countActs(),
    core.storage.flags.countFlagsByState(),
  ]);
  if (acts.marked + acts.unmarked !== first + ACTS || acts.marked === 0 || flags.sealing !== acts.marked) {
    throw new Error(`not all was judged: ${JSON.stringify({ acts, flags })}`);
  }
  return { actsPerSecond: rate(ACTS, ms), flags: flags.sealing, cpuMicrosecondsPerAct };
}

/** @param {number} first */
async function bothFrom(first) {
  const mongodbInsertsPerSecond = await mongodbInserts(first);
  const ours = await pipeline(first);
  const ratioToMongodbInserts = Number((ours.actsPerSecond / mongodbInsertsPerSecond).toFixed(3));
  return { mongodbInsertsPerSecond, ...ours, ratioToMongodbInserts };
}

const justStarted = await bothFrom(0);
const running = await bothFrom(ACTS);
await site.close();

console.log(
  JSON.stringify({
    acts: ACTS,
    accounts: ACCOUNTS,
    load: [loadBefore, load()],
    justStarted,
    running,
    bar: { actsPerSecond: 1_000, peersActsPerSecond: 2_000 },
  }),
);
