import type { Screener, ScreenInput, ScreenResult } from '../../src/domain/screening.js';

/** Our own fake at our own interface: marks every act whose text holds `TANDA`. */
export function fakeScreener(version = '1'): Screener {
  return {
    ruleset: `sha256:rules-${version}`,
    elections: 'sha256:elections',
    engine: '0.0.0',
    screen: (input) => resultOf(input, version),
    wouldFire: () => [],
    describe: (match) => ({ id: match.rule, title: 'Contoh', explanation: '', clauses: [], falsePositives: [] }),
    ticketLabel: (id) => id,
    signTitle: () => undefined,
    ruleText: () => undefined,
    ticketAccounts: () => [],
  };
}

function resultOf(input: ScreenInput, version: string): ScreenResult {
  const start = input.text.indexOf('TANDA');
  const span = { field: 'text', start, end: start + 5, means: 'contoh' };
  const match = { rule: 'contoh', basis: ['D6'], tickets: ['c/1'], stance: 'support' as const, spans: [span] };
  return {
    id: input.id,
    flagged: start >= 0,
    stage: 'campaign',
    matches: start >= 0 ? [match] : [],
    cleared: [],
    ruleset: `sha256:rules-${version}`,
    elections: 'sha256:elections',
    engine: '0.0.0',
  };
}
