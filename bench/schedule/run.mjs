// Queues a visit to every one of 100,000 accounts that are due, beside BullMQ's own bulk rate in the same run. Run after
// a build: node bench/schedule/run.mjs [ACCOUNTS]. Prints one JSON object. What it means: ../README.md.
import { Queue } from 'bullmq';
import { load, openSite, rate, timed } from '../open-site.mjs';

const ACCOUNTS = Number(process.argv[2] ?? 100_000);
/** Jobs that a tick adds at a time. */
const STEP = 1_000;

const loadBefore = load();
const site = await openSite();
const { core } = site;
await site.register(ACCOUNTS);
const queue = core.queues.collect.get('bluesky');

async function bullmqAdds() {
  const name = 'bare';
  const bare = new Queue(name, { connection: { url: site.services.redisUrl } });
  const ms = await timed(async () => {
    for (let n = 0; n < ACCOUNTS; n += STEP) {
      await bare.addBulk(
        Array.from({ length: STEP }, (_, i) => {
          const accountId = String(n + i).padStart(24, 'x');
          return { name, data: { accountId }, opts: { jobId: accountId } };
        }),
      );
    }
  });
  await bare.obliterate();
  await bare.close();
  return rate(ACCOUNTS, ms);
}

let ticks = 0;
/** One tick may hand out less than all of it. */
async function queueAll() {
  for (let before = -1; ; ) {
    const waiting = await queue.countUnfinished();
    if (waiting === ACCOUNTS) return;
    if (waiting === before) throw new Error(`a tick added nothing to the ${waiting} visits that wait`);
    before = waiting;
    ticks += 1;
    await core.enqueueDueVisits();
  }
}

const bullmqAddsPerSecond = await bullmqAdds();
const ms = await timed(queueAll);
const repeatMs = await timed(() => core.enqueueDueVisits());
await site.close();

console.log(
  JSON.stringify({
    accounts: ACCOUNTS,
    load: [loadBefore, load()],
    bullmqAddsPerSecond,
    schedule: {
      ms: Math.round(ms),
      ticks,
      accountsPerSecond: rate(ACCOUNTS, ms),
      repeatedTickMs: Math.round(repeatMs),
    },
    ratioToBullmq: Number((rate(ACCOUNTS, ms) / bullmqAddsPerSecond).toFixed(3)),
    bar: { ms: 5_000 },
  }),
);
