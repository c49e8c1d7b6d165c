import type { BacktestReport, Comparison } from '../../../study/backtest.js';
import { BACKTEST, COLUMNS, RATES } from '../../../words/cli/study.js';
import { sayIn } from '../../../words/say.js';
import { rateText, textTable } from '../../text-table.js';
import type { BacktestAnswer, StatusChange } from './backtest-answer.js';

const say = sayIn('id');
const VERDICTS = say(RATES.verdicts);

export function backtestText({ statusChanges, stored, corpus }: BacktestAnswer): string {
  const any = stored ?? corpus;
  const head = any
    ? [
        say(BACKTEST.setBefore, { ruleset: any.old.ruleset }),
        say(BACKTEST.setAfter, { ruleset: any.new.ruleset }),
        ...electionLines(any),
        ...statusChanges.map(statusLine),
      ]
    : [];
  const parts = [
    ...(stored ? [storedLine(stored), say(BACKTEST.keptOnly), ...reportLines(stored)] : []),
    ...(corpus ? [say(BACKTEST.file, { acts: corpus.acts, bad: corpus.badLines }), ...reportLines(corpus)] : []),
  ];
  return `${[...head, '', ...parts].join('\n')}\n`;
}

function storedLine({ since, acts, contentGone: gone }: NonNullable<BacktestAnswer['stored']>): string {
  return since ? say(BACKTEST.storedSince, { since, acts, gone }) : say(BACKTEST.stored, { acts, gone });
}

function statusLine({ rule, before, after }: StatusChange): string {
  return say(BACKTEST.status, {
    rule,
    before: before ?? say(BACKTEST.noRule),
    after: after ?? say(BACKTEST.deleted),
    meaning: after === 'shadow' ? say(BACKTEST.toShadow) : '',
  });
}

function shadowLines({ shadow }: BacktestReport): string[] {
  const rows = Object.entries(shadow);
  if (rows.length === 0) return [];
  const table = textTable([
    [say(COLUMNS.shadow), say(COLUMNS.wouldFire), say(COLUMNS.alsoFlagged)],
    ...rows.map(([rule, { acts, alsoMarked }]) => [rule, String(acts), String(alsoMarked)]),
  ]);
  return [table, ''];
}

function electionLines({ old, new: proposed }: BacktestReport): string[] {
  if (old.elections === proposed.elections) return [];
  return [say(BACKTEST.otherElections)];
}

function reportLines(report: BacktestReport): string[] {
  const { total, changedMarks, examples } = report;
  const flags = { before: total.old.marks, after: total.new.marks, added: total.newMarks, lost: total.lostMarks };
  const precision = {
    before: rateText(total.old.precision, VERDICTS),
    after: rateText(total.new.precision, VERDICTS),
  };
  return [
    say(BACKTEST.flags, { ...flags, changed: changedMarks }),
    say(BACKTEST.precision, precision),
    '',
    comparisons(say(COLUMNS.rule), report.byRule),
    '',
    comparisons(say(COLUMNS.tickets), report.byTicket),
    '',
    ...shadowLines(report),
    ...idLines(say(BACKTEST.newFlags), examples.newMarks),
    ...idLines(say(BACKTEST.lostFlags), examples.lostMarks),
    ...idLines(say(BACKTEST.lostConfirmed), examples.lostConfirmed),
  ];
}

function comparisons(name: string, all: Readonly<Record<string, Comparison>>): string {
  return textTable([
    [name, say(COLUMNS.old), say(COLUMNS.new), '+', '-', say(COLUMNS.oldPrecision), say(COLUMNS.newPrecision)],
    ...Object.entries(all).map(([key, own]) => [
      key,
      String(own.old.marks),
      String(own.new.marks),
      String(own.newMarks),
      String(own.lostMarks),
      rateText(own.old.precision, VERDICTS),
      rateText(own.new.precision, VERDICTS),
    ]),
  ]);
}

function idLines(name: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`  ${name}: ${ids.join(' ')}`];
}
