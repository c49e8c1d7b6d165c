import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig } from '../../../config/read-config.js';
import { isDay } from '../../../domain/days.js';
import { PermanentError } from '../../../domain/errors.js';
import { instantOf, timeZoneOf } from '../../../domain/region.js';
import { readLines } from '../../../intake/files/read-lines.js';
import { type LoadedSet, loadSet } from '../../../rules/load-set.js';
import { type BacktestAct, type BacktestReport, backtest } from '../../../study/backtest.js';
import { readKeptActs } from '../../../study/backtest-acts.js';
import { PROGRESS } from '../../../words/cli/running.js';
import { BACKTEST_INPUT } from '../../../words/cli/study.js';
import { say, sayError } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson, writeOut } from '../../print.js';
import { createProgress } from '../../progress.js';
import { parseScreenLine } from '../../screen/screen-line.js';
import { withCore } from '../../with-core.js';
import type { BacktestAnswer, StatusChange } from './backtest-answer.js';
import { backtestText } from './backtest-text.js';

export interface BacktestOptions {
  /** The proposed folder. */
  readonly rules: string;
  /** The folder it is compared with; the one in force by default. */
  readonly against?: string;
  /** For both sets; by default each folder's own, else those in force. */
  readonly elections?: string;
  /** First local day (WIB) of the acts. */
  readonly since?: string;
  /** Acts in the screen format, judged beside the stored ones. */
  readonly corpus?: string;
  /** `false`: the corpus alone; then no service is needed. */
  readonly stored: boolean;
  readonly json?: boolean;
}

/** `netra rules backtest`: exit 2 where lines of the corpus could not be read; the rest is judged all the same. */
export async function runRulesBacktest(options: BacktestOptions): Promise<number> {
  if (!options.stored && options.corpus === undefined) {
    throw new PermanentError(...sayError(BACKTEST_INPUT.nothing, 'id'));
  }
  const since = options.since === undefined ? undefined : startOf(options.since);
  const loaded = await loadSets(options);
  const sets = { old: loaded.old.screener, new: loaded.new.screener };
  const corpus = options.corpus === undefined ? undefined : await testCorpus(sets, options.corpus);
  const stored = options.stored ? await testStored(sets, since) : undefined;
  const answer: BacktestAnswer = {
    statusChanges: statusChangesOf(loaded),
    stored: stored && { ...stored, since: options.since },
    corpus,
  };
  writeOut(options.json ? `${toJson(answer)}\n` : backtestText(answer));
  return (corpus?.badLines ?? 0) > 0 ? EXIT.badInput : EXIT.ok;
}

interface Both<T> {
  readonly old: T;
  readonly new: T;
}
type Sets = Both<LoadedSet['screener']>;

async function loadSets({ rules, against, elections }: BacktestOptions): Promise<Both<LoadedSet>> {
  const { config } = readConfig(process.env);
  const oldDir = against ?? config.rulesDir;
  const cacheDir = join(config.dataDir, 'cache');
  const own = (dir: string) => (existsSync(join(dir, 'elections')) ? join(dir, 'elections') : undefined);
  const inForce = against === undefined ? config.electionsDir : join(against, 'elections');
  const folders = (dir: string, ownElections: string | undefined) => ({
    rulesDir: dir,
    electionsDir: elections ?? ownElections ?? inForce,
    cacheDir,
  });
  return { old: await loadSet(folders(oldDir, inForce)), new: await loadSet(folders(rules, own(rules))) };
}

/** By id; new and removed rules count as changes. */
function statusChangesOf({ old, new: proposed }: Both<LoadedSet>): StatusChange[] {
  const statusesOf = ({ ruleSet }: LoadedSet) =>
    new Map(ruleSet.rules.map(({ written }) => [written.id, written.status]));
  const [before, after] = [statusesOf(old), statusesOf(proposed)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((rule) => ({ rule, before: before.get(rule), after: after.get(rule) }))
    .filter((change) => change.before !== change.after);
}

async function testStored(sets: Sets, since: Date | undefined) {
  let answer: (BacktestReport & { contentGone: number }) | undefined;
  await withCore(async ({ storage }) => {
    const skips = { contentGone: 0 };
    const progress = createProgress(say(PROGRESS.acts, 'id'));
    const acts = readKeptActs(storage, { since, skips });
    const report = await backtest(sets, acts, progress.set);
    progress.stop();
    answer = { ...report, ...skips };
    return EXIT.ok;
  });
  return answer!;
}

async function testCorpus(sets: Sets, file: string): Promise<BacktestReport & { badLines: number }> {
  const bad = { badLines: 0 };
  const progress = createProgress(say(PROGRESS.lines, 'id'));
  const report = await backtest(sets, readCorpus(file, bad), progress.set);
  progress.stop();
  return { ...report, ...bad };
}

/** The screen format, one chunk of lines in memory; bad lines are counted and left out. */
export async function* readCorpus(file: string, bad: { badLines: number }): AsyncGenerator<BacktestAct[]> {
  for await (const lines of readLines(createReadStream(file, { highWaterMark: 256 * 1024 }))) {
    const acts: BacktestAct[] = [];
    for (const line of lines) {
      if ('text' in line && line.text.trim() === '') continue;
      const read = 'text' in line ? parseScreenLine(line.text) : undefined;
      if (read?.ok) acts.push({ input: read.input });
      else bad.badLines += 1;
    }
    yield acts;
  }
}

function startOf(day: string): Date {
  if (isDay(day)) return instantOf(day, 0, timeZoneOf('ID'));
  throw new PermanentError(...sayError(BACKTEST_INPUT.noDay, 'id', { day }));
}
