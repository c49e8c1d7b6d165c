import { describe, expect, it } from 'vitest';
import type { Activity } from './activity.js';
import { differencesOf, familyOf } from './post-family.js';

// Everything here is invented.
const TEXT = 'Ayo menangkan pasangan contoh nomor dua di kampung kita!';
type Act = Pick<Activity, 'kind' | 'text' | 'media' | 'target'>;
const act = (given: Partial<Act> = {}): Act => ({ kind: 'post', text: TEXT, ...given });
const same = (one: Act, other: Act) => familyOf(one) !== undefined && familyOf(one) === familyOf(other);

describe('a post family', () => {
  it('holds the same words, whatever their case, signs and spaces', () => {
    expect(same(act(), act({ text: 'AYO menangkan  pasangan contoh, nomor dua di kampung kita 🔥' }))).toBe(true);
    expect(same(act(), act({ text: TEXT.replace('dua', 'tiga') }))).toBe(false);
  });

  it('holds a post, a share of it without words or with few, and a copy', () => {
    const share = act({ kind: 'share', text: '', target: { text: TEXT, url: 'https://contoh.test/1' } });
    expect(same(act(), share)).toBe(true);
    expect(same(share, act({ kind: 'share', text: 'Setuju!', target: share.target! }))).toBe(true);
    const own = act({ kind: 'share', text: 'Kata saya sendiri yang cukup panjang', target: share.target! });
    expect(same(share, own)).toBe(false);
  });

  it('is told by the words of a picture, and else by where the original stands', () => {
    const poster = { media: [{ text: 'Pilih pasangan contoh nomor dua, tanggal empat' }], text: 'Ini' };
    expect(same(act(poster), act({ ...poster, text: 'Lihat' }))).toBe(true);
    const shown = (sha256: string) => act({ text: 'Ini', media: [{ picture: { sha256, words: [] } }] });
    expect([same(shown('a'), shown('a')), same(shown('a'), shown('b'))]).toEqual([true, false]);
    const like = (url: string) => act({ kind: 'like', text: '', target: { url } });
    expect(same(like('https://contoh.test/p/1#a'), like('https://contoh.test/p/1'))).toBe(true);
    expect(same(like('https://contoh.test/p?v=1'), like('https://contoh.test/p?v=2'))).toBe(false);
  });

  it('is not told by what many say, nor by whom somebody follows', () => {
    expect(familyOf(act({ text: 'Dukung nomor dua' }))).toBeUndefined();
    expect(familyOf(act({ kind: 'follow', text: '', target: { url: 'https://contoh.test/akun' } }))).toBeUndefined();
  });
});

describe('what differs', () => {
  const flag = (given: object = {}) => ({ kind: 'post' as const, matches: [], cleared: [], ...given });
  const span = { field: 'text', start: 0, end: 3, means: 'contoh' };
  const match = { rule: 'a', basis: [], tickets: ['x/1'], stance: 'support' as const, spans: [span] };

  it('is nothing but spelling between copies; else each thing that may turn a decision around', () => {
    const one = { flag: flag({ matches: [match] }), act: act() };
    expect(differencesOf(one, { flag: flag({ matches: [match] }), act: act({ text: TEXT.toUpperCase() }) })).toEqual(
      [],
    );
    expect(differencesOf(one, { ...one, act: act({ text: `Hoaks: ${TEXT}` }) })).toEqual(['words']);
    expect(differencesOf(one, { ...one, act: act({ media: [{ url: 'https://contoh.test/x' }] }) })).toEqual([
      'picture',
    ]);
    const file = (sha256: string) => ({ ...one, act: act({ media: [{ picture: { sha256, words: [] } }] }) });
    expect([differencesOf(file('a'), file('a')), differencesOf(file('a'), file('b'))]).toEqual([[], ['picture']]);
    expect(differencesOf(one, { ...one, act: act({ target: { text: 'Bukan itu' } }) })).toEqual(['original']);
    expect(differencesOf(one, { ...one, flag: flag() })).toEqual(['rules', 'tickets']);
    expect(differencesOf(one, { ...one, flag: flag({ matches: [{ ...match, stance: 'attack' }] }) })).toEqual([
      'rules',
    ]);
    const clears = flag({ matches: [match], cleared: [{ reason: 'kutipan', spans: [] }] });
    expect(differencesOf(one, { ...one, flag: clears })).toEqual(['clears']);
    expect(differencesOf(one, { ...one, flag: flag({ kind: 'like', matches: [match] }) })).toEqual(['kind']);
  });

  it('is everything where one is no longer kept', () => {
    const gone = { flag: flag(), act: undefined };
    expect(differencesOf(gone, gone)).toEqual(['words', 'picture']);
  });
});
