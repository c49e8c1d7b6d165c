import { describe, expect, it } from 'vitest';
import { assessRuleHealth, type RuleFault, type RuleState, SILENT_AFTER_MS } from './rule-health.js';

const NOW = new Date('2026-11-20T02:00:00Z');
const ago = (ms: number) => new Date(NOW.getTime() - ms);
const issue = { path: 'speech/contoh.yaml', line: 5, column: 6, problem: 'Kunci tidak dikenal', hint: 'hapus' };
const fault: RuleFault = { issues: [issue], count: 1, since: ago(60_000) };
const aState = (processId: string, more: Partial<RuleState> = {}): RuleState => ({
  ...{ processId, ruleset: 'sha256:a', elections: 'sha256:e', engine: '0.1.0', since: ago(300_000), toldAt: ago(1000) },
  ...more,
});

describe('the health of the rule set', () => {
  it('is sound where every process judges by what is on its disk, with the time the set came into force', () => {
    const first = { ruleset: 'sha256:a', elections: 'sha256:e', since: ago(9_000_000) };
    expect(assessRuleHealth([aState('1'), aState('2')], NOW, first)).toEqual({
      ...{ state: 'sound', faults: [], faultCount: 0 },
      sets: [{ ruleset: 'sha256:a', elections: 'sha256:e', engine: '0.1.0', since: first.since, processes: 2 }],
    });
  });

  it('is broken as soon as one process says so, and names each fault once with how many meet it', () => {
    const states = [aState('1', { fault }), aState('2', { fault: { ...fault, since: ago(50_000) } }), aState('3')];
    expect(assessRuleHealth(states, NOW)).toMatchObject({
      ...{ state: 'broken', faultCount: 1, faults: [{ issue, since: ago(60_000), processes: 2 }] },
      sets: [{ processes: 3, since: ago(300_000) }],
    });
  });

  it('shows each set that is in force somewhere, the commonest first', () => {
    const states = [aState('1', { ruleset: 'sha256:old' }), aState('2'), aState('3')];
    expect(assessRuleHealth(states, NOW).sets.map((s) => [s.ruleset, s.processes])).toEqual([
      ['sha256:a', 2],
      ['sha256:old', 1],
    ]);
  });

  it('forgets who tells nothing any more, and says when nobody does', () => {
    const gone = aState('1', { fault, toldAt: ago(SILENT_AFTER_MS) });
    expect(assessRuleHealth([gone, aState('2')], NOW).state).toBe('sound');
    expect(assessRuleHealth([gone], NOW)).toEqual({ state: 'silent', sets: [], faults: [], faultCount: 0 });
  });

  it('says how many faults there are where it holds only the first ones', () => {
    expect(assessRuleHealth([aState('1', { fault: { ...fault, count: 70 } })], NOW)).toMatchObject({ faultCount: 70 });
  });
});
