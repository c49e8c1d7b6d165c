// Reports at the public door: so many a second for a minute, each from a place of its own, one in ten sent twice, while acts are
// imported beside it; then as many as go through. The floor: bare inserts of as large a document, with the same promise. Run
// after a build: node bench/report/run.mjs [SECONDS] [RATE]. Prints one JSON object. What it means: ../README.md.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Agent, request } from 'node:http';
import { join, resolve } from 'node:path';
import { mongo } from 'mongoose';
import { inventedAct } from '../../test/support/invented-acts.mjs';
import { load, openSite, ours, rate } from '../open-site.mjs';

const { readImportFile } = await ours('src/intake/acts/read-import-file.js');
const { importActivities } = await ours('src/steps/import-activities.js');

const SECONDS = Number(process.argv[2] ?? 60);
const RATE = Number(process.argv[3] ?? 200);
const AT_ONCE = 64;
const STORY = 'Contoh karangan: pejabat contoh mengajak memilih pasangan contoh. '.repeat(12);

const loadBefore = load();
const site = await openSite();
await site.register(1_000);
const console_ = spawn(process.execPath, [resolve('bin/netra.js'), 'up', '--console-only', '--json'], {
  env: { ...site.env, NETRA_CONSOLE_PORT: '0', NETRA_TRUSTED_PROXIES: '1' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [first] = await once(console_.stdout, 'data');
const { port } = new URL(JSON.parse(String(first)).console);
const agent = new Agent({ keepAlive: true, maxSockets: 512 });
const client = await mongo.MongoClient.connect(site.services.mongodbUri, { writeConcern: { w: 'majority', j: true } });
const reports = client.db().collection('reports');

let sent = 0;
/** @type {Map<number, number>} */
const statuses = new Map();
/** @type {number[]} */
const latencies = [];
/** @type {Set<string>} */
const receipts = new Set();

/** @param {string} [submission] @returns {Promise<void>} */
function send(submission = randomBytes(16).toString('base64url')) {
  sent += 1;
  const place = `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`;
  const body = JSON.stringify({ story: `${STORY}${sent}`, name: `Nama Contoh ${sent}`, submission });
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-forwarded-for': place,
  };
  const start = performance.now();
  return new Promise((done) => {
    const call = request({ port, agent, method: 'POST', path: '/api/reports', headers }, async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      latencies.push(performance.now() - start);
      const status = answer.statusCode ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status < 300) receipts.add(JSON.parse(text).receipt);
      done();
    });
    call.on('error', () => {
      statuses.set(0, (statuses.get(0) ?? 0) + 1);
      done();
    });
    call.end(body);
  });
}

/** Sent at their time, however long answers take: a slow server is not spared. */
async function paced() {
  /** @type {Promise<void>[]} */
  const under = [];
  const start = performance.now();
  for (let n = 0; n < SECONDS * RATE; n += 1) {
    const wait = start + (n * 1_000) / RATE - performance.now();
    if (wait > 1) await new Promise((next) => setTimeout(next, wait));
    const submission = randomBytes(16).toString('base64url');
    under.push(send(submission));
    if (n % 10 === 0) under.push(send(submission));
  }
  await Promise.all(under);
  return SECONDS * RATE;
}

/** @param {(n: number) => Promise<unknown>} one @param {number} ms */
async function asManyAsGo(one, ms) {
  const end = performance.now() + ms;
  let count = 0;
  const lane = async () => {
    while (performance.now() < end) {
      count += 1;
      await one(count);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return rate(count, performance.now() - start);
}

/** Imports beside it until told to stop. @param {() => boolean} isOver */
async function keepBusy(isOver) {
  let acts = 0;
  while (!isOver()) {
    const path = join(site.folder, `busy-${acts}.ndjson`);
    const file = createWriteStream(path);
    for (let n = acts; n < acts + 2_000; n += 1) file.write(`${JSON.stringify(inventedAct(n, { accounts: 1_000 }))}\n`);
    await new Promise((done) => file.end(() => done(undefined)));
    await importActivities(site.importDeps, readImportFile(path, { clock: site.core.clock }), {
      actor: 'system:bench',
    });
    acts += 2_000;
  }
  return acts;
}

/** @param {number[]} sorted @param {number} share */
const at = (sorted, share) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);

let isOver = false;
const busy = keepBusy(() => isOver);
const start = performance.now();
const distinct = await paced();
const pacedSeconds = (performance.now() - start) / 1_000;
isOver = true;
const actsBeside = await busy;
const sorted = latencies.toSorted((a, b) => a - b);
const pacedAnswers = Object.fromEntries(statuses);
const stored = await reports.countDocuments();
const twice = stored - (await reports.distinct('receiptKey')).length;
const result = {
  seconds: Number(pacedSeconds.toFixed(1)),
  askedPerSecond: RATE,
  distinct,
  sentTwice: sent - distinct,
  answers: pacedAnswers,
  stored,
  lost: receipts.size - stored,
  untaken: distinct - receipts.size,
  twice,
  latencyMs: { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99), most: at(sorted, 1) },
  actsImportedBeside: actsBeside,
};
const document = await reports.findOne();
const reportsPerSecond = await asManyAsGo(() => send(), 8_000);
const floor = client.db('bench').collection('floor');
const insertsPerSecond = await asManyAsGo(
  async (n) => floor.insertOne({ ...document, _id: /** @type {any} */ (`f${n}`) }),
  8_000,
);
console_.kill('SIGTERM');
await once(console_, 'exit');
await client.close();
await site.close();

console.log(
  JSON.stringify({
    ...result,
    reportsPerSecond,
    insertsPerSecond,
    ratioToInserts: Number((reportsPerSecond / insertsPerSecond).toFixed(3)),
    load: [loadBefore, load()],
  }),
);
