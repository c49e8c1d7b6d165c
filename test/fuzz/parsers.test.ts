import fc from 'fast-check';
import { describe, it } from 'vitest';
import { PARSERS } from './parsers.js';
import { SAMPLES, VALUE_SAMPLES } from './samples.js';
import { spoiled } from './spoil.js';

/** A few hundred with every test run; `npm run fuzz -- 1000000` for a night. */
const numRuns = Number(process.env.NETRA_FUZZ_RUNS ?? 300);

/** What such texts are made of, so that chance gets further in than the first character. */
const PIECES = [
  ...['User-agent: *\n', 'User-agent: NetraBot\n', 'Disallow: /*a*$\n', 'Allow:', '#', '\r\n', '%2', '*', '$'],
  ...[
    'at://',
    'did:plc:',
    '/app.bsky.feed.post/',
    '{"v":2,"collections":{',
    '"seen":[',
    ']}',
    '&amp;',
    '&#35;',
    '&#x1f;',
  ],
  ...[
    '2026-11-20',
    'T',
    '08:30',
    '+07:00',
    ' WIB',
    'Jumat, 20 Nopember 2026 pukul 19.30',
    'Fri, 20 Nov 2026 00:00:00 GMT',
  ],
  ...[
    '"',
    '""',
    ',',
    ';',
    '\t',
    '198001012005011001',
    'SK|2024-08-01|2025-01-31',
    'proven',
    'bluesky',
    'dinas-1',
    '\ufeff',
  ],
  ...[
    '{"hashKey":"',
    '","fieldKey":"',
    '","formerFieldKeys":["',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    '{"id":"',
    '"}\n',
  ],
  ...['http://', '/papan/', '..', '\u0000', '\ud800', '𝐚', '٣', '\u202e', '999999999999'],
];
const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 40,
});
const words = text.map((parts) => parts.join(''));

const KEYS = [
  'text',
  'createdAt',
  'embed',
  '$type',
  'record',
  'images',
  'alt',
  'uri',
  'records',
  'media',
  'facets',
  'tags',
  'reply',
  'parent',
  // Of an act in a file; and what a value of JSON may call itself, so that making a text of it fails.
  ...['id', 'kind', 'platform', 'handle', 'publishedAt', 'toString', 'valueOf', 'toJSON'],
];
const TYPES = [
  'app.bsky.embed.images',
  'app.bsky.embed.recordWithMedia',
  'app.bsky.embed.external',
  'app.bsky.embed.record',
];
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 6 },
    words,
    fc.constantFrom(...TYPES),
    fc.double(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('any'), { maxLength: 6 }),
  object: fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string({ maxLength: 5 })), tie('any'), { maxKeys: 6 }),
})).any;

describe('whatever comes from outside', () => {
  it.each(Object.entries(PARSERS.text))('as text is read to an answer: %s', async (_name, read) => {
    await fc.assert(
      fc.asyncProperty(words, async (input) => void (await read(input))),
      { numRuns },
    );
  });

  it.each(Object.entries(PARSERS.value))('as JSON is read to an answer: %s', async (_name, read) => {
    await fc.assert(
      fc.asyncProperty(value, async (input) => void (await read(input))),
      { numRuns },
    );
  });

  it.each(Object.entries(PARSERS.text))(
    'as a good one that was spoiled is read to an answer: %s',
    async (name, read) => {
      await fc.assert(
        fc.asyncProperty(spoiled(SAMPLES[name as keyof typeof SAMPLES]), async (input) => void (await read(input))),
        { numRuns },
      );
    },
  );

  it.each(Object.entries(PARSERS.value))(
    'as good JSON that was spoiled is read to an answer: %s',
    async (_name, read) => {
      await fc.assert(
        fc.asyncProperty(spoiled(VALUE_SAMPLES), async (input) => {
          const value = parsed(input);
          if (value !== undefined) await read(value);
        }),
        { numRuns },
      );
    },
  );
});

/** What is no JSON any more is nothing that these are given. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
