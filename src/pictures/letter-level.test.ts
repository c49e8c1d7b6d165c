import { expect, it } from 'vitest';
import { drawLetters, findLetterLevel, type Pixels } from './letter-level.js';

type Colour = readonly [number, number, number];
const SIDE = 60;

/** Bars, as of letters, three pixels wide, over a ground. */
function drawn(ink: Colour, groundAt: (x: number, y: number) => Colour): Pixels {
  const data = Uint8Array.from({ length: SIDE * SIDE * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % SIDE, Math.floor(at / 3 / SIDE)];
    return (x % 15 < 3 && y > 20 && y < 40 ? ink : groundAt(x, y))[at % 3]!;
  });
  return { data, width: SIDE, height: SIDE, channels: 3 };
}
/** Shades that change by a little from pixel to pixel, over a wide range. */
const crowd = (x: number, y: number): Colour => {
  const light = 170 + 70 * Math.sin(x / 6) * Math.cos(y / 5);
  return [light, light, light];
};

const isInk = (at: number) => (at % SIDE) % 15 < 3 && Math.floor(at / SIDE) > 20 && Math.floor(at / SIDE) < 40;

it.each([
  ['yellow on white', [253, 216, 53], () => [255, 255, 255]],
  ['red on blue, of one grey', [183, 28, 28], () => [13, 71, 161]],
  ['white on red', [255, 255, 255], () => [183, 28, 28]],
  ['green over a crowd', [27, 94, 32], crowd],
] as const)('draws %s as dark letters on white', (_, ink, groundAt) => {
  const pixels = drawn(ink, groundAt as typeof crowd);
  const grey = drawLetters(pixels, findLetterLevel(pixels));
  for (const [at, value] of grey.entries()) expect(value < 128).toBe(isInk(at));
});

it('makes of one colour one colour', () => {
  const pixels = drawn([9, 9, 9], () => [9, 9, 9]);
  expect(new Set(drawLetters(pixels, findLetterLevel(pixels))).size).toBe(1);
});

it('reads a grey picture', () => {
  const { data } = drawn([20, 20, 20], () => [240, 240, 240]);
  const pixels = { data: data.filter((_, at) => at % 3 === 0), width: SIDE, height: SIDE, channels: 1 };
  expect(findLetterLevel(pixels)).toMatchObject({ channel: 0 });
});
