import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { inSources } from '../../src/app/source-places.js';

const START = resolve('dist/start');
const SOURCE = 'src/steps/take-in-acts.ts';
/** What is the same in the source and in what is started: a line that nobody else has. */
const WORDS = 'deps.activities.findKnownIds([';

/** Line and column, from 1, of the only place where these words stand. */
function placeOf(words: string, path: string): { line: number; column: number } {
  const lines = readFileSync(path, 'utf8').split('\n');
  const found = lines.flatMap((text, index) => {
    const at = text.indexOf(words);
    return at < 0 ? [] : [{ line: index + 1, column: at + 1 }];
  });
  expect(found).toHaveLength(1);
  return found[0]!;
}

it('tells a failure by its place in the sources, although few files are started', () => {
  const files = readdirSync(START).filter((name) => name.endsWith('.js'));
  const chunk = files.find((name) => readFileSync(resolve(START, name), 'utf8').includes(WORDS))!;
  const path = resolve(START, chunk);
  const started = placeOf(WORDS, path);
  const source = placeOf(WORDS, SOURCE);
  for (const address of [path, pathToFileURL(path).href]) {
    const frame = inSources(`at async takeIn (${address}:${started.line}:${started.column})`);
    expect(frame).toBe(`at async takeIn (${SOURCE}:${source.line}:${source.column})`);
  }
});

it('leaves a place as it is that no map tells of', () => {
  for (const frame of [
    'at node:internal/process/task_queues:95:5',
    `at x (${START}/gone.js:1:1)`,
    `at x (${START}/gone.js:1:1`,
    'at x (/elsewhere/dist/start.js:1:1)',
  ]) {
    expect(inSources(frame)).toBe(frame);
  }
});
