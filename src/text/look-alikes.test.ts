import { describe, expect, it } from 'vitest';
import { CHAR, classOf, fold } from './fold.js';
import { LOOK_ALIKES } from './look-alikes.js';

const entries = Object.entries(LOOK_ALIKES).flatMap(([letters, list]) => [...list].map((c) => [c, letters] as const));

describe('a letter that is drawn like another', () => {
  it('is read as the Latin letters it is drawn like, and as a letter', () => {
    expect(entries.length).toBeGreaterThan(500);
    for (const [c, letters] of entries) {
      expect([c, fold(c).text]).toEqual([c, letters]);
      expect(classOf(c.codePointAt(0)!)).toBe(CHAR.letter);
    }
  });

  it('stands once in the table, and is no Latin letter, no digit and of no other way of writing', () => {
    expect(new Set(entries.map(([c]) => c)).size).toBe(entries.length);
    const others =
      /[\p{ASCII}\p{N}\p{M}\p{Script=Han}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Hangul}\p{Script=Thai}]/u;
    expect(entries.filter(([c, letters]) => others.test(c) || !/^[a-z]{1,2}$/.test(letters))).toEqual([]);
  });

  it.each([
    ['small capitals', 'ᴄᴏʙʟᴏꜱ ᴘɪʟɪʜ ᴍᴇɴᴀɴɢᴋᴀɴ ʙʀᴀᴍᴀɴᴛʏᴀ', 'coblos pilih menangkan bramantya'],
    ['Cyrillic', 'соblоѕ ріlіһ ӏаɡі СОВLОЅ', 'coblos pilih iagi coblos'],
    ['Greek capitals', 'ΡΙLΙΗ ΜΕΝΑΝG', 'pilih menang'],
    ['strokes and hooks', 'ƈøƀłøʂ pɨlɨħ Ɱɇnⱥng', 'coblos pilih menang'],
    ['signs of currencies', '₵Ø฿ⱠØ₴ ₱ɨⱠɨⱧ', 'coblos pilih'],
    ['syllabics', 'ᑕOᗷᒪOᔕ', 'coblos'],
    ['Armenian and letters of phonetics', 'ƈօɮʟօֆ քɨʟɨɦ', 'coblos pilih'],
    ['styled letters', '𝐜𝓸𝔟𝕝𝖔𝗌 𝚮𝛂', 'coblos ha'],
    ['letters that are struck out', 'c̶o̶b̶l̶o̶s̶', 'coblos'],
    ['letters with marks of transliteration', 'Ḥājī Ṣāliḥ Šyarīf ə', 'haji salih syarif e'],
  ])('is read in %s', (_what, written, read) => {
    const words = written.split(' ').map((word) => fold(word).text);
    expect(words.join(' ')).toBe(read);
  });

  it.each(['بسم الله', '选举投票', 'ありがとう', 'โหวต', '투표'])('leaves %s what it is', (text) => {
    expect(fold(text).text).not.toMatch(/[a-z]/);
  });
});
