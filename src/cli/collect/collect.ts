import { countCoverageToday, listHeld, type TodaysCoverage, visitNow, whenDrained } from '../../app/round.js';
import { REASONS } from '../../mail/messages.js';
import { EXIT } from '../exit.js';
import { withInstallation } from '../with-installation.js';

/** `netra collect`: visits every account (or one) now, judges what is new, seals evidence, then ends. */
export async function runCollect(options: { accountId?: string | undefined; json: boolean }): Promise<number> {
  return withInstallation(async (installation) => {
    const { core } = installation;
    await installation.startWorkers({ queues: 'collect,screen,capture-evidence' });
    const visits = await visitNow(core, options.accountId);
    await whenDrained(core, (left) => core.log.info(left, 'menunggu'));
    const [flags, coverage, held] = await Promise.all([
      core.storage.flags.countFlagsByState(),
      countCoverageToday(core),
      listHeld(core),
    ]);
    const report = { visits, open: flags.open, decided: flags.decided, coverage, held };
    process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : toText(report));
    return EXIT.ok;
  });
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
