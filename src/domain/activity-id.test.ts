import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createActivityId } from './activity-id.js';

const idOf = createActivityId(Buffer.alloc(32, 1));
const content = { kind: 'post', text: 'Selamat pagi' } as const;

describe('the id of an activity', () => {
  it('is the same for the same content, whatever the order of keys', () => {
    const target = { url: 'u', text: 't', account: { handle: 'h', platform: 'bluesky' as const } };
    const turned = { account: { platform: 'bluesky' as const, handle: 'h' }, text: 't', url: 'u' };
    expect(idOf('bluesky', 'at://1', { ...content, target })).toBe(
      idOf('bluesky', 'at://1', { target: turned, ...content }),
    );
    expect(idOf('bluesky', 'at://1', content)).toMatch(/^[\w-]{43}$/);
  });

  it('differs with platform, external id, and anything that a person can read in it', () => {
    const ids = [
      idOf('bluesky', 'at://1', content),
      idOf('web', 'at://1', content),
      idOf('bluesky', 'at://2', content),
      idOf('bluesky', 'at://1', { ...content, kind: 'comment' }),
      idOf('bluesky', 'at://1', { ...content, text: 'Selamat siang' }),
      idOf('bluesky', 'at://1', { ...content, target: {} }),
      idOf('bluesky', 'at://1', { ...content, target: { text: '' } }),
      idOf('bluesky', 'at://1', { ...content, target: { url: '' } }),
      idOf('bluesky', 'at://1', { ...content, target: { url: '', quoted: { text: 'a' } } }),
      idOf('bluesky', 'at://1', { ...content, target: { url: '', quoted: { text: 'b' } } }),
      idOf('bluesky', 'at://1', { ...content, target: { url: '', quoted: { text: 'b', quoted: { text: 'c' } } } }),
      idOf('bluesky', 'at://1', { ...content, media: [{ text: 'a' }] }),
      idOf('bluesky', 'at://1', { ...content, media: [{}, { text: 'a' }] }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('does not change with an address of a picture, which platforms sign anew each time', () => {
    const withUrl = (url: string) => idOf('web', '1', { ...content, media: [{ text: 'a', url }] });
    expect(withUrl('https://a.example/1?sig=1')).toBe(withUrl('https://a.example/1?sig=2'));
  });

  it('cannot be found from the content without the key', () => {
    const other = createActivityId(Buffer.alloc(32, 2));
    expect(other('bluesky', 'at://1', content)).not.toBe(idOf('bluesky', 'at://1', content));
    const plain = createHash('sha256').update(JSON.stringify(content)).digest('base64url');
    expect(idOf('bluesky', 'at://1', content)).not.toBe(plain);
  });
});
