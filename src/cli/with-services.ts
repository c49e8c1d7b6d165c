import type { CoreOptions } from '../app/core.js';
import { createLogger } from '../app/log.js';
import { readConfig } from '../config/read-config.js';
import { startServices } from '../services/start-services.js';

/** What a command opens for itself on the services; `close` waits for what runs. */
interface Closable {
  close(): Promise<void>;
}

/** Starts services, opens one thing on them for one command and closes both, whatever happens in between. */
export async function withServices<T extends Closable, R>(
  open: (options: CoreOptions) => Promise<T>,
  use: (opened: T) => Promise<R>,
): Promise<R> {
  const { config, secrets } = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const services = await startServices({ dataDir: config.dataDir, env: process.env, log: (line) => log.info(line) });
  try {
    const opened = await open({ config, secrets, ...services, clock: () => new Date(), log });
    try {
      return await use(opened);
    } finally {
      await opened.close();
    }
  } finally {
    await services.stop();
  }
}
