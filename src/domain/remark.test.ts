import { describe, expect, it } from 'vitest';
import type { Flag, Review } from './flag.js';
import { mentionsIn, type Remark, remarksFor } from './remark.js';
import type { Verdict } from './verdict.js';

const PEOPLE = [{ username: 'sari' }, { username: 'bagus.p' }, { username: 'ratna-2' }];
const called = (text: string) => {
  const { people, unknown } = mentionsIn(text, PEOPLE);
  return [people.map(({ username }) => username), unknown];
};

describe('a mention', () => {
  it('is a name after an at sign, in any case, each once, also at the end of a sentence', () => {
    expect(called('@sari, lihat ini. Juga @Bagus.P (contoh) dan @ratna-2. @SARI!')).toEqual([
      ['sari', 'bagus.p', 'ratna-2'],
      [],
    ]);
  });

  it('is no address of mail, no name within a word, and nobody who is not there', () => {
    expect(called('surel@sari.example, a@sari, @@sari, @sa, @budi-contoh')).toEqual([[], ['budi-contoh']]);
  });

  it('is found in time that grows with the text alone', () => {
    const began = performance.now();
    called('@'.repeat(100_000) + 'a'.repeat(100_000));
    called('@a.'.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

const at = (minute: number) => new Date(Date.UTC(2029, 0, 1, 8, minute));
const remark = (by: string, minute: number): Remark => ({
  id: `${by}${minute}`,
  flagId: 'f',
  by,
  at: at(minute),
  text: '',
});
const review = (reviewerId: string, verdict: Verdict, minute: number): Review => ({
  verdict,
  reason: 'contoh',
  weighed: [],
  reviewerId,
  at: at(minute),
});
const flag = (state: Flag['state'], ...reviews: Review[]) => ({ state, reviews });
const REMARKS = [remark('sari', 1), remark('bagus', 2), remark('ratna', 3), remark('bagus', 20)];
const REVIEWER = { id: 'bagus', role: 'reviewer' } as const;
const SUPERVISOR = { id: 'ratna', role: 'supervisor' } as const;
const seen = (of: Parameters<typeof remarksFor>[0], by: Parameters<typeof remarksFor>[1]) => {
  const { shown, hidden, isNameless } = remarksFor(of, by, REMARKS);
  return [shown.map(({ id }) => id), hidden, isNameless];
};

describe('remarks', () => {
  it('are all there before anybody has decided, and for whoever has', () => {
    const all = [REMARKS.map(({ id }) => id), 0, false];
    expect(seen(flag('open'), SUPERVISOR)).toEqual(all);
    expect(seen(flag('decided', review('bagus', 'confirmed', 10)), REVIEWER)).toEqual(all);
  });

  it('that answer the first person, who had decided, tell nothing to the second', () => {
    const open = flag('open', review('sari', 'confirmed', 10), review('sari', 'needs_context', 11));
    const answer = { ...remark('kantor', 12), isAnswer: true };
    expect(remarksFor(open, SUPERVISOR, [answer])).toMatchObject({ shown: [], hidden: 1 });
    const asked = flag('open', review('sari', 'confirmed', 10), review('wulan', 'needs_context', 11));
    expect(remarksFor(asked, SUPERVISOR, [answer])).toMatchObject({ shown: [answer], hidden: 0 });
  });

  it('of the first person, and what was written after the verdict, stay hidden from the second until it is given', () => {
    const first = review('sari', 'confirmed', 10);
    expect(seen(flag('decided', first), SUPERVISOR)).toEqual([['bagus2', 'ratna3'], 2, true]);
    // A question put it back: the verdict still stands there.
    expect(seen(flag('open', first, review('ratna', 'needs_context', 12)), REVIEWER)).toEqual([
      ['bagus2', 'ratna3', 'bagus20'],
      1,
      true,
    ]);
    const both = flag('decided', first, review('ratna', 'confirmed', 30));
    expect(seen(both, SUPERVISOR)).toEqual([REMARKS.map(({ id }) => id), 0, false]);
  });

  it('of others are all hidden from whoever settles between two', () => {
    const two = flag('contrary', review('sari', 'confirmed', 10), review('wulan', 'dismissed', 15));
    expect(seen(two, SUPERVISOR)).toEqual([['ratna3'], 3, true]);
    expect(seen(two, { id: 'wulan', role: 'supervisor' })).toEqual([REMARKS.map(({ id }) => id), 0, false]);
  });
});
