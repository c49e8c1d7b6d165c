import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import type { Cells } from './format.js';
import { mappedRow } from './mapped-table.js';
import type { MappedAct, Mapping } from './mapping.js';

// Every account and number is invented ("contoh").
const MAPPING = {
  platform: { column: 'platform', values: {} },
  kind: { column: 'kind', values: {} },
  columns: {
    ...{ id: 'id', link: 'link', handle: 'handle', author_id: 'author_id', text: 'text', time: 'time' },
    target_handle: 'target',
  },
  time: { format: 'iso' },
} as const satisfies Mapping;

function idOf(cells: Cells): string | undefined {
  const taken = mappedRow(MAPPING, { time: '2026-11-18T03:12:45Z', ...cells });
  return 'act' in taken ? (taken.act as MappedAct).id : undefined;
}

const IG = 'https://www.instagram.com/p/DcontohAB12/';
const oneOf = (...values: readonly (string | undefined)[]) => fc.constantFrom(...values);
const names = oneOf('wati.contoh', 'budi', 'id:111', 'id', 'wati:1', 'a', 'a:b', 'wati@contoh.test', undefined);
const author = fc.record({ handle: names, author_id: oneOf('111', '222', '1', undefined) });
const act = fc.record({
  platform: fc.constantFrom(...PLATFORMS),
  kind: fc.constantFrom(...ACTIVITY_KINDS.filter((kind) => kind !== 'post')),
  id: oneOf('45', '1', 'b:45', '7301234567890123456', undefined),
  link: oneOf(IG, `${IG}c/178900/`, 'https://t.me/kanal_a/45', 'https://t.me/kanal_a/45?comment=7', undefined),
  target: oneOf('calon.contoh', 'b', undefined),
});

/** Who a row is by: the platform's number if it has one. */
const personOf = ({ handle, author_id }: { handle?: string | undefined; author_id?: string | undefined }) =>
  author_id === undefined ? handle : `id:${author_id}`;

describe('the name of an act in a table', () => {
  it('is never shared by two accounts, whatever else their rows say', () => {
    fc.assert(
      fc.property(fc.tuple(author, author), fc.tuple(act, act), ([one, other], [what, what2]) => {
        fc.pre(personOf(one) !== undefined && personOf(other) !== undefined && personOf(one) !== personOf(other));
        const [id, id2] = [idOf({ ...what, ...one }), idOf({ ...what2, ...other })];
        expect(id === undefined || id !== id2).toBe(true);
        const same = idOf({ ...what, ...other });
        expect(id === undefined || id !== same).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('is one for one act of one account, however its handle is written and whatever it is called by now', () => {
    fc.assert(
      fc.property(act, (what) => {
        expect(idOf({ ...what, handle: '@Wati.Contoh' })).toBe(idOf({ ...what, handle: 'wati.contoh' }));
        const number = { author_id: '111' };
        expect(idOf({ ...what, ...number, handle: 'lama' })).toBe(idOf({ ...what, ...number, handle: 'baru' }));
      }),
    );
  });

  it('is of a like and a follow whom or what it is aimed at, also where a column counts the rows', () => {
    const like = { platform: 'instagram', kind: 'like', link: IG, handle: 'wati.contoh' };
    expect(idOf({ ...like, id: '1' })).toBe(idOf({ ...like, id: '2' }));
  });

  it('keeps two comments with numbers of their own apart under one post', () => {
    const comment = { platform: 'instagram', kind: 'comment', link: IG, handle: 'wati.contoh', text: 'Siap' };
    expect(idOf({ ...comment, id: '111' })).not.toBe(idOf({ ...comment, id: '222' }));
  });

  it.each([
    { platform: 'telegram', links: ['https://t.me/kanal_a/4567', 'https://t.me/kanal_b/4567'] },
    { platform: 'mastodon', links: ['https://mstdn.id/@wati/4567', 'https://mas.to/@wati/4567'] },
    {
      platform: 'bluesky',
      links: ['https://bsky.app/profile/a.test/post/4567', 'https://bsky.app/profile/b.test/post/4567'],
    },
    { platform: 'facebook', links: ['https://www.facebook.com/a/posts/4567', 'https://www.facebook.com/b/posts/4567'] },
    { platform: 'web', links: [] },
  ])('tells posts of $platform with one number in two places apart', ({ platform, links }) => {
    const handles = { telegram: 'kanal_a kanal_b', mastodon: 'wati@mstdn.id wati@mas.to' }[platform] ?? 'a.test b.test';
    const post = { platform, kind: 'post' };
    const byNumber = handles.split(' ').map((handle) => idOf({ ...post, handle, id: '4567' }));
    expect(new Set(byNumber).size).toBe(2);
    const byLink = links.map((link, at) => idOf({ ...post, handle: handles.split(' ')[at], link }));
    expect(byLink).toEqual(byNumber.slice(0, links.length));
  });

  it('is the number of the platform for a post where it counts all in one series', () => {
    const post = { platform: 'tiktok', kind: 'post', handle: 'wati.contoh' };
    const link = 'https://www.tiktok.com/@lain/video/7301234567890123456';
    expect([idOf({ ...post, link }), idOf({ ...post, id: '7301234567890123456' })]).toEqual(
      Array(2).fill('7301234567890123456'),
    );
  });
});
