import { readConfig } from '../config/read-config.js';
import { type Installation, openInstallation } from '../installation.js';
import { createLogger } from '../log.js';
import { startServices } from '../services/start-services.js';

/** Opens services and a whole installation for one command and closes both, whatever happens in between. */
export async function withInstallation<T>(use: (installation: Installation) => Promise<T>): Promise<T> {
  const { config, secrets } = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const services = await startServices({ dataDir: config.dataDir, env: process.env, log: (line) => log.info(line) });
  try {
    const installation = await openInstallation({ config, secrets, ...services, clock: () => new Date(), log });
    try {
      return await use(installation);
    } finally {
      await installation.close();
    }
  } finally {
    await services.stop();
  }
}
