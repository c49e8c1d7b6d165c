// A collect worker in a process of its own, as workers/ makes one, but with an invented platform behind it: each
// account there has `ACTS` acts. Where `HANGS` is set nothing more comes after them until the process is killed.
import { inventedAct } from '../support/invented-acts.mjs';

/** @param {string} file */
const ours = (file) => import(new URL(`../../dist/${file}`, import.meta.url).href);
const { openJudging } = await ours('src/app/judging.js');
const { startCollecting } = await ours('src/app/start-workers.js');
const { readConfig } = await ours('src/config/read-config.js');
const { createLogger } = await ours('src/app/log.js');

const { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl, ACTS, HANGS, PLANTED } = process.env;
const { config, secrets } = readConfig(process.env);
const log = createLogger(config.logLevel);
const { core, takeIn } = await openJudging({ config, secrets, mongodbUri, redisUrl, clock: () => new Date(), log });

const collector = {
  platform: 'web',
  rateLimits: 'account',
  /** @param {{ handle: string }} target */
  async *collect({ handle }) {
    for (let n = 0; n < Number(ACTS); n += 1) {
      const options = { accounts: 1, series: handle, isPlanted: Boolean(PLANTED) };
      const { id: externalId, publishedAt, kind, text } = inventedAct(n, options);
      yield { type: 'seen', activity: { kind, externalId, text, publishedAt: new Date(publishedAt) } };
    }
    if (HANGS) await new Promise(() => {});
    for (const signal of ['posts', 'shares', 'likes', 'comments', 'follows']) yield { type: 'signal_read', signal };
    yield { type: 'cursor', cursor: 'sampai-akhir' };
  },
};
const collect = new Map([['web', core.queues.collect.get('web')]]);
const pictures = () => ({ look: async () => 'picture_off', limits: {}, isInStage: () => false, clock: core.clock });
const parts = { takeIn, collectorFor: () => collector, pictures };
const workers = startCollecting({ ...core, queues: { ...core.queues, collect } }, parts);
process.once('SIGTERM', async () => {
  await Promise.all(workers.map((/** @type {{ close(): Promise<void> }} */ worker) => worker.close()));
  process.exit(0);
});
