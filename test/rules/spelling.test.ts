import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseScreenLine } from '../../src/cli/screen/screen-line.js';
import type { ScreenResult } from '../../src/domain/screening.js';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { loadAll } from './screening.js';

// Invented posts for the invented election; one line a spelling.
let screener: RuleScreener;
beforeAll(async () => {
  const { ruleSet, elections } = await loadAll();
  screener = new RuleScreener({ ...ruleSet, elections });
});

interface Answer extends ScreenResult {
  readonly text: string;
}

function screen(name: string): Answer[] {
  const lines = readFileSync(join(import.meta.dirname, 'spelling', `${name}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const read = parseScreenLine(line);
    if (!read.ok) throw new Error(read.error);
    return { ...read.restore(screener.screen(read.input)), text: (JSON.parse(line) as { text: string }).text };
  });
}
const flagged = (answers: readonly Answer[]) => answers.filter((answer) => answer.flagged).map(({ id }) => id);
const silent = (answers: readonly Answer[]) => answers.filter((answer) => !answer.flagged).map(({ id }) => id);

describe('a call to vote', () => {
  it('is found in letters that only look like ours', () => {
    // Upside down a word also runs backwards: a known gap.
    expect(silent(screen('look-alikes'))).toEqual(['upside-down']);
  });

  it('is somebody else’s between quotation marks of any kind, and the author’s without', () => {
    const answers = screen('quotation-marks');
    expect(flagged(answers)).toEqual(['none']);
    expect(answers.length).toBeGreaterThan(30);
  });

  it('is read as its author wrote it where an export escaped it as HTML, and quoted where it stands', () => {
    const answers = screen('entities');
    expect(silent(answers)).toEqual(['quote-plain', 'quote-entity', 'apos']);
    const quotes = answers.flatMap(({ text, matches }) =>
      matches.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end))),
    );
    expect(new Set(quotes)).toEqual(
      new Set([
        ...['pilih', 'coblos', 'Bram & Sekar', 'BramSekar', 'Bramantya Contohadi'],
        ...['&#99;oblos', 'Bram &amp; Sekar'],
      ]),
    );
  });
});
