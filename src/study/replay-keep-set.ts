import type { Clock } from '../domain/clock.js';
import type { LoadedSet } from '../rules/load-set.js';
import type { RulesetRepository } from '../storage/ruleset-repository.js';
import { packSet } from './replay-snapshot.js';

export interface KeepSetDeps {
  readonly rulesets: RulesetRepository;
  readonly clock: Clock;
}

/**
 * Keeps a set before the first act is judged by it, and writes its coming into force to the audit log. Safe to
 * repeat; of several processes that follow the same files one writes the entry.
 */
export async function keepSetInForce({ rulesets, clock }: KeepSetDeps, set: LoadedSet): Promise<void> {
  const { ruleset, elections, engine } = set.screener;
  await rulesets.saveSetsOnce(packSet(set), clock());
  await rulesets.recordInForce({ ruleset, elections }, clock(), engine);
}
