import { describe, expect, it } from 'vitest';
import type { Stance } from '../../domain/screening.js';
import { saySide, stanceTerms, titleFor } from '../../words/rules/sides.js';
import type { Reason } from './decide.js';
import type { LeaningWords } from './leaning.js';
import { joinSides, sidesOf } from './sides.js';

/** What a rule found, as far as sides are told from it. */
const reason = (id: string, stance: Stance, tickets: number[]) =>
  ({ stance, fired: { rule: { written: { id } }, outcome: { tickets } } }) as unknown as Reason;
const POINTS: Record<string, number> = { call: 30, praise: 12, scorn: 12, rally: 25 };
const LEANS = { 'word.hardship': -14, 'act.any': 2, 'rule.praise': 4, 'rule.scorn': -9, 'rule.call': 20 };

/** Tickets 1 and 2 stand in one contest, ticket 11 in another one. */
const sides = (...reasons: Reason[]) => sidesWith([], reasons);
const sidesWith = (leaning: LeaningWords[], reasons: Reason[]) => {
  const signs = Object.entries(POINTS).map(([id, points]) => ({ name: `rule.${id}`, points, places: [] }));
  const score = { total: 40, signs } as never;
  const card = { line: 16, for: {}, against: {}, leans: LEANS };
  const ticketOf = (n: number) => ({ id: `kontes-${n > 10 ? 'b' : 'a'}/${n % 10}`, contestIndex: n > 10 ? 1 : 0 });
  return Object.fromEntries(sidesOf({ reasons, score, card, leaning, ticketOf }).map((s) => [s.ticket, s.stance]));
};

describe('the side of a mark', () => {
  it('is that of its rules, for each ticket, and of two contests at once', () => {
    expect(sides(reason('call', 'support', [1, 11]))).toEqual({ 'kontes-a/1': 'support', 'kontes-b/1': 'support' });
    expect(sides(reason('praise', 'support', [1]), reason('scorn', 'attack', [2]))).toEqual({
      'kontes-a/1': 'support',
      'kontes-a/2': 'attack',
    });
    expect(sides(reason('reply', 'unclear', [1]))).toEqual({ 'kontes-a/1': 'unclear' });
  });

  it('is unclear where support and attack of one ticket are near, and the clear one where they are not', () => {
    expect(sides(reason('praise', 'support', [1]), reason('scorn', 'attack', [1]))).toEqual({
      'kontes-a/1': 'unclear',
    });
    expect(sides(reason('call', 'support', [1]), reason('scorn', 'attack', [1]))).toEqual({ 'kontes-a/1': 'support' });
  });

  it('is told by the words of the act as well where both are found', () => {
    const both = [reason('praise', 'support', [1]), reason('scorn', 'attack', [1])];
    expect(sidesWith([{ name: 'word.hardship', places: [] }], both)).toEqual({ 'kontes-a/1': 'attack' });
    expect(sidesWith([{ name: 'word.unknown', places: [] }], both)).toEqual({ 'kontes-a/1': 'unclear' });
  });

  it('is unclear where two tickets of a contest are spoken for alike; one that leads clearly keeps its side', () => {
    const alike = sides(reason('call', 'support', [1]), reason('rally', 'support', [2]));
    expect(alike).toEqual({ 'kontes-a/1': 'unclear', 'kontes-a/2': 'unclear' });
    const led = sides(reason('call', 'support', [1]), reason('praise', 'support', [2]));
    expect(led).toEqual({ 'kontes-a/1': 'support', 'kontes-a/2': 'unclear' });
    expect(sides(reason('call', 'support', [1, 2]))).toEqual(alike);
  });

  it('is unclear where two readings of one act differ', () => {
    const [yes, no] = (['support', 'attack'] as const).map((stance) => [{ ticket: 'a/1', stance }]);
    expect(joinSides(yes!, no!)).toEqual([{ ticket: 'a/1', stance: 'unclear' }]);
    expect(joinSides(yes!, [])).toEqual(yes);
  });

  it('is said in a sentence; to choose the empty box is nobody’s support', () => {
    const label = '1 · Bramantya Contohadi dan Sekarwangi Contohwati';
    expect(saySide({ ticket: 'a/1', stance: 'attack' }, label, 'id')).toBe(`menyerang ${label}`);
    expect(saySide({ ticket: 'a/0', stance: 'support' }, 'kotak kosong', 'id')).toBe('memilih kotak kosong');
    expect(saySide({ ticket: 'a/0', stance: 'unclear' }, 'kotak kosong', 'id')).toContain('belum jelas terhadap kotak');
    expect(titleFor('Ajakan memilih pasangan calon', ['a/0'])).toBe('Ajakan memilih kotak kosong');
    expect(titleFor('Pasangan calon disebut dengan jelas', ['a/0'])).toBe('Kotak kosong disebut dengan jelas');
    expect(titleFor('Ajakan memilih pasangan calon', ['a/0', 'a/1'])).toBe('Ajakan memilih pasangan calon');
    expect([stanceTerms(['a/0']).support.id, stanceTerms(['a/10']).support.id]).toEqual([
      'memilih kotak kosong',
      'mendukung',
    ]);
  });
});
