// BullMQ's own floor: takes jobs of the queue named in QUEUE and does nothing with them.
import { Worker } from 'bullmq';

const { REDIS_URL: url, QUEUE, CONCURRENCY } = process.env;
const worker = new Worker(String(QUEUE), async () => null, {
  connection: { url: String(url), maxRetriesPerRequest: null },
  concurrency: Number(CONCURRENCY),
});
await worker.waitUntilReady();
process.stdout.write('siap\n');
