import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessRules, MIN_ACCOUNTS, type RuleVerdict } from './rule-feedback.js';

const RECENT = new Date('2026-10-01T00:00:00Z');
const BEFORE = new Date('2026-08-01T00:00:00Z');
const AFTER = new Date('2026-10-05T00:00:00Z');
const options = { recentFrom: RECENT };

/** `confirmed` of `accounts` accounts with one flag each. */
function verdictsOf(accounts: number, confirmed: number, at: Date): RuleVerdict[] {
  return Array.from({ length: accounts }, (_, n) => ({
    rule: 'contoh',
    accountId: `${at.getTime()}-${n}`,
    verdict: n < confirmed ? 'confirmed' : 'dismissed',
    at,
  }));
}

const anyVerdict = fc.record({
  rule: fc.constantFrom('a', 'b', 'constructor', '__proto__'),
  accountId: fc.constantFrom(...Array.from({ length: 6 }, (_, n) => `akun-${n}`), '__proto__'),
  verdict: fc.constantFrom('confirmed' as const, 'dismissed' as const, 'needs_context' as const),
  at: fc.constantFrom(BEFORE, AFTER),
});
const anyVerdicts = fc.array(anyVerdict, { maxLength: 300 });

describe('what verdicts say about a rule', () => {
  it('is its precision with an interval', () => {
    const [feedback] = assessRules(verdictsOf(20, 16, BEFORE), options);
    expect(feedback).toMatchObject({ rule: 'contoh', all: { confirmed: 16, dismissed: 4, accounts: 20 } });
    expect(feedback?.all.precision).toMatchObject({ rate: 0.8, cases: 20 });
    expect(feedback?.all.precision.low).toBeCloseTo(0.584, 3);
  });

  it('alarms when the recent share falls out of the own history, and when it rises', () => {
    const fell = [...verdictsOf(60, 54, BEFORE), ...verdictsOf(20, 8, AFTER)];
    const rose = [...verdictsOf(60, 20, BEFORE), ...verdictsOf(20, 19, AFTER)];
    expect(assessRules(fell, options)[0]).toMatchObject({ alarm: 'fell' });
    expect(assessRules(rose, options)[0]).toMatchObject({ alarm: 'rose' });
    const steady = [...verdictsOf(60, 48, BEFORE), ...verdictsOf(20, 15, AFTER)];
    expect(assessRules(steady, options)[0]?.alarm).toBeUndefined();
  });

  it('proposes shadow where surely fewer than half the accounts are confirmed, and only then', () => {
    expect(assessRules(verdictsOf(40, 8, BEFORE), options)[0]?.proposal).toBe('shadow');
    expect(assessRules(verdictsOf(40, 19, BEFORE), options)[0]?.proposal).toBeUndefined();
    expect(assessRules(verdictsOf(MIN_ACCOUNTS - 1, 0, BEFORE), options)[0]?.proposal).toBeUndefined();
  });

  it('lets a rule that was mended live: the newest verdicts count once there are enough', () => {
    const mended = [...verdictsOf(60, 6, BEFORE), ...verdictsOf(30, 28, AFTER)];
    expect(assessRules(mended, options)[0]?.proposal).toBeUndefined();
  });

  it('never alarms or proposes because one account repeats itself', () => {
    const loud: RuleVerdict[] = Array.from({ length: 500 }, () => ({
      rule: 'contoh',
      accountId: 'satu-akun-berulang',
      verdict: 'dismissed',
      at: AFTER,
    }));
    const [feedback] = assessRules([...verdictsOf(40, 36, BEFORE), ...verdictsOf(12, 11, AFTER), ...loud], options);
    expect(feedback).toMatchObject({ recent: { dismissed: 501, accounts: 13 } });
    expect(feedback?.alarm).toBeUndefined();
    expect(feedback?.proposal).toBeUndefined();
  });

  it('always weighs an account once: repeating all its verdicts changes no rate, alarm or proposal', () => {
    fc.assert(
      fc.property(anyVerdicts, fc.integer({ min: 2, max: 5 }), (verdicts, times) => {
        const loud = verdicts.filter((v) => v.accountId === 'akun-0');
        const repeated = [...verdicts, ...Array.from({ length: times - 1 }, () => loud).flat()];
        const essence = (all: readonly RuleVerdict[]) =>
          assessRules(all, options).map((f) => ({
            rule: f.rule,
            alarm: f.alarm,
            proposal: f.proposal,
            rates: [f.recent, f.history].map((part) => [part.accounts, part.byAccounts.rate.toFixed(9)]),
          }));
        const [once, often] = [essence(verdicts), essence(repeated)];
        // `all` merges the two parts, so only its number of accounts is compared through alarm and parts.
        expect(often.map(({ rates, alarm, rule }) => ({ rates, alarm, rule }))).toEqual(
          once.map(({ rates, alarm, rule }) => ({ rates, alarm, rule })),
        );
      }),
    );
  });

  it('never depends on the order of verdicts, and never names an account', () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        const text = JSON.stringify(assessRules(verdicts, options));
        const round = (json: string) =>
          JSON.parse(json, (_k, v: unknown) => (typeof v === 'number' ? Number(v.toFixed(9)) : v));
        expect(round(JSON.stringify(assessRules([...verdicts].reverse(), options)))).toEqual(round(text));
        expect(text).not.toContain('akun-');
      }),
    );
  });

  it('takes no side while reviewers still ask for context', () => {
    fc.assert(
      fc.property(anyVerdicts, (verdicts) => {
        const decided = verdicts.filter((v) => v.verdict !== 'needs_context');
        expect(assessRules(verdicts, options)).toEqual(assessRules(decided, options));
      }),
    );
  });
});
