import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawPoster, wordsFound } from '../support/draw-poster.js';
import { runNetra } from '../support/run-netra.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netra-picture-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('prints one JSON a file, in order, and goes on behind what is no picture', async () => {
  const { jpeg, words } = await drawPoster(5);
  await writeFile(join(folder, 'poster.jpg'), jpeg);
  await writeFile(join(folder, 'teks.png'), 'bukan gambar');
  const run = await runNetra(['picture', join(folder, 'teks.png'), '/dev/zero', join(folder, 'poster.jpg')], {
    env: {},
  });
  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(run.exitCode).toBe(2);
  expect(lines.map(({ fault }) => fault === undefined)).toEqual([false, false, true]);
  expect(wordsFound(words, lines[2].text) / words.length).toBeGreaterThan(0.9);
  expect(lines[2].poster).toBeNull();
});
