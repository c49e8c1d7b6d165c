import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readKnownFile, treeOf } from './known-file.js';
import { readYamlFile } from './yaml-file.js';

const anything = z.unknown();
const sources = readdirSync('rules', { recursive: true, withFileTypes: true })
  .filter(({ name }) => name.endsWith('.yaml'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

describe('a file that was read when the program was built', () => {
  it('says to every file of the house what its text says, and where', () => {
    expect(sources.length).toBeGreaterThan(100);
    const some = (n: number) => n % 10 === 0;
    for (const source of sources) {
      const { placeOf: knownPlace, ...known } = readKnownFile('contoh.yaml', source, anything);
      const { placeOf, ...read } = readYamlFile('contoh.yaml', source, anything);
      expect(known).toEqual(read);
      if (some(source.length)) expect(knownPlace([])).toEqual(placeOf([]));
    }
  });

  it('is not asked about what is wrong: faults and their places come from the text', () => {
    const schema = z.strictObject({ tidak: z.string() });
    const source = sources[0]!;
    const told = (file: ReturnType<typeof readYamlFile>) => (file.ok ? [] : file.issues);
    expect(told(readKnownFile('contoh.yaml', source, schema)).length).toBeGreaterThan(0);
    expect(told(readKnownFile('contoh.yaml', source, schema))).toEqual(
      told(readYamlFile('contoh.yaml', source, schema)),
    );
  });

  it('is kept only where JSON can say the same', () => {
    expect(treeOf(Buffer.from('a: [1, dua, true, null]'), anything)?.[1]).toEqual({ a: [1, 'dua', true, null] });
    for (const text of ['a: .inf', 'a: .nan', 'a: [', '']) expect(treeOf(Buffer.from(text), anything)).toBeUndefined();
  });
});
