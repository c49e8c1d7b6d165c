import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import type { PostReading } from '../../domain/post-reading.js';
import { printLinks } from './print-links.js';

const POST = 'https://x.com/budi_contoh/status/1701234567890123456';

async function print(texts: readonly string[], input: Uint8Array | string = '', read?: () => Promise<PostReading>) {
  const output = new PassThrough();
  const printed = text(output);
  const chunks = [Buffer.from(input as string)];
  const exitCode = await printLinks({
    texts,
    input: Readable.from(chunks),
    output,
    follow: async (link) => link,
    read,
  });
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

const VANTAGE = { at: '2026-11-20T03:00:00.000Z', agent: 'uji', language: 'en', zone: 'UTC', family: undefined };
const PROOF = { marker: 'not_now', way: 'page', host: 'x.com', means: ['rate_limited'] as const, retryAfterMs: 9_000 };

it('adds what was found behind the link, before the note, in words where the post was not seen', async () => {
  const { exitCode, lines } = await print([POST], '', async () => ({
    outcome: 'rate_limited',
    by: 'shown',
    proofs: [PROOF],
    vantage: VANTAGE,
  }));
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(exitCode).toBe(0);
  expect(Object.keys(line).slice(5)).toEqual(['canonical', 'outcome', 'by', 'post', 'proofs', 'vantage', 'note']);
  expect(line).toMatchObject({ outcome: 'rate_limited', by: 'shown', post: null, vantage: { family: null } });
  expect(line.proofs).toEqual([{ ...PROOF, status: null, unverified: false }]);
  expect(line.note).toContain('meminta jeda');
  expect(line.note).toContain('hanya boleh ditayangkan');
});

it('says of a post that was read what it holds, and has nothing to note', async () => {
  const post = { kind: 'post', text: 'contoh', author: { handle: 'budi' }, media: [{ text: 'spanduk' }] } as const;
  const reading = { outcome: 'seen', by: 'read', post, proofs: [], vantage: VANTAGE } as const;
  const { lines } = await print([POST], '', async () => reading);
  const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
  expect(line.post).toEqual({ ...post, author: { id: null, handle: 'budi' }, publishedAt: null });
  expect(line).not.toHaveProperty('note');
});
