import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contest, Election } from '../../src/domain/election.js';
import type { ScreenInput, ScreenResult } from '../../src/domain/screening.js';
import { withExample } from '../../src/rules/elections/example-election.js';
import { loadElections } from '../../src/rules/elections/load-elections.js';
import { loadRules } from '../../src/rules/files/load-rules.js';
import type { RuleSet } from '../../src/rules/files/rule-set.js';

export const RULES_DIR = join(import.meta.dirname, '../../rules');

/** The invented election, which no installation loads. */
export const EXAMPLE_DIR = join(RULES_DIR, 'example');

/** Labelled posts that nobody on this project wrote; absent outside of the project's own machines. */
export const SHARED_EVAL = join(import.meta.dirname, '../../../shared/eval');

export async function loadAll(): Promise<{ ruleSet: RuleSet; elections: readonly Election[] }> {
  const [ruleSet, { elections }] = await Promise.all([
    loadRules(RULES_DIR),
    loadElections(join(RULES_DIR, 'elections')),
  ]);
  return { ruleSet, elections: await withExample(elections, RULES_DIR) };
}

export function anInput(input: Partial<ScreenInput> = {}): ScreenInput {
  return {
    id: 'a1',
    kind: 'post',
    text: '',
    publishedAt: '2026-05-10T05:00:00Z',
    account: { id: 'akun-1', region: '35' },
    ...input,
  };
}

/** Texts of one shared set, for tests that only compare verdicts with each other; none where the folder is absent. */
export function sharedTexts(set: string, limit: number): string[] {
  const path = join(SHARED_EVAL, 'dev', set, 'dev.csv');
  if (!existsSync(path)) return [];
  const source = readFileSync(path, 'utf8');
  return [...source.matchAll(/"((?:[^"]|"")+)"/g)].slice(0, limit).map((m) => m[1]!.replaceAll('""', '"'));
}

/** What a verdict says apart from where the words stand and under which hashes it was given. */
export function verdict(
  { flagged, stage, matches, cleared, sides = [] }: ScreenResult,
  rename: (id: string) => string = (id) => id,
) {
  return {
    flagged,
    stage,
    matches: matches.map(({ rule, basis, tickets, stance }) => ({
      rule,
      basis,
      stance,
      tickets: tickets.map(rename).sort(),
    })),
    sides: Object.fromEntries(sides.map(({ ticket, stance }) => [rename(ticket), stance])),
    cleared: cleared.map((c) => c.reason),
  };
}

/** Exchanges names and all other signs of tickets 1 and 2. */
export function swapSigns(contest: Contest): Contest {
  const [one, two] = [1, 2].map((n) => contest.tickets.find((t) => t.number === n));
  if (!one || !two) return contest;
  const tickets = contest.tickets.map((t) => {
    if (t === one) return { ...two, id: one.id, number: 1 };
    return t === two ? { ...one, id: two.id, number: 2 } : t;
  });
  return { ...contest, tickets };
}
