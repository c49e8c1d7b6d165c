import { describe, expect, it } from 'vitest';
import { anActivity } from '../../test/storage/builders.js';
import { fakeScreener } from '../../test/support/fake-screener.js';
import type { Account } from '../domain/account.js';
import type { Screener } from '../domain/screening.js';
import { judgeActs } from './judge-acts.js';

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

describe('a marked act', () => {
  it('is kept with its third parties masked, and its flag says what the rules say of what is kept', () => {
    const activity = anActivity({ text: 'TANDA @orang.lain.test' });
    const accounts = new Map([[account.id, account]]);
    const [marked] = judgeActs({ screener: wordCounter(), accounts, now: NOW }, [activity]).marked;
    expect(marked!.activity.text).not.toContain('orang');
    const again = wordCounter().screen({ ...marked!.activity, publishedAt: '', account: { id: '', region: '35' } });
    expect(marked!.flag.points).toEqual(again.points);
    expect(again.points!.total).toBe(2);
  });
});
