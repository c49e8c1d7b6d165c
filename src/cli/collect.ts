import { readConfig } from '../config/read-config.js';
import { openInstallation } from '../installation.js';
import { createLogger } from '../log.js';
import { REASONS } from '../mail/messages.js';
import { countCoverageToday, listHeld, type TodaysCoverage, visitNow, whenDrained } from '../round.js';
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
      const [flags, coverage, held] = await Promise.all([
        core.storage.flags.countByState(),
        countCoverageToday(core),
        listHeld(core),
      ]);
      const report = { visits, open: flags.open, decided: flags.decided, coverage, held };
      process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : toText(report));
      return EXIT.ok;
    } finally {
      await installation.close();
    }
  } finally {
    await services.stop();
  }
}

interface CollectReport {
  readonly visits: number;
  readonly open: number;
  readonly coverage: TodaysCoverage;
  readonly held: Awaited<ReturnType<typeof listHeld>>;
}

/** What could not be seen stands beside what was: silence is never read as innocence or guilt. */
function toText({ visits, open, coverage, held }: CollectReport): string {
  const { seen, none, notObservable, reasons } = coverage;
  const hidden = Object.entries(reasons).map(([reason, count]) => `    ${wordsOf(reason)}: ${count}`);
  const pauses = held.map(
    ({ platform, ms, visits: waiting }) =>
      `  ${platform}: platform meminta jeda ${Math.ceil(ms / 60_000)} menit; ${waiting} kunjungan menunggu.\n    langkah berikut: jalankan lagi sesudah itu, atau biarkan netra up meneruskannya.`,
  );
  return `${[
    `${visits} akun dikunjungi; ${open} tanda menunggu keputusan.`,
    `  sinyal hari ini: ${seen} terlihat, ${none} tidak ada kegiatan, ${notObservable} tidak dapat diamati`,
    ...hidden,
    ...pauses,
  ].join('\n')}\n`;
}

function wordsOf(reason: string): string {
  return reason in REASONS ? REASONS[reason as keyof typeof REASONS].id : reason;
}
