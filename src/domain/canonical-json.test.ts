import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHash, canonicalJson, canonicalText } from './canonical-json.js';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('canonical JSON', () => {
  it('has one spelling for one value, whatever the order of keys', () => {
    const value = { b: [1, 'é\n', undefined, null], a: { z: undefined, y: true }, at: new Date(0), 10: 'x', 9: 'y' };
    const text = '{"9":"y","10":"x","a":{"y":true},"at":"1970-01-01T00:00:00.000Z","b":[1,"é\\n",null,null]}';
    expect(canonicalText(value)).toBe(text);
    expect(canonicalJson(value).toString()).toBe(`${text}\n`);
  });

  it('is what it was when the first packs and rule sets were hashed', () => {
    const manifest = {
      flagId: 'tanda-contoh',
      missing: [],
      items: [{ sha256: 'ab', bytes: 3, name: 'text.txt' }],
      url: null,
    };
    expect(sha256(canonicalJson(manifest))).toBe('9065bf7c1da16914e872c4a289daea37350cea3392933458ed250049cc601f7c');
    const rule = { when: { all: ['a'] }, id: 'contoh', selections: { b: { words: ['ayo'], within: 6 }, a: {} } };
    expect(canonicalHash(rule)).toBe('sha256:67a7974d1e3979c74e23b5b72db6e9504e7e4ae1eb05027d4c328c6e6e3cef53');
    expect(canonicalHash({ 10: ['sepuluh'], 9: ['sembilan'], '2an': ['berdua'] })).toBe(
      'sha256:c979a8b0f37bd17eff1b86d2b9e755cbae565343b62891d6a5cc336b3e2ad473',
    );
  });

  it('spells half a character as a database keeps it', () => {
    expect(canonicalText({ a: ['x \ud83d y', '\ude00'] })).toBe(canonicalText({ a: ['x \ufffd y', '\ufffd'] }));
    expect(canonicalText('\ud83d\ude00')).toBe('"\ud83d\ude00"');
  });

  it('reads back as the value it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalText(JSON.parse(canonicalText(value)))).toBe(canonicalText(value));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol('x')])('does not guess at %s', (value) => {
    expect(() => canonicalText({ value })).toThrow(TypeError);
  });
});
