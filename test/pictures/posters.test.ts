import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lookOfPicture } from '../../src/pictures/look-of-picture.js';
import { findPoster } from '../../src/pictures/poster-bank.js';
import { type PosterBank, readPosters } from '../../src/pictures/read-posters.js';
import { type DrawnPoster, drawPoster } from '../support/draw-poster.js';

const REGISTERED = [901, 902, 903, 904];
let folder: string;
let bank: PosterBank;
const drawn = new Map<number, DrawnPoster>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netra-posters-'));
  for (const [index, seed] of REGISTERED.entries()) {
    const place = join(folder, 'contoh-2029', 'pilwali-6371', String((index % 2) + 1));
    await mkdir(place, { recursive: true });
    drawn.set(seed, await drawPoster(seed));
    await writeFile(join(place, `${seed}.jpg`), drawn.get(seed)!.jpeg);
  }
  await writeFile(join(folder, 'contoh-2029', 'tersesat.jpg'), drawn.get(901)!.jpeg);
  await writeFile(join(folder, 'contoh-2029', 'pilwali-6371', '1', 'rusak.png'), 'bukan gambar');
  bank = await readPosters(folder);
});
afterAll(() => rm(folder, { recursive: true }));

it('takes what lies in the folder of a ticket, and names what it could not take and why', () => {
  expect(bank.posters.map(({ ticket }) => ticket)).toEqual(['1', '1', '2', '2'].map((n) => `pilwali-6371/${n}`));
  expect(bank.faults.map(({ file }) => file)).toEqual([
    'contoh-2029/pilwali-6371/1/rusak.png',
    'contoh-2029/tersesat.jpg',
  ]);
  expect(bank.faults.every(({ hint }) => hint.length > 0)).toBe(true);
});

it('says which folder cannot be read', async () => {
  await expect(readPosters(join(folder, 'tiada'))).rejects.toMatchObject({ message: expect.stringContaining('tiada') });
});

it.each([
  ['recompressed', (jpeg: Buffer) => sharp(jpeg).jpeg({ quality: 35 })],
  ['scaled', (jpeg: Buffer) => sharp(jpeg).resize(420).jpeg({ quality: 60 })],
  ['lighter', (jpeg: Buffer) => sharp(jpeg).modulate({ brightness: 1.1 })],
])('is known %s', async (_, change) => {
  for (const [seed, { jpeg }] of drawn) {
    const known = findPoster(bank.posters, await lookOfPicture(await change(jpeg).toBuffer()));
    expect(known?.file).toContain(`${seed}.jpg`);
  }
});

it('is known with a tenth cut off, wherever', async () => {
  for (const [seed, { jpeg, width, height }] of drawn) {
    for (const [left, top] of [
      [0, 0],
      [0.1, 0.1],
      [0.04, 0.07],
    ] as const) {
      const cut = { left: Math.floor(left * width), top: Math.floor(top * height) };
      const rest = { width: Math.floor(width * 0.9), height: Math.floor(height * 0.9) };
      const picture = await sharp(jpeg)
        .extract({ ...cut, ...rest })
        .jpeg({ quality: 60 })
        .toBuffer();
      expect(findPoster(bank.posters, await lookOfPicture(picture))?.file).toContain(`${seed}.jpg`);
    }
  }
});

it('is not taken for another', async () => {
  for (let seed = 1_000; seed < 1_030; seed += 1) {
    expect(findPoster(bank.posters, await lookOfPicture((await drawPoster(seed)).jpeg))).toBeUndefined();
  }
});
