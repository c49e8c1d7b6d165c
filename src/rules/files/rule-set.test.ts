import { expect, it } from 'vitest';
import { loadRules } from './load-rules.js';
import { hashOfRules } from './rule-set.js';

it('names a set anew when a rule moves to another folder, since clearing rules may name folders', async () => {
  const set = await loadRules('rules', { withSamples: false });
  expect(hashOfRules(set)).toBe(set.hash);
  const [first, ...rest] = set.rules;
  expect(hashOfRules({ ...set, rules: [{ ...first!, subject: 'elsewhere' }, ...rest] })).not.toBe(set.hash);
});
