import { type Core, openCore } from '../compose.js';
import { readConfig } from '../config/read-config.js';
import { createLogger } from '../log.js';
import { startServices } from '../services/start-services.js';
import { runDoctor } from './doctor.js';

/** Opens services and storage for one command and closes both, whatever happens in between. */
export async function withCore(use: (core: Core) => Promise<number>): Promise<number> {
  const { config, secrets } = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const services = await startServices({ dataDir: config.dataDir, env: process.env, log: (line) => log.info(line) });
  try {
    const core = await openCore({ config, secrets, ...services, clock: () => new Date(), log });
    try {
      return await use(core);
    } finally {
      await core.close();
    }
  } finally {
    await services.stop();
  }
}

export async function doctor({ json }: { json: boolean }): Promise<number> {
  const { config, secrets } = readConfig(process.env);
  return runDoctor({ config, secrets, json, out: (line) => process.stdout.write(`${line}\n`) });
}
