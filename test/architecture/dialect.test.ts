import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, sourceFiles } from './source-files.js';

/** A spread of an object that may be empty, or of one written out: both hide the shape of what they make. */
const HIDING_SPREAD = /\.\.\.\{|\.\.\.\([^;]*?(?:&&\s*\{|\?\s*\{\s*\}\s*:|:\s*\{\s*\}\s*\))/;

/** Lines that hide a shape without saying that a format asks for it (docs/decisions/0024). */
function hidingSpreads(file: string, source: string): string[] {
  const lines = source.split('\n');
  return lines.flatMap((line, i) => {
    const spread = HIDING_SPREAD.exec(lines.slice(i, i + 3).join('\n'));
    if (!spread || !line.includes('...') || spread.index > line.length) return [];
    return lines.slice(Math.max(0, i - 2), i + 1).some((near) => near.includes('format:')) ? [] : [`${file}:${i + 1}`];
  });
}

describe('one dialect', () => {
  it('writes what is absent as undefined, and every key where it belongs', () => {
    const files = [...sourceFiles('src'), ...sourceFiles('workers'), ...sourceFiles('web/src')];
    expect(files.flatMap((file) => hidingSpreads(file, readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
  });

  it.each([
    'return { id, ...(url === undefined ? {} : { url }) };',
    'return { id, ...(notes && { notes }) };',
    'return { ...{ storage, clock }, close };',
    'return {\n  ...(url === undefined\n    ? {}\n    : { url }),\n};',
  ])('would not pass %s', (source) => expect(hidingSpreads('x.ts', source)).toHaveLength(1));

  it.each([
    'return { ...rest, id };',
    'return [...(isOpen ? ids : [])];',
    '// format: the key counts.\nreturn { id, ...(notes && { notes }) };',
  ])('passes %s', (source) => expect(hidingSpreads('x.ts', source)).toEqual([]));
});
