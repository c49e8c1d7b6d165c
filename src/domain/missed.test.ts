import { describe, expect, it } from 'vitest';
import type { Flag } from './flag.js';
import { createMissedTally, toMissedAct } from './missed.js';

// Invented names ("contoh").
const review = (verdict: 'confirmed' | 'dismissed' | 'needs_context') =>
  ({ verdict, reason: 'Contoh.', weighed: [], reviewerId: 'a', at: new Date(0) }) as const;
const match = { rule: 'x', basis: [], tickets: [], stance: 'support', spans: [] } as const;
const FLAG = { kind: 'post', platform: 'tiktok', stage: 'campaign', cleared: [] } as unknown as Flag;

describe('what rules missed', () => {
  it('is what people confirmed without a match; the dismissed and the undecided say nothing', () => {
    const tally = createMissedTally();
    expect(tally.recall()).toEqual({ rate: 0, low: 0, high: 1, cases: 0 });
    const given = [
      [[match], 'confirmed', false],
      [[match], 'confirmed', false],
      [[match], 'confirmed', false],
      [[], 'confirmed', true],
      [[], 'dismissed', false],
      [[], 'needs_context', false],
    ] as const;
    for (const [matches, verdict, isMissed] of given)
      expect(tally.add({ matches, reviews: [review(verdict)] })).toBe(isMissed);
    expect(tally.add({ matches: [], reviews: [] })).toBe(false);
    expect(tally.recall()).toMatchObject({ rate: 0.75, cases: 4 });
    expect(tally.recall().low).toBeGreaterThan(0.29);
    expect(tally.recall().high).toBeLessThan(0.96);
  });

  it('names nobody: handle, former handle and each part of the name are dots of the same length', () => {
    const account = { name: 'Wiratmoko Contohsaputra', handle: 'wira.contoh', formerHandles: ['wira_lama'] };
    const text = 'Saya WIRATMOKO (@wira.contoh, dulu wira_lama) dukung pasangan. Salam, contohsaputra';
    const act = toMissedAct(FLAG, { text, target: { text: 'Halo Wiratmoko' } }, account);
    expect(act.text).toHaveLength(text.length);
    expect(`${act.text} ${act.targetText}`.toLowerCase()).not.toMatch(/wira|contohsaputra/);
    expect(act.text).toContain('dukung pasangan');
  });

  it('shows nothing of a text whose letters change their number when they are made small', () => {
    const account = { name: 'Contoh', handle: 'contoh', formerHandles: [] };
    expect(toMissedAct(FLAG, { text: 'İ contoh' }, account).text).toBe('•'.repeat(8));
  });
});
