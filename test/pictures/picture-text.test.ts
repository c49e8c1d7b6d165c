import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boxesOf } from '../../src/domain/picture.js';
import { createPictureReader, type PictureReader } from '../../src/pictures/picture-reader.js';
import { drawPoster, wordsFound } from '../support/draw-poster.js';

let reader: PictureReader;
beforeAll(() => {
  reader = createPictureReader({ batch: 3 });
});
afterAll(() => reader.close());

it('reads nine of ten words of drawn posters, over the end of a batch', async () => {
  let [drawn, found] = [0, 0];
  for (const seed of [1, 2, 4, 5, 6, 9]) {
    const { jpeg, words } = await drawPoster(seed);
    drawn += words.length;
    found += wordsFound(words, (await reader.readPicture(jpeg)).text);
  }
  expect(found / drawn).toBeGreaterThanOrEqual(0.9);
});

it('says of each word where it stands in the text and on the picture', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="500"><rect width="1000" height="500" fill="white"/>
    <text x="100" y="150" font-family="DejaVu Sans" font-size="60">coblos nomor</text>
    <text x="600" y="400" font-family="DejaVu Sans" font-size="60">pasar</text></svg>`;
  const read = await reader.readPicture(await sharp(Buffer.from(svg)).png().toBuffer());
  expect(read.text).toBe('coblos nomor\npasar');
  expect(read.words.map(({ start, end }) => read.text.slice(start, end))).toEqual(['coblos', 'nomor', 'pasar']);
  const [[left, top, right, bottom]] = boxesOf(read, { start: 13, end: 18 }) as [[number, number, number, number]];
  expect(left).toBeGreaterThan(570);
  expect(right).toBeLessThan(830);
  expect(top).toBeGreaterThan(650);
  expect(bottom).toBeLessThan(850);
});

it('reads the same from the same picture', async () => {
  const { jpeg } = await drawPoster(7);
  expect(await reader.readPicture(jpeg)).toEqual(await reader.readPicture(jpeg));
});

it('finds no word where nothing is written', async () => {
  const blank = { create: { width: 400, height: 300, channels: 3 as const, background: '#1b5e20' } };
  expect(await reader.readPicture(await sharp(blank).png().toBuffer())).toEqual({ text: '', words: [] });
});

it.each([
  ['nothing', new Uint8Array()],
  ['a text', Buffer.from('bukan gambar')],
  [
    'a drawing that has to be run',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>a</text></svg>'),
  ],
  ['a page that is called a picture', Buffer.from('<html><script>alert(1)</script></html>')],
])('refuses %s, with what to do', async (_, bytes) => {
  await expect(reader.readPicture(bytes)).rejects.toMatchObject({
    retryable: false,
    hint: expect.stringContaining('JPEG'),
  });
});

it('gives up a picture that takes too long, and reads the next one', async () => {
  const hasty = createPictureReader({ limitMs: 1 });
  const { jpeg } = await drawPoster(2);
  await expect(hasty.readPicture(jpeg)).rejects.toMatchObject({ message: expect.stringContaining('batas waktu') });
  await hasty.close();
  expect((await reader.readPicture(jpeg)).text).not.toBe('');
});
