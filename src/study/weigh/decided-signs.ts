import { countsFor } from '../../domain/verdict.js';
import type { RuleScreener } from '../../rules/engine/screener.js';
import { type KeptActsDeps, type KeptActsSkips, readKeptActs } from '../backtest-acts.js';
import { type DecidedSigns, type Shared, shareSigns } from './share-signs.js';

export interface SignsReport extends Shared {
  readonly skipped: Shared['skipped'] & {
    /** Its content is not kept any more. */
    readonly contentGone: number;
    /** No verdict yet, or a question. */
    readonly undecided: number;
    /** The rules in force would not speak of it. */
    readonly noRule: number;
  };
}

/**
 * What this installation decided, as signs that the rules in force find: read again from the kept acts, since a mark
 * keeps only the signs that had points then. Changes nothing.
 */
export async function readDecidedSigns(deps: KeptActsDeps, screener: RuleScreener): Promise<SignsReport> {
  const skips: KeptActsSkips = { contentGone: 0 };
  const counts = { undecided: 0, noRule: 0 };
  const decided: DecidedSigns[] = [];
  for await (const acts of readKeptActs(deps, { skips })) {
    for (const { input, verdict } of acts) {
      const label = countsFor(verdict);
      const signs = label === undefined ? [] : signsIn(screener, input);
      if (label === undefined) counts.undecided += 1;
      else if (signs.length === 0) counts.noRule += 1;
      else decided.push({ accountId: input.account.id, label, signs });
    }
  }
  const shared = shareSigns(decided, screener.ruleset);
  return { ...shared, skipped: { ...shared.skipped, ...skips, ...counts } };
}

function signsIn(screener: RuleScreener, input: Parameters<RuleScreener['signsOf']>[0]): string[] {
  return [...new Set(screener.signsOf(input).flatMap((signs) => signs.map(({ name }) => name)))];
}
