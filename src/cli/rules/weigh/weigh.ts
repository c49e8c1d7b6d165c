import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sideOf } from '../../../rules/engine/act-signs.js';
import { changesOf, weigh } from '../../../study/weigh/weigh.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';
import { readExamples, readSigns } from './read-examples.js';
import { cardText, weighingLines } from './weighing-text.js';

export interface WeighCommandOptions {
  readonly rulesDir: string;
  readonly dirs: readonly string[];
  readonly precision: number;
  /** File of labelled signs, without texts. */
  readonly signs?: string | undefined;
  readonly write: boolean;
  readonly json: boolean;
  readonly output: (text: string) => void;
}

/** `netra rules weigh`: fits the scorecard and says what would change; only `--write` changes the file. */
export async function runRulesWeigh(options: WeighCommandOptions): Promise<number> {
  const { rulesDir, dirs, precision, signs, write, json, output } = options;
  const { examples, present, lists, stances } = await readExamples(rulesDir, dirs);
  const all = [...examples, ...(signs === undefined ? [] : await readSigns(signs))];
  const weighing = weigh(all, {
    sideOf: (sign) => sideOf(sign, lists),
    stanceOf: (sign) => stances.get(sign),
    present,
    precision,
  });
  const changes = changesOf(present, weighing.card);
  if (write) await writeFile(join(rulesDir, 'scorecard.yaml'), cardText(weighing.card));
  output(json ? `${toJson({ ...weighing, changes })}\n` : `${weighingLines(weighing, changes, write).join('\n')}\n`);
  return EXIT.ok;
}
