import { openJudging } from '../../src/app/judging.js';
import { createLogger } from '../../src/app/log.js';
import { startCollecting } from '../../src/app/start-workers.js';
import { readConfig } from '../../src/config/read-config.js';
import type { Collector } from '../../src/domain/collecting.js';
import { noPictures } from '../support/no-pictures.js';

// A collect worker as workers/ makes one, with a database and queue of its own on the run's shared servers, and an
// invented platform: each visit finds one more act, named by how many there were before.
const { config, secrets } = readConfig(process.env);
const { MONGODB_URI, REDIS_URL, TEST_DATABASE, TEST_QUEUE_PREFIX } = process.env as Record<string, string>;
const judging = await openJudging({
  ...{ config, secrets, clock: () => new Date(), log: createLogger(config.logLevel) },
  ...{ mongodbUri: MONGODB_URI!, redisUrl: REDIS_URL! },
  ...{ databaseName: TEST_DATABASE!, queuePrefix: TEST_QUEUE_PREFIX! },
});
let visits = 0;
const collector: Collector = {
  platform: 'bluesky',
  rateLimits: 'platform',
  async *collect() {
    const externalId = `${TEST_QUEUE_PREFIX}-${visits}`;
    visits += 1;
    const publishedAt = new Date('2026-03-10T03:00:00Z');
    yield { type: 'seen', activity: { kind: 'post', externalId, text: 'Salam #BramSekarMenang', publishedAt } };
  },
};
const { core, takeIn } = judging;
const workers = startCollecting(core, { takeIn, collectorFor: () => collector, pictures: noPictures });
process.stdout.write('siap\n');
process.once('SIGTERM', () => {
  void Promise.all(workers.map((worker) => worker.close()))
    .then(() => judging.close())
    .then(() => process.exit(0));
});
