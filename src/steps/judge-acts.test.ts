import { describe, expect, it } from 'vitest';
import { anActivity } from '../../test/storage/builders.js';
import { fakeScreener } from '../../test/support/fake-screener.js';
import type { Account } from '../domain/account.js';
import type { Activity } from '../domain/activity.js';
import type { Screener } from '../domain/screening.js';
import { type Judged, type Judges, judgeInTurns } from './judge-acts.js';

const NOW = new Date('2026-03-10T03:00:00Z');
const account = { id: 'akun-contoh', handle: 'sari.contoh.test', officeCode: 'dinas', region: '35.78' } as Account;

/** Our own fake, whose points count words: those of a handle too. */
function wordCounter(): Screener {
  const plain = fakeScreener();
  return {
    ...plain,
    screen(input) {
      const result = plain.screen(input);
      const total = input.text.split(/[\s.]+/).length;
      return result.flagged ? { ...result, points: { total, line: 1, signs: [] } } : result;
    },
  };
}

/** With how often it stopped. */
function judge(judges: Judges, acts: readonly Activity[]): { judged: Judged; stops: number } {
  const turns = judgeInTurns(judges, acts);
  for (let stops = 0; ; stops += 1) {
    const { done, value } = turns.next();
    if (done) return { judged: value, stops };
  }
}

describe('a batch', () => {
  const judges = { screener: fakeScreener(), accounts: new Map([[account.id, account]]), now: NOW };
  const long = 'a'.repeat(100_000);

  it.each([
    { what: 'of long texts', given: { text: long } },
    { what: 'of long answers', given: { target: { text: 'x', quoted: { text: long } } } },
    { what: 'of long pictures', given: { media: [{ text: long }] } },
  ])('$what stops between any two passes, and of ordinary ones never', ({ given }) => {
    const acts = Array.from({ length: 20 }, () => anActivity(given));
    const { judged, stops } = judge(judges, acts);
    // Once within each, for what is counted of it, and once between two of them.
    expect([stops, judged.unmarkedIds.length]).toEqual([20 + 19, 20]);
    expect(
      judge(
        judges,
        Array.from({ length: 100 }, () => anActivity()),
      ).stops,
    ).toBe(0);
  });

  it('of one long act that is marked stops before it is masked and judged again, and says what it says of it at once', () => {
    const { judged, stops } = judge(judges, [anActivity({ text: `TANDA @orang.lain.test ${long}` })]);
    expect(stops).toBe(2);
    expect(judged.marked[0]!.activity.text).toMatch(/^TANDA @•+ a/);
  });
});

describe('a marked act', () => {
  it('is kept with its third parties masked, and its flag says what the rules say of what is kept', () => {
    const activity = anActivity({ text: 'TANDA @orang.lain.test' });
    const accounts = new Map([[account.id, account]]);
    const [marked] = judge({ screener: wordCounter(), accounts, now: NOW }, [activity]).judged.marked;
    expect(marked!.activity.text).not.toContain('orang');
    const again = wordCounter().screen({ ...marked!.activity, publishedAt: '', account: { id: '', region: '35' } });
    expect(marked!.flag.points).toEqual(again.points);
    expect(again.points!.total).toBe(2);
  });
});
