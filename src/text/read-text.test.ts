import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextReader } from './read-text.js';
import { SENTENCE, UNIT, Units } from './units.js';
import { Vocabulary } from './vocabulary.js';

const WORDS =
  'coblos menang prabasari candrakirana presiden lagi orang nomor tidak 02 2 keycap2 2026 ❤ host:berita.example'.split(
    ' ',
  );
const SLANG = new Map([
  ['gak', ['tidak']],
  ['nmr', ['nomor']],
  ['gpp', ['tidak', 'apa']],
]);

function makeReader() {
  const vocabulary = new Vocabulary();
  const ids = new Map(WORDS.map((w) => [vocabulary.addWord(w), w]));
  for (const stem of ['coblos', 'menang']) vocabulary.addStem(stem);
  return { reader: new TextReader(vocabulary, SLANG), ids, vocabulary };
}

function read(text: string) {
  const { reader, ids, vocabulary } = makeReader();
  const units = new Units();
  units.reset();
  reader.read(text, units);
  return Array.from({ length: units.count }, (_, i) => ({
    word: ids.get(units.words[i]!.id),
    stem: ['coblos', 'menang'].find((s) => vocabulary.stemId(s) === units.words[i]!.stem),
    quote: text.slice(units.start[i], units.end[i]),
    flags: units.flags[i]!,
    sentenceKind: units.sentenceKinds[units.sentence[i]!],
  }));
}
const words = (text: string) => read(text).map((u) => u.word);
const stems = (text: string) => read(text).map((u) => u.stem);

describe('what people really write', () => {
  it.each([
    ['m3nang', ['menang']],
    ['c0bl0s', ['coblos']],
    ['COBLOSSSS', ['coblos']],
    ['ｃｏｂｌｏｓ', ['coblos']],
    ['сoblоs with Cyrillic letters', ['coblos']],
    ['co\u200Bblo\u00ADs', ['coblos']],
    ['𝐜𝐨𝐛𝐥𝐨𝐬', ['coblos']],
    ['cöblös', ['coblos']],
  ])('reads %s as the plain word', (text, expected) => {
    expect(words(text).slice(0, 1)).toEqual(expected);
  });

  it('reads the handle of a stranger as one word, like the dots that hide it in what is kept', () => {
    // Of letters that no word of the vocabulary has.
    const handle = fc.stringMatching(/^[fhjkqvwxyz][fhjkqvwxyz0-9]{0,12}([._-][fhjkqvwxyz0-9]{1,12}){0,2}$/);
    const shapeOf = (text: string) =>
      read(text).map(({ word, flags, sentenceKind, quote }) => [word, flags, sentenceKind, quote.length]);
    fc.assert(
      fc.property(handle, (stranger) => {
        const said = (name: string) => `Presiden @${name}, coblos nomor 2 ❤`;
        expect(shapeOf(said('•'.repeat(stranger.length)))).toEqual(shapeOf(said(stranger)));
      }),
    );
  });

  it('reads slang as the plain words, several where one form says several', () => {
    expect(words('gak nmr')).toEqual(['tidak', 'nomor']);
    expect(words('gpp')[0]).toBe('tidak');
  });

  it('takes off particles and clitics', () => {
    expect(words('coblosnya menanglah')).toEqual(['coblos', 'menang']);
  });

  it('knows a reduplicated word', () => {
    expect(words('orang2 orang2nya')).toEqual(['orang', 'orang']);
  });

  it.each(['memenangkan', 'kemenangan', 'menangin', 'dimenangkan'])('finds the stem of %s', (text) => {
    expect(stems(text)).toEqual(['menang']);
  });

  it.each(['nyoblos', 'mencoblos', 'nyoblosin', 'coblosan'])('finds the stem of %s', (text) => {
    expect(stems(text)).toEqual(['coblos']);
  });

  it('splits a hashtag at capitals and digits, and a small one by known words', () => {
    expect(words('#PrabasariPresiden2026')).toEqual(['prabasari', 'presiden', '2026']);
    expect(words('#prabasaripresidenlagi')).toEqual(['prabasari', 'presiden', 'lagi']);
    expect(words('@prabasari_candrakirana')).toEqual(['prabasari', 'candrakirana']);
  });

  it('tells a ballot-like number from a time, an amount and a telephone number', () => {
    expect(words('02')).toEqual(['02']);
    for (const text of ['02.00', '02/03', '021-5502', '02,5', '02%']) expect(words(text)).toEqual([undefined]);
  });

  it('reads a keycap emoji as its own word', () => {
    expect(words('2️⃣ 2⃣')).toEqual(['keycap2', 'keycap2']);
  });

  it('keeps an address in one piece, with its host', () => {
    expect(read('lihat https://www.berita.example/a?b=1 ya').map((u) => [u.word, u.quote])).toEqual([
      [undefined, 'lihat'],
      ['host:berita.example', 'https://www.berita.example/a?b=1'],
      [undefined, 'ya'],
    ]);
  });

  it('marks what is quoted and what is asked', () => {
    const [first, second, third] = read('"coblos" menang. lagi?');
    expect(first!.flags & UNIT.quoted).not.toBe(0);
    expect(second!.flags & UNIT.quoted).toBe(0);
    expect(third!.sentenceKind).toBe(SENTENCE.question);
  });

  it('takes the mark of a cut link for no question', () => {
    const kinds = (text: string) => read(text).map((unit) => unit.sentenceKind);
    expect(kinds('dukung terus ?t=H6fa-IIu0&s=09')).toEqual([SENTENCE.plain, SENTENCE.plain]);
    expect(kinds('dukung terus?kapan')[0]).toBe(SENTENCE.question);
    expect(kinds('dukung terus?')[0]).toBe(SENTENCE.question);
  });
});

describe('for any text at all', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(
        fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
        { maxLength: 200 },
      )
      .map((a) => a.join('')),
    fc
      .array(fc.constantFrom(...WORDS, '#', '@', '"', '\u200B', '2️⃣', '\uD83D', '.', '/', 'http://', "'"), {
        maxLength: 60,
      })
      .map((a) => a.join('')),
  );

  it('never throws, and every unit points at a place inside the text', () => {
    const { reader } = makeReader();
    const units = new Units();
    fc.assert(
      fc.property(anyText, (text) => {
        units.reset();
        reader.read(text, units);
        for (let i = 0; i < units.count; i++) {
          expect(units.start[i]!).toBeGreaterThanOrEqual(0);
          expect(units.end[i]!).toBeLessThanOrEqual(text.length);
          expect(units.start[i]!).toBeLessThan(units.end[i]!);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('points at the same characters whatever stands around a word', () => {
    const { reader, vocabulary } = makeReader();
    const units = new Units();
    const spelled = fc.constantFrom('coblos', 'C0BLOS', 'cobl\u200Bos', 'ｃｏｂｌｏｓ', 'coblosss', 'nyoblos');
    fc.assert(
      fc.property(anyText, spelled, anyText, (before, word, after) => {
        const text = `${before} \n${word}\n ${after}`;
        const at = before.length + 2;
        units.reset();
        reader.read(text, units);
        const found = Array.from({ length: units.count }, (_, i) => i).find((i) => units.start[i] === at);
        // A quotation or address before it cannot swallow a word after a line end.
        expect(found).toBeDefined();
        expect(text.slice(units.start[found!], units.end[found!])).toBe(word);
        expect(units.words[found!]!.stem).toBe(vocabulary.stemId('coblos'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads the same text to the same units, whatever it read before', () => {
    const { reader } = makeReader();
    const once = new Units();
    const again = new Units();
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        once.reset();
        reader.read(text, once);
        again.reset();
        reader.read(other, again);
        again.reset();
        reader.read(text, again);
        expect([...again.start.slice(0, again.count)]).toEqual([...once.start.slice(0, once.count)]);
        expect(again.words.slice(0, again.count)).toEqual(once.words.slice(0, once.count));
      }),
    );
  });
});
