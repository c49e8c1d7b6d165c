import type { ConsoleDeps, RuleEntry } from '../console/deps.js';
import type { EvidenceStore } from '../evidence/evidence-store.js';
import type { LiveScreener } from '../rules/engine/live-screener.js';
import type { LoadedSet } from '../rules/files/load-set.js';
import { isClearing, isMarking, type Rule } from '../rules/files/rule-schema.js';
import type { Storage } from '../storage/storage.js';

/** What the console is given: repositories as they are, and the set in force in the words of its own interface. */
export function consoleDeps(parts: {
  storage: Storage;
  evidence: EvidenceStore;
  screener: Pick<LiveScreener, 'current' | 'loaded'>;
}): ConsoleDeps {
  const { storage, evidence, screener } = parts;
  return { ...storage, evidence, screener: screener.current, rules: () => describeRules(screener.loaded()) };
}

function describeRules({ rules: { rules, clauses } }: LoadedSet): RuleEntry[] {
  const textOf = new Map(clauses.map((clause) => [clause.item, clause]));
  return rules.map(({ rule, subject }) => ({
    ...{ id: rule.id, title: rule.title, status: rule.status, subject, effect: effectOf(rule) },
    clauses: itemsOf(rule).map((item) => ({
      item,
      text: textOf.get(item)?.text ?? '',
      sourceStatus: textOf.get(item)?.source_status ?? '',
    })),
  }));
}

function effectOf(rule: Rule): RuleEntry['effect'] {
  if (isMarking(rule)) return 'marks';
  return isClearing(rule) ? 'clears' : 'notes';
}

function itemsOf(rule: Rule): string[] {
  if (!isMarking(rule)) return [];
  return [...new Set([...rule.basis.before_determined, ...rule.basis.from_determined])];
}
