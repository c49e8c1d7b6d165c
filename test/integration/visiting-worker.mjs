// A collect worker in a process of its own, as `workers/main.ts` makes one, but with an invented platform behind it:
// it gives `ACTS` acts and then, where `HANGS` is set, nothing more until the process is killed.
/** @param {string} file */
const ours = (file) => import(new URL(`../../dist/${file}`, import.meta.url).href);
const { openCore } = await ours('src/app/core.js');
const { readConfig } = await ours('src/config/read-config.js');
const { createLogger } = await ours('src/app/log.js');
const { runCollectWorker } = await ours('workers/collect.worker.js');

const { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl, ACTS, HANGS } = process.env;
const { config, secrets } = readConfig(process.env);
const core = await openCore({
  config,
  secrets,
  mongodbUri,
  redisUrl,
  clock: () => new Date(),
  log: createLogger('silent'),
});

const collector = {
  platform: 'web',
  async *collect() {
    for (let n = 0; n < Number(ACTS); n += 1) {
      const publishedAt = new Date('2026-02-10T03:00:00Z');
      yield {
        type: 'seen',
        activity: { kind: 'post', externalId: `kunjungan-${n}`, text: `contoh ${n}`, publishedAt },
      };
    }
    if (HANGS) await new Promise(() => {});
    for (const signal of ['posts', 'shares', 'likes', 'comments', 'follows']) yield { type: 'signal_read', signal };
    yield { type: 'cursor', cursor: 'sampai-akhir' };
  },
};
const { lockMs } = config.workers;
runCollectWorker({
  queue: core.queues.collect.get('web'),
  deps: { ...core.storage, ...core, collectorFor: () => collector, visitEveryMs: 3_600_000 },
  concurrency: 1,
  timing: { lockMs, stalledEveryMs: lockMs / 2 },
});
