import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sideOf } from '../../../rules/engine/act-signs.js';
import { marksChanged } from '../../../study/weigh/changes.js';
import { changesOf, weigh } from '../../../study/weigh/weigh.js';
import { WEIGH } from '../../../words/cli/weigh.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';
import { readDecisions } from './read-decisions.js';
import { readExamples } from './read-examples.js';
import { cardText, weighingLines } from './weighing-text.js';

const say = sayIn('id');

/** Signs that stand for a file of the rule set. */
const OF_FILES = /^(rule|frame|clearing)\./;

export interface WeighCommandOptions {
  readonly rulesDir: string;
  readonly dirs: readonly string[];
  readonly precision: number;
  /** What an installation decided, as signs. */
  readonly decisions?: string | undefined;
  readonly write: boolean;
  readonly json: boolean;
  readonly output: (text: string) => void;
}

/** `netra rules weigh`: fits the scorecard and says what would change; only `--write` changes the file. */
export async function runRulesWeigh(options: WeighCommandOptions): Promise<number> {
  const { rulesDir, dirs, precision, write, json, output } = options;
  const { examples, present, lists, ruleset, stances, named } = await readExamples(rulesDir, dirs);
  const decisions = options.decisions === undefined ? undefined : await readDecisions(options.decisions, ruleset);
  const all = [...examples, ...(decisions?.examples ?? [])];
  // Decisions may know rules that this set does not have: those have no points to give.
  const sideIn = (sign: string) => (OF_FILES.test(sign) && !named.has(sign) ? undefined : sideOf(sign, lists));
  const weighing = weigh(all, {
    sideOf: sideIn,
    stanceOf: (sign) => stances.get(sign),
    present,
    precision,
  });
  const changes = changesOf(present, weighing.card);
  const marks = marksChanged(all, present, weighing.card);
  const unknown = [...new Set(all.flatMap(({ signs }) => signs))].filter((sign) => sideIn(sign) === undefined);
  const told = { weighing, changes, marks, decisions, unknown: unknown.sort() };
  // What would change is said before anything does.
  output(json ? `${toJson({ ...weighing, changes, marks })}\n` : `${weighingLines(told).join('\n')}\n`);
  if (write) await writeFile(join(rulesDir, 'scorecard.yaml'), cardText(weighing.card));
  if (!json) output(`${say(write ? WEIGH.written : WEIGH.notWritten)}\n`);
  return EXIT.ok;
}
