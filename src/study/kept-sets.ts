import type { Election } from '../domain/election.js';
import { PermanentError } from '../domain/errors.js';
import type { RuleScreener } from '../rules/engine/screener.js';
import type { RulesetRepository } from '../storage/ruleset-repository.js';
import { sayError } from '../words/say.js';
import { STUDY_FAULTS } from '../words/steps.js';
import { type RulesContent, unpackElections, unpackRules, unpackScreener } from './replay-snapshot.js';

/** Where sets are kept under their hashes. What is gone or damaged is a PermanentError: a backup mends it, no retry. */
export type KeptSets = Pick<RulesetRepository, 'findSet'>;

export async function getKeptRules(sets: KeptSets, hash: string): Promise<RulesContent> {
  return unpackRules({ hash, content: await getContent(sets, 'rulesNotKept', hash) });
}

export async function getKeptElections(sets: KeptSets, hash: string): Promise<Election[]> {
  return unpackElections({ hash, content: await getContent(sets, 'electionsNotKept', hash) });
}

/** The screener that judged under these hashes. */
export async function getKeptScreener(
  sets: KeptSets,
  { ruleset, elections }: { readonly ruleset: string; readonly elections: string },
): Promise<RuleScreener> {
  const [rules, files] = await Promise.all([
    getContent(sets, 'rulesNotKept', ruleset),
    getContent(sets, 'electionsNotKept', elections),
  ]);
  return unpackScreener({ hash: ruleset, content: rules }, { hash: elections, content: files });
}

async function getContent(sets: KeptSets, fault: 'rulesNotKept' | 'electionsNotKept', hash: string): Promise<Buffer> {
  const content = await sets.findSet(hash);
  if (content) return content;
  throw new PermanentError(...sayError(STUDY_FAULTS[fault], 'id', { hash }));
}
