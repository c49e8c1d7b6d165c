import { readConfig } from '../config/read-config.js';
import { openInstallation } from '../installation.js';
import { createLogger } from '../log.js';
import { visitNow, whenDrained } from '../round.js';
import { startServices } from '../services/start-services.js';
import { EXIT } from './exit.js';

/** `netra collect`: visits every account (or one) now, judges what is new, seals evidence, then ends. */
export async function runCollect(options: { accountId?: string | undefined; json: boolean }): Promise<number> {
  const { config, secrets } = readConfig(process.env);
  const log = createLogger(config.logLevel);
  const services = await startServices({ dataDir: config.dataDir, env: process.env, log: (line) => log.info(line) });
  try {
    const installation = await openInstallation({ config, secrets, ...services, clock: () => new Date(), log });
    const { core } = installation;
    try {
      await installation.startWorkers({ queues: 'collect,screen,capture-evidence' });
      const visits = await visitNow(core, options.accountId);
      await whenDrained(core, (left) => log.info(left, 'menunggu'));
      const flags = await core.storage.flags.countByState();
      const report = { visits, open: flags.open, decided: flags.decided };
      process.stdout.write(
        options.json
          ? `${JSON.stringify(report)}\n`
          : `${visits} akun dikunjungi; ${flags.open} tanda menunggu keputusan.\n`,
      );
      return EXIT.ok;
    } finally {
      await installation.close();
    }
  } finally {
    await services.stop();
  }
}
