import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const READING = new Set(['createReadStream', 'open', 'readFile', 'readdir', 'stat', 'Dirent']);

// What strangers wrote passes through these files in memory: none of them can put it anywhere.
it('reads what people bring without a hand that writes, logs, or reaches out', () => {
  const files = readdirSync('src/intake', { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.(ts|mjs)$/.test(file) && !file.endsWith('.test.ts'));
  expect(sources.length).toBeGreaterThan(40);
  const faults = sources.flatMap((file) => {
    const text = readFileSync(join('src/intake', file), 'utf8');
    const named = [...text.matchAll(/import (?:type )?\{([^}]*)\} from 'node:fs(?:\/promises)?'/g)];
    const hands = named.flatMap(([, names = '']) => names.split(',').map((name) => name.replace('type ', '').trim()));
    const isLoose = /from 'node:(?:net|http|https|child_process|dgram)'|import \* as \w+ from 'node:fs|console\./.test(
      text,
    );
    return [...hands.filter((hand) => hand && !READING.has(hand)), ...(isLoose ? ['loose'] : [])].map(
      (one) => `${file}: ${one}`,
    );
  });
  expect(faults).toEqual([]);
});
