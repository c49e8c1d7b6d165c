import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { placeOnce } from './place-once.js';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'netra-place-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

it('puts a file in its place once, and leaves no draft', () => {
  const folder = aFolder();
  for (const text of ['pertama', 'kedua']) placeOnce(join(folder, 'a'), (draft) => writeFileSync(draft, text));
  expect(readdirSync(folder)).toEqual(['a']);
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('pertama');
});

it('tells of whatever keeps it from being written, and leaves no half draft', () => {
  const folder = aFolder();
  const fail = (draft: string) => {
    writeFileSync(draft, 'setengah');
    throw Object.assign(new Error('EEXIST'), { code: 'EEXIST', syscall: 'open' });
  };
  expect(() => placeOnce(join(folder, 'a'), fail)).toThrow('EEXIST');
  expect(readdirSync(folder)).toEqual([]);
});
