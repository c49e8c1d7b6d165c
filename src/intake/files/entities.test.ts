import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities } from './entities.js';

describe('a text that was handed on as HTML', () => {
  it.each([
    ['&quot;ayo coblos&quot;', '"ayo coblos"'],
    ['Ayo pilih &#35;BramSekar', 'Ayo pilih #BramSekar'],
    ['Bram &amp; Sekar', 'Bram & Sekar'],
    ['Jum&#39;at, Jum&#x27;at, Jum&apos;at', "Jum'at, Jum'at, Jum'at"],
    ['Ayo&nbsp;coblos', 'Ayo\u00A0coblos'],
    ['&amp;quot;dua kali&amp;quot; &amp;#35;Tagar &amp;amp;', '"dua kali" #Tagar &'],
    ['PT&amp;Co; dan &amp;', 'PT&Co; dan &'],
    ['&#128077; &#x1F44D;', '👍 👍'],
  ])('is read as its author wrote it: %s', (source, text) => {
    expect(decodeEntities(source).text).toBe(text);
  });

  it.each(['A & B; C', 'https://contoh.test/?a=1&copy=2', '&tidakada;', '&quot', '& quot;', '&#;', 'R&D'])(
    'leaves %s as it is',
    (source) => {
      expect(decodeEntities(source).text).toBe(source);
    },
  );

  it('points back at the characters that a stretch was made of', () => {
    const parts = fc.array(
      fc.constantFrom(['kata', 'kata'], ['&quot;', '"'], ['&amp;#35;', '#'], [' ', ' '], ['&#128077;', '👍']),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, parts, parts, (before, within, after) => {
        const source = (list: readonly (readonly [string, string])[]) => list.map(([written]) => written).join('');
        const read = (list: readonly (readonly [string, string])[]) => list.map(([, plain]) => plain).join('');
        const { text, toSource } = decodeEntities(source([...before, ...within, ...after]));
        expect(text).toBe(read([...before, ...within, ...after]));
        const [start, end] = [read(before).length, read([...before, ...within]).length];
        if (end === start) return;
        expect(toSource(start, end)).toEqual({
          start: source(before).length,
          end: source([...before, ...within]).length,
        });
      }),
    );
  });
});
