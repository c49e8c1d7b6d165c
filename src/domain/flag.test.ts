import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangedMeanwhileError, PermanentError } from './errors.js';
import { decide, type Flag, type Review } from './flag.js';
import { VERDICTS } from './verdict.js';

const NOW = new Date('2024-10-15T02:00:00Z');

function aFlag(changes: Partial<Flag> = {}): Flag {
  return {
    id: 'f1',
    activityId: 'f1',
    accountId: 'a1',
    officeCode: 'OPD-1',
    region: '35.78',
    platform: 'bluesky',
    kind: 'post',
    actedAt: NOW,
    stage: 'campaign',
    matches: [],
    cleared: [],
    ruleset: 'sha256:r',
    elections: 'sha256:e',
    engine: '0.1.0',
    state: 'open',
    createdAt: NOW,
    openedAt: NOW,
    version: 2,
    reviews: [],
    ...changes,
  };
}

function aReview(changes: Partial<Review> = {}): Review {
  return { verdict: 'confirmed', reason: 'contoh alasan', weighed: [], reviewerId: 'u1', at: NOW, ...changes };
}

describe('decide', () => {
  it('records who decided what and why, raises the version and lets the claim go', () => {
    const flag = aFlag({ claim: { by: 'u1', until: NOW } });
    const decided = decide(flag, 2, aReview());
    expect(decided).toMatchObject({
      state: 'decided',
      version: 3,
      reviews: [{ reviewerId: 'u1', verdict: 'confirmed' }],
    });
    expect(decided.claim).toBeUndefined();
    expect(flag).toEqual(aFlag({ claim: { by: 'u1', until: NOW } }));
  });

  it('keeps a flag open that needs context', () => {
    expect(decide(aFlag(), 2, aReview({ verdict: 'needs_context' })).state).toBe('open');
  });

  it('keeps earlier reviews; the last one is in force', () => {
    const once = decide(aFlag(), 2, aReview({ verdict: 'needs_context' }));
    const twice = decide(once, 3, aReview({ verdict: 'dismissed', reviewerId: 'u2' }));
    expect(twice.reviews.map((r) => [r.reviewerId, r.verdict])).toEqual([
      ['u1', 'needs_context'],
      ['u2', 'dismissed'],
    ]);
  });

  it('refuses a decision made on an older version', () => {
    expect(() => decide(aFlag(), 1, aReview())).toThrow(ChangedMeanwhileError);
  });

  it('refuses while evidence is not sealed', () => {
    expect(() => decide(aFlag({ state: 'sealing' }), 2, aReview())).toThrow('Bukti belum disegel.');
  });

  it.each([
    ['a reason', { reason: ' \n\t' }],
    ['a named person', { reviewerId: '  ' }],
  ])('needs %s, whatever the verdict', (_what, missing) => {
    for (const verdict of VERDICTS)
      expect(() => decide(aFlag(), 2, aReview({ verdict, ...missing }))).toThrow(PermanentError);
  });

  it('never confirms before every clearing sign is weighed, and always lets go without', () => {
    const reasons = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(reasons, fc.nat(), (cleared, left) => {
        const flag = aFlag({ cleared: cleared.map((reason) => ({ reason, spans: [] })) });
        const weighed = cleared.filter((_, i) => i !== left % cleared.length);
        expect(() => decide(flag, 2, aReview({ weighed }))).toThrow('belum ditimbang');
        expect(decide(flag, 2, aReview({ weighed: cleared })).state).toBe('decided');
        expect(decide(flag, 2, aReview({ weighed, verdict: 'dismissed' })).state).toBe('decided');
      }),
    );
  });
});
