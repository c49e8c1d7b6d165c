import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** What only an error that is tried again may say, and what only one that is not may say. */
const REPEATED = /(diulang|dicoba lagi|dibaca lagi|diulangi|dikirim lagi) (oleh sistem|sendiri)|(is|be) tried again/i;
const ENDED = /tidak (akan )?(diulang|dicoba lagi)|percuma|never tried again/i;

interface Place {
  readonly error: string;
  readonly text: string;
  readonly file: string;
}

/** The class of errors that a class descends from: ours say by it whether a worker comes back. */
function rootsOf(sources: readonly { text: string }[]): ReadonlyMap<string, 'permanent' | 'retryable'> {
  const parents = new Map<string, string>();
  for (const { text } of sources) {
    for (const [, child, parent] of text.matchAll(/class (\w+) extends (\w+)/g)) parents.set(child!, parent!);
  }
  const rootOf = (name: string): 'permanent' | 'retryable' | undefined => {
    if (name === 'PermanentError') return 'permanent';
    if (name === 'RetryableError') return 'retryable';
    const parent = parents.get(name);
    return parent === undefined ? undefined : rootOf(parent);
  };
  const names = [...parents.keys(), 'PermanentError', 'RetryableError'];
  return new Map(names.flatMap((name) => (rootOf(name) === undefined ? [] : [[name, rootOf(name)!] as const])));
}

/** From an opening bracket to the one that closes it. */
function bracketed(text: string, from: number, [open, close]: readonly [string, string]): string {
  let depth = 0;
  for (let i = text.indexOf(open, from); i < text.length && i >= 0; i += 1) {
    if (text[i] === open) depth += 1;
    if (text[i] === close) depth -= 1;
    if (depth === 0) return text.slice(from, i + 1);
  }
  return '';
}

/** Where an error is worded: in its class, or where it is made; with the constants of the file that it names. */
function placesIn({ file, text }: { file: string; text: string }): Place[] {
  const constants = new Map([...text.matchAll(/const ([A-Z_]+)[^=\n]* =\s*(['"`].*)/g)].map(([, k, v]) => [k!, v!]));
  const spelt = (words: string) => words.replace(/\b[A-Z_]{3,}\b/g, (name) => constants.get(name) ?? name);
  const made = [...text.matchAll(/new (\w+Error|Refusal)\(/g)].map(({ 1: error, index }) => ({
    error: error!,
    file,
    text: spelt(bracketed(text, index, ['(', ')'])),
  }));
  const classes = [...text.matchAll(/class (\w+) extends \w+ /g)].map(({ 1: error, index }) => ({
    error: error!,
    file,
    text: spelt(bracketed(text, index, ['{', '}'])),
  }));
  return [...made, ...classes];
}

function faultsIn(sources: readonly { file: string; text: string }[]): string[] {
  const roots = rootsOf(sources);
  return sources.flatMap(placesIn).flatMap(({ error, text, file }) => {
    const root = roots.get(error);
    const lie = root === 'permanent' ? REPEATED.exec(text) : root === 'retryable' ? ENDED.exec(text) : null;
    return lie === null ? [] : [`${file}: ${error} is ${root}, yet says "${lie[0]}"`];
  });
}

describe('what an error says of the next try', () => {
  const files = ['src', 'workers'].flatMap((dir) =>
    readdirSync(join(ROOT, dir), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join(dir, name)),
  );
  const sources = files.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

  it('is what its class promises', () => {
    expect([...rootsOf(sources).values()]).toEqual(expect.arrayContaining(['permanent', 'retryable']));
    expect(sources.flatMap(placesIn).length).toBeGreaterThan(40);
    expect(faultsIn(sources)).toEqual([]);
  });

  it.each([
    "throw new NotFoundError('x', 'Tidak perlu tindakan: dicoba lagi sendiri.');",
    "const HINT = 'dicoba lagi sendiri';\nthrow new NotFoundError('x', HINT);",
    "class OddError extends NotFoundError {\n  constructor() {\n    super('x', 'Perekaman diulang sendiri.');\n  }\n}",
    "class LostError extends RetryableError {\n  constructor() {\n    super('x', 'Ini tidak diulang.');\n  }\n}",
  ])('would not stand %j', (text) => {
    const known = { file: 'errors.ts', text: 'class NotFoundError extends PermanentError {}' };
    expect(faultsIn([known, { file: 'x.ts', text }])).toHaveLength(1);
  });
});
