import type { CoreOptions } from '../app/core.js';
import { createLogger } from '../app/log.js';
import { readConfig } from '../config/read-config.js';
import { withServerAddresses } from '../config/secret-files.js';
import { startServices } from '../services/start-services.js';
import { STARTING_SERVICES } from '../words/cli/services.js';
import { say } from '../words/say.js';
import { sayWhenSlow } from './say-when-slow.js';

/** As long as a person waits without wondering; loading the program counts. */
const PATIENCE_MS = 1_000;

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
  const endNotice = sayStarting();
  try {
    const env = withServerAddresses(process.env, secrets);
    const services = await startServices({ dataDir: config.dataDir, env, log: (line) => log.info(line) });
    try {
      const { mongodbUri, redisUrl } = services;
      const opened = await open({ config, secrets, mongodbUri, redisUrl, clock: () => new Date(), log });
      endNotice();
      try {
        return await use(opened);
      } finally {
        await opened.close();
      }
    } finally {
      await services.stop();
    }
  } finally {
    endNotice();
  }
}

/** Only of servers that are started here; a program that reads JSON is told nothing but JSON. */
function sayStarting(): () => void {
  const { MONGODB_URI, REDIS_URL } = process.env;
  if ((MONGODB_URI && REDIS_URL) || process.argv.includes('--json')) return () => {};
  return sayWhenSlow({ line: say(STARTING_SERVICES, 'id'), afterMs: Math.max(0, PATIENCE_MS - performance.now()) });
}
