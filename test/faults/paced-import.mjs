// An import whose file grows while it is read: `RATE` acts a second for `SECONDS`, then its report and how late it was.
import { setTimeout as pause } from 'node:timers/promises';
import { inventedAct } from '../support/invented-acts.mjs';

/** @param {string} file */
const ours = (file) => import(new URL(`../../dist/${file}`, import.meta.url).href);
const { openJudging } = await ours('src/app/judging.js');
const { readConfig } = await ours('src/config/read-config.js');
const { createLogger } = await ours('src/app/log.js');
const { toImportLine } = await ours('src/intake/acts/to-import-line.js');
const { importActivities } = await ours('src/steps/import-activities.js');

const { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl, RATE, SECONDS, ACCOUNTS } = process.env;
const [rate, count] = [Number(RATE), Number(RATE) * Number(SECONDS)];
const { config, secrets } = readConfig(process.env);
const log = createLogger(config.logLevel);
const judging = await openJudging({ config, secrets, mongodbUri, redisUrl, clock: () => new Date(), log });

const startedAt = performance.now();
async function* paced() {
  for (let n = 0; n < count; n += 1) {
    const dueInMs = (n * 1000) / rate - (performance.now() - startedAt);
    if (dueInMs > 0) await pause(dueInMs);
    yield toImportLine(
      { line: n + 1, now: new Date() },
      inventedAct(n, { accounts: Number(ACCOUNTS), series: 'tetap' }),
    );
  }
}
const report = await importActivities(judging.importDeps, paced(), { actor: 'system:test' });
const lateMs = Math.round(performance.now() - startedAt - Number(SECONDS) * 1000);
process.stdout.write(`${JSON.stringify({ ...report, lateMs })}\n`);
await judging.close();
