import { countCoverageToday, listHeld, type TodaysCoverage, visitNow, whenDrained } from '../../app/round.js';
import { COLLECTED } from '../../words/cli/collect.js';
import { HIDDEN_TERMS } from '../../words/coverage-terms.js';
import { sayIn } from '../../words/say.js';
import { termOf } from '../../words/terms.js';
import { EXIT } from '../exit.js';
import { toJson, writeOut } from '../print.js';
import { withInstallation } from '../with-installation.js';

const say = sayIn('id');

/** `netra collect`: visits every account (or one) now, judges what is new, seals evidence, then ends. */
export async function runCollect(options: { accountId?: string | undefined; json: boolean }): Promise<number> {
  return withInstallation(async (installation) => {
    const { core } = installation;
    await installation.startWorkers({ queues: 'collect,capture-evidence' });
    const visits = await visitNow(core, options.accountId);
    await whenDrained(core, (left) => core.log.info(left, 'menunggu'));
    const [flags, coverage, held] = await Promise.all([
      core.storage.flags.countFlagsByState(),
      countCoverageToday(core),
      listHeld(core),
    ]);
    const report = { visits, open: flags.open, decided: flags.decided, coverage, held };
    writeOut(options.json ? `${toJson(report)}\n` : toText(report));
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
  const hidden = Object.entries(reasons).map(([why, count]) => `    ${termOf(HIDDEN_TERMS, why, 'id')}: ${count}`);
  const pauses = held.flatMap(({ platform, ms, visits: waiting }) => [
    say(COLLECTED.pause, { platform, minutes: Math.ceil(ms / 60_000), visits: waiting }),
    say(COLLECTED.afterPause),
  ]);
  return `${[
    say(COLLECTED.visits, { visits, open }),
    say(COLLECTED.signals, { seen, none, hidden: notObservable }),
    ...hidden,
    ...pauses,
  ].join('\n')}\n`;
}
