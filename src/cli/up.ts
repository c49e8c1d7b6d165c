import { readConfig } from '../config/read-config.js';
import { openInstallation } from '../installation.js';
import { createLogger } from '../log.js';
import { startServices } from '../services/start-services.js';
import { EXIT } from './exit.js';
import type { UpFlags } from './service-commands.js';
import { untilStopped } from './until-stopped.js';

const DEFAULT_PORT = 8080;

/** `netra up`: services, workers, schedule, console, until it is told to stop. */
export async function runUp(options: UpFlags): Promise<number> {
  const { config, secrets } = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const services = await startServices({ dataDir: config.dataDir, env: process.env, log: (line) => log.info(line) });
  try {
    const installation = await openInstallation({ config, secrets, ...services, clock: () => new Date(), log });
    try {
      if (!options.consoleOnly) await installation.startWorkers({ queues: options.queues });
      if (!options.workersOnly) {
        const url = await installation.startConsole({ port: config.console.port ?? DEFAULT_PORT });
        process.stdout.write(options.json ? `${JSON.stringify({ console: url })}\n` : `Konsol: ${url}\n`);
      }
      if (!options.json) process.stdout.write(`Data: ${config.dataDir} · berhenti dengan Ctrl+C\n`);
      await untilStopped();
      return EXIT.ok;
    } finally {
      await installation.close();
    }
  } finally {
    await services.stop();
  }
}
