import type { Clock } from '../domain/clock.js';
import type { LoadedSet } from '../rules/load-set.js';
import type { AuditRepository } from '../storage/audit-repository.js';
import type { RulesetRepository } from '../storage/ruleset-repository.js';
import { packSet } from './replay-snapshot.js';

export interface KeepSetDeps {
  readonly rulesets: RulesetRepository;
  readonly audit: Pick<AuditRepository, 'appendEntry'>;
  readonly clock: Clock;
}

/**
 * Keeps a set before the first act is judged by it, and writes its coming into force to the audit log. Safe to
 * repeat; of several processes that follow the same files one writes the entry.
 */
export async function keepSetInForce({ rulesets, audit, clock }: KeepSetDeps, set: LoadedSet): Promise<void> {
  const { ruleset, elections, engine } = set.screener;
  await rulesets.saveSetsOnce(packSet(set), clock());
  const { wasChanged, before } = await rulesets.recordInForce({ ruleset, elections }, clock());
  if (!wasChanged) return;
  await audit.appendEntry({
    at: clock(),
    actor: 'system:rules',
    action: 'rules_changed',
    subject: ruleset,
    details: { elections, engine, rulesetBefore: before?.ruleset ?? '', electionsBefore: before?.elections ?? '' },
  });
}
