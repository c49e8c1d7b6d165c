import { parseArgs } from 'node:util';
import { untilStopped } from '../src/cli/until-stopped.js';
import { withInstallation } from '../src/cli/with-installation.js';

/**
 * A process of workers: `node dist/workers/main.js [--queues screen,capture-evidence]`. Runs until SIGTERM or SIGINT,
 * then finishes what it holds. Killed instead, another one takes over after the lock runs out.
 */
const { values } = parseArgs({ options: { queues: { type: 'string' } } });
await withInstallation(async (installation) => {
  await installation.startWorkers({ queues: values.queues });
  process.stdout.write('siap\n');
  await untilStopped();
});
