import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { printLinks } from './print-links.js';

const POST = 'https://x.com/budi_contoh/status/1701234567890123456';

async function print(texts: readonly string[], input: Uint8Array | string = '') {
  const output = new PassThrough();
  const printed = text(output);
  const chunks = [Buffer.from(input as string)];
  const exitCode = await printLinks({ texts, input: Readable.from(chunks), output, follow: async (link) => link });
  output.end();
  const lines = (await printed).split('\n');
  expect(lines.pop()).toBe('');
  return { exitCode, lines };
}

it('prints one JSON a text, in order, its keys in order', async () => {
  const { exitCode, lines } = await print([`Lihat ${POST}?s=20`, 'tanpa tautan']);
  expect(exitCode).toBe(0);
  expect(lines).toEqual([
    `{"input":"Lihat ${POST}?s=20","platform":"x","kind":"post","author":"budi_contoh","id":"1701234567890123456","canonical":"https://x.com/i/status/1701234567890123456"}`,
    '{"input":"tanpa tautan","platform":"web","kind":"page","author":null,"id":null,"canonical":"","note":"tidak ada tautan pada teks ini"}',
  ]);
});

it('reads the lines of the input where a text is "-", leaving out empty ones', async () => {
  const { lines } = await print(['-', 'wa.me/6281200000001'], `${POST}\r\n\n\nt.me/kanalcontoh/7`);
  expect(lines.map((line) => JSON.parse(line).platform)).toEqual(['x', 'telegram', 'whatsapp']);
});

it('answers a line that cannot be read in its place, and goes on', async () => {
  const { exitCode, lines } = await print(['-'], Buffer.from([0xff, 0xc3, 0x28, 0x0a, ...Buffer.from(POST)]));
  expect(exitCode).toBe(2);
  expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['page', 'post']);
  expect(lines[0]).toContain('tidak terbaca');
});
