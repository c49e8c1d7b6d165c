/**
 * Reading and knowing pictures: prints one JSON object.
 *   npx tsc -p . --noEmit false --outDir dist-bench && node dist-bench/bench/pictures/pictures-bench.js [TEXTS] [POSTERS] [OTHERS]
 * Beside it, in the same run: the same library as its guide shows it, on the picture as it came. CPU time of all threads
 * is counted, not the clock.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { createWorker } from 'tesseract.js';
import { lookOfPicture, looksOfCuts } from '../../src/pictures/look-of-picture.js';
import type { PictureHash } from '../../src/pictures/picture-hash.js';
import { createPictureReader } from '../../src/pictures/picture-reader.js';
import { findPoster, type Poster } from '../../src/pictures/poster-bank.js';
import { type DrawnPoster, drawPoster, seeded, wordsFound } from '../../test/support/draw-poster.js';

const [texts = 60, posters = 100, others = 1_000] = process.argv.slice(2).map(Number);
/** Seeds that neither the tests nor whoever chose the reader's settings saw. */
const UNSEEN = 110_000;

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function measure(read: (jpeg: Buffer) => Promise<string>, drawn: readonly DrawnPoster[]) {
  await read(drawn[0]!.jpeg);
  const before = cpuSeconds();
  let [all, found, said] = [0, 0, 0];
  for (const { jpeg, words } of drawn) {
    const text = await read(jpeg);
    all += words.length;
    found += wordsFound(words, text);
    said += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  }
  const seconds = (cpuSeconds() - before) / drawn.length;
  return { wordRecall: found / all, wordPrecision: found / said, cpuSecondsAPicture: seconds };
}

const drawn: DrawnPoster[] = [];
for (let seed = UNSEEN; seed < UNSEEN + texts; seed += 1) drawn.push(await drawPoster(seed));

const reader = createPictureReader();
const ours = await measure(async (jpeg) => (await reader.readPicture(jpeg)).text, drawn);
await reader.close();

const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/ind/package.json'));
const plainWorker = await createWorker('ind', 1, {
  langPath: join(data, '4.0.0_best_int'),
  gzip: true,
  cacheMethod: 'none',
});
const plain = await measure(async (jpeg) => (await plainWorker.recognize(jpeg)).data.text, drawn);
await plainWorker.terminate();

const random = seeded(7);
const bank: Poster[] = [];
const changed: { file: string; how: string; look: PictureHash }[] = [];
for (let seed = UNSEEN; seed < UNSEEN + posters; seed += 1) {
  const { jpeg, width, height } = await drawPoster(seed);
  bank.push({ election: 'contoh', ticket: 'contoh/1', file: String(seed), looks: await looksOfCuts(jpeg) });
  const [left, top] = [Math.floor(random() * 0.1 * width), Math.floor(random() * 0.1 * height)];
  const cut = { left, top, width: Math.floor(width * 0.9), height: Math.floor(height * 0.9) };
  const changes = {
    recompressed: sharp(jpeg).jpeg({ quality: 35 }),
    scaled: sharp(jpeg)
      .resize(Math.round(width * 0.4))
      .jpeg({ quality: 60 }),
    cropped: sharp(jpeg).extract(cut).jpeg({ quality: 50 }),
  };
  for (const [how, picture] of Object.entries(changes)) {
    changed.push({ file: String(seed), how, look: await lookOfPicture(await picture.toBuffer()) });
  }
}
const found: Record<string, number> = { recompressed: 0, scaled: 0, cropped: 0 };
for (const { file, how, look } of changed) if (findPoster(bank, look)?.file === file) found[how]! += 1;
let taken = 0;
for (let seed = 2 * UNSEEN; seed < 2 * UNSEEN + others; seed += 1) {
  if (findPoster(bank, await lookOfPicture((await drawPoster(seed)).jpeg))) taken += 1;
}

const ratio = {
  recallToPlain: ours.wordRecall / plain.wordRecall,
  cpuToPlain: ours.cpuSecondsAPicture / plain.cpuSecondsAPicture,
};
process.stdout.write(
  `${JSON.stringify({ texts, ours, plain, ratio, posters, found, others, takenForAnother: taken }, null, 2)}\n`,
);
