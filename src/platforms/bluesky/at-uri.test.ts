import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isDid, parseAtUri } from './at-uri.js';

it('reads the address of one record', () => {
  expect(parseAtUri('at://did:plc:abc123/app.bsky.feed.post/3k2a')).toEqual({
    did: 'did:plc:abc123',
    collection: 'app.bsky.feed.post',
    rkey: '3k2a',
  });
});

it.each([
  'at://did:plc:abc/app.bsky.feed.post',
  'at://nama.test/app.bsky.feed.post/3k2a',
  'https://did:plc:abc/app.bsky.feed.post/3k2a',
  'at://did:plc:abc/app.bsky.feed.post/../../x',
  'at://did:plc:abc/app.bsky.feed.post/a b',
  'at://did:plc:abc/app.bsky.feed.post/..',
])('does not take %s for one', (uri) => {
  expect(parseAtUri(uri)).toBeUndefined();
});

it('takes no address longer than any real one', () => {
  expect(parseAtUri(`at://did:plc:${'a'.repeat(2000)}/app.bsky.feed.post/a`)).toBeUndefined();
});

it('tells an id from a handle', () => {
  expect(isDid('did:web:contoh.test')).toBe(true);
  expect(isDid('contoh.test')).toBe(false);
});

// Shared test vectors of the protocol; beside the repository on development machines only.
const vectors = new URL('../../../../shared/eval/dev/fixtures-platform-payloads/bluesky-atproto/', import.meta.url);
it.skipIf(!existsSync(vectors))('takes none of the addresses that the protocol calls invalid', () => {
  const invalid = readFileSync(new URL('aturi_syntax_invalid.txt', vectors), 'utf8').split('\n');
  const lines = invalid.filter((line) => line !== '' && !line.startsWith('#'));
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter((line) => parseAtUri(line) !== undefined)).toEqual([]);
});
