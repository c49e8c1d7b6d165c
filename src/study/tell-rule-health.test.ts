import { afterEach, describe, expect, it } from 'vitest';
import { FileIssuesError, RetryableError } from '../domain/errors.js';
import { MAX_ISSUES, type RuleState, TELL_EVERY_MS } from '../domain/rule-health.js';
import { tellRuleHealth } from './tell-rule-health.js';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Our own fakes at our own interfaces. */
function aProcess() {
  let now = 0;
  let fault: Error | undefined;
  let isStoreDown = false;
  const saved: RuleState[] = [];
  const telling = tellRuleHealth({
    screener: {
      current: () => ({ ruleset: 'sha256:a', elections: 'sha256:e', engine: '0.1.0' }) as never,
      fault: () => fault,
    },
    states: {
      async saveRuleState(state) {
        if (isStoreDown) throw new Error('down');
        saved.push(state);
      },
      removeRuleState: async () => {},
    },
    clock: () => new Date(now),
    rulesDir: '/contoh/rules',
    onFailed: () => {},
  });
  closers.push(telling.close);
  return {
    ...{ saved, telling },
    breakBy: (error: Error | undefined) => {
      fault = error;
    },
    pass: (ms: number) => {
      now += ms;
    },
    storeIsDown: (isDown: boolean) => {
      isStoreDown = isDown;
    },
  };
}

const issueAt = (line: number) => ({ path: '/contoh/rules/speech/a.yaml', line, column: 2, problem: 'x', hint: 'y' });

describe('telling the state of the rule set', () => {
  it('tells a change at once, and nothing new only so often', async () => {
    const { telling, saved, breakBy, pass } = aProcess();
    await telling.look();
    pass(TELL_EVERY_MS - 1);
    await telling.look();
    expect(saved).toHaveLength(1);
    breakBy(new FileIssuesError([issueAt(1)]));
    await telling.look();
    expect(saved).toHaveLength(2);
    pass(TELL_EVERY_MS);
    await telling.look();
    expect(saved[2]).toMatchObject({ since: new Date(0), fault: { since: new Date(TELL_EVERY_MS - 1) } });
  });

  it('names files from the rules folder on, and holds the first faults of many with their number', async () => {
    const { telling, saved, breakBy } = aProcess();
    breakBy(new FileIssuesError(Array.from({ length: 70 }, (_, n) => issueAt(n + 1))));
    await telling.look();
    expect(saved[0]!.fault).toMatchObject({ count: 70, issues: { length: MAX_ISSUES } });
    expect(saved[0]!.fault!.issues[0]).toEqual({ ...issueAt(1), path: 'rules/speech/a.yaml' });
  });

  it('repeats our own words, never those of a driver', async () => {
    const { telling, saved, breakBy } = aProcess();
    breakBy(new Error('connect mongodb://u:rahasia@contoh'));
    await telling.look();
    breakBy(new RetryableError('MongoDB tidak menjawab.', 'Periksa servernya.'));
    await telling.look();
    expect(JSON.stringify(saved)).not.toContain('rahasia');
    expect(saved.map(({ fault }) => fault!.issues[0])).toMatchObject([
      { path: '', problem: 'Set baru belum dapat berlaku.', hint: 'netra doctor' },
      { path: '', problem: 'MongoDB tidak menjawab.', hint: 'Periksa servernya.' },
    ]);
  });

  it('tells again what could not be stored', async () => {
    const { telling, saved, storeIsDown } = aProcess();
    storeIsDown(true);
    await expect(telling.look()).rejects.toThrow('down');
    storeIsDown(false);
    await telling.look();
    expect(saved).toHaveLength(1);
  });
});
