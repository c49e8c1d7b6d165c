import { describe, expect, it } from 'vitest';
import { COUNTED_AS, countsFor, leftToWeigh, SETTLING_VERDICTS, VERDICTS } from './verdict.js';

const CLEARED = [{ reason: 'quoted_speech' }, { reason: 'news' }];

describe('the table of verdicts', () => {
  it('has a verdict for each side that is counted, and counts none that settles nothing', () => {
    expect(new Set(SETTLING_VERDICTS.map(countsFor))).toEqual(new Set(COUNTED_AS));
    const questions = VERDICTS.filter((verdict) => !SETTLING_VERDICTS.includes(verdict));
    expect(questions.map(countsFor)).toEqual(questions.map(() => undefined));
    expect(countsFor(undefined)).toBeUndefined();
  });

  it('lets nothing count for a rule before all that clears was weighed', () => {
    for (const verdict of VERDICTS.filter((own) => countsFor(own) === 'confirmed')) {
      expect(leftToWeigh(CLEARED, { verdict, weighed: ['news'] })).toEqual(['quoted_speech']);
      expect(leftToWeigh(CLEARED, { verdict, weighed: ['news', 'quoted_speech'] })).toEqual([]);
    }
  });

  it('asks for no tick where nothing is held against a person', () => {
    for (const verdict of VERDICTS.filter((own) => countsFor(own) !== 'confirmed')) {
      expect(leftToWeigh(CLEARED, { verdict, weighed: [] })).toEqual([]);
    }
  });
});
