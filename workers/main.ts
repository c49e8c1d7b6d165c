import { parseArgs } from 'node:util';
import { untilStopped } from '../src/cli/until-stopped.js';
import { readConfig } from '../src/config/read-config.js';
import { openInstallation } from '../src/installation.js';
import { createLogger } from '../src/log.js';
import { startServices } from '../src/services/start-services.js';

/**
 * A process of workers: `node dist/workers/main.js [--queues screen,capture-evidence]`. Runs until SIGTERM or SIGINT,
 * then finishes what it holds. Killed instead, another one takes over after the lock runs out.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { queues: { type: 'string' } } });
  const { config, secrets } = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const services = await startServices({ dataDir: config.dataDir, env: process.env, log: (line) => log.info(line) });
  const installation = await openInstallation({ config, secrets, ...services, clock: () => new Date(), log });
  await installation.startWorkers({ queues: values.queues });
  process.stdout.write('siap\n');
  await untilStopped();
  await installation.close();
  await services.stop();
}

await main();
