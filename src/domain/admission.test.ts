import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CollectedActivity, MAX_TEXT_LENGTH } from './activity.js';
import { admit, cleanText } from './admission.js';

const now = new Date('2026-11-20T00:00:00Z');
const anAct = (more: Partial<CollectedActivity> = {}): CollectedActivity => ({
  kind: 'like',
  externalId: 'x1',
  text: '',
  publishedAt: new Date('2026-11-19T00:00:00Z'),
  ...more,
});
const outcome = (act: CollectedActivity, since?: Date) =>
  admit(act, { now, ...(since ? { since } : {}) }).map((e) => (e.type === 'skipped' ? e.reason : e.type));

describe('admitting an act', () => {
  it('lets clocks differ by five minutes, and no more', () => {
    expect(outcome(anAct({ publishedAt: new Date(now.getTime() + 300_000) }))).toEqual(['seen']);
    expect(outcome(anAct({ publishedAt: new Date(now.getTime() + 300_001) }))).toEqual(['in_future']);
  });

  it('counts what is older than asked for, and what has no time', () => {
    expect(outcome(anAct(), now)).toEqual(['too_old']);
    expect(outcome(anAct({ publishedAt: new Date('kemarin') }))).toEqual(['unreadable']);
  });

  it('keeps an act whose quoted or pictured text is too long, cut, and counts it', () => {
    const long = 'a'.repeat(MAX_TEXT_LENGTH + 1);
    expect(outcome(anAct({ target: { text: long } }))).toEqual(['seen', 'too_large']);
    expect(outcome(anAct({ target: { quoted: { quoted: { text: long } } } }))).toEqual(['seen', 'too_large']);
    const [seen] = admit(anAct({ media: [{ text: long }] }), { now });
    expect(seen).toMatchObject({ activity: { media: [{ text: long.slice(1) }] } });
  });
});

describe('cleaning text', () => {
  it('is well-formed, free of control characters, bounded, and stable, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const clean = cleanText(`${a}\ud800${b}\u0000`);
        expect(clean).not.toMatch(/[\p{Surrogate}]/u);
        expect(clean).not.toMatch(/[^\P{Cc}\t\n\r]/u);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it('leaves line ends, tabs, emoji and joiners as they are', () => {
    expect(cleanText('a\n\tb 👩‍👩‍👧 ☝️')).toBe('a\n\tb 👩‍👩‍👧 ☝️');
  });
});
