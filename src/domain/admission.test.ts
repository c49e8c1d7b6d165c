import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aimsOf, type CollectedActivity, lettersOf, MAX_READ_LENGTH } from './activity.js';
import { admit, cleanActivity, cleanText, isTooLarge } from './admission.js';

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
    const long = 'a'.repeat(MAX_READ_LENGTH + 1);
    expect(outcome(anAct({ target: { text: long } }))).toEqual(['seen', 'too_large']);
    expect(outcome(anAct({ target: { quoted: { quoted: { text: long } } } }))).toEqual(['seen', 'too_large']);
    const [seen] = admit(anAct({ media: [{ text: long }] }), { now });
    expect(seen).toMatchObject({ activity: { media: [{ text: long.slice(1) }] } });
  });

  it('keeps of several texts the own one first, then what is answered, then pictures', () => {
    const part = 'a'.repeat(0.4 * MAX_READ_LENGTH);
    const act = anAct({ kind: 'comment', text: part, target: { text: part }, media: [{ text: part }, { text: 'x' }] });
    const { text, target, media } = cleanActivity(act);
    const lengths = [text, target?.text, ...media!.map((one) => one.text)].map((kept) => kept!.length);
    expect(lengths).toEqual([0.4, 0.4, 0.2, 0].map((share) => share * MAX_READ_LENGTH));
  });

  const text = fc.integer({ min: 0, max: 2 * MAX_READ_LENGTH }).map((length) => 'a'.repeat(length));
  const optional = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: undefined });
  const aims = optional(
    fc.record({ text, quoted: optional(fc.record({ text, quoted: optional(fc.record({ text })) })) }),
  );
  it('lets no more be read in one pass than it says, own words once with each aim, and counts all that it cuts', () => {
    fc.assert(
      fc.property(text, aims, fc.array(fc.record({ text }), { maxLength: 3 }), (own, target, media) => {
        const act = anAct({ text: own, target: target as CollectedActivity['target'], media });
        const kept = cleanActivity(act);
        expect(Math.max(1, aimsOf(kept.target).length) * lettersOf(kept)).toBeLessThanOrEqual(MAX_READ_LENGTH);
        expect(isTooLarge(act)).toBe(lettersOf(kept) < lettersOf(act));
        expect(cleanActivity(kept)).toEqual(kept);
      }),
    );
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
