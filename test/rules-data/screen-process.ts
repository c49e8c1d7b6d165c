import { openInstallation } from '../../src/app/installation.js';
import { createLogger } from '../../src/app/log.js';
import { readConfig } from '../../src/config/read-config.js';

// A worker process as workers/main.ts makes one, with a database and queue of its own on the run's shared servers.
const { config, secrets } = readConfig(process.env);
const { MONGODB_URI, REDIS_URL, TEST_DATABASE, TEST_QUEUE_PREFIX } = process.env as Record<string, string>;
const installation = await openInstallation({
  ...{ config, secrets, clock: () => new Date(), log: createLogger(config.logLevel) },
  ...{ mongodbUri: MONGODB_URI!, redisUrl: REDIS_URL! },
  ...{ databaseName: TEST_DATABASE!, queuePrefix: TEST_QUEUE_PREFIX! },
});
await installation.startWorkers({ queues: 'screen' });
process.stdout.write('siap\n');
process.once('SIGTERM', () => void installation.close().then(() => process.exit(0)));
