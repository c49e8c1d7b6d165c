import { expect, it } from 'vitest';
import { bitsApart, HASHED_SIZE, hashGrey } from './picture-hash.js';

const drawn = (lightAt: (x: number, y: number) => number) =>
  Uint8Array.from({ length: HASHED_SIZE ** 2 }, (_, at) => lightAt(at % HASHED_SIZE, Math.floor(at / HASHED_SIZE)));
/** Patches of light and dark, as of a photograph. */
const spots = (x: number, y: number) =>
  (Math.imul(Math.floor(x / 4) * 31 + Math.floor(y / 4) * 17 + 7, 2_654_435_761) >>> 24) % 200;

it('gives half of 256 bits to what is stronger than the median', () => {
  expect(bitsApart(hashGrey(drawn(spots)), new Uint32Array(8))).toBe(128);
});

it('is the same for the same picture, lighter or with more contrast', () => {
  const hash = hashGrey(drawn(spots));
  expect(bitsApart(hash, hashGrey(drawn(spots)))).toBe(0);
  expect(bitsApart(hash, hashGrey(drawn((x, y) => spots(x, y) * 0.8 + 20)))).toBeLessThan(12);
});

it('lies far from that of another picture', () => {
  const other = hashGrey(drawn((x, y) => (Math.hypot(x - 20, y - 40) * 7) % 256));
  expect(bitsApart(hashGrey(drawn(spots)), other)).toBeGreaterThan(80);
});
