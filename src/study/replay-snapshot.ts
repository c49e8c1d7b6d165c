import { gunzipSync, gzipSync } from 'node:zlib';
import { canonicalHash } from '../domain/canonical-json.js';
import type { Election } from '../domain/election.js';
import { PermanentError } from '../domain/errors.js';
import type { ElectionFile } from '../rules/elections/election-schema.js';
import { electionOf } from '../rules/elections/parse-election.js';
import { RuleScreener } from '../rules/engine/screener.js';
import type { Rule } from '../rules/files/rule-schema.js';
import { hashOfRules, type LoadedRule, type RuleSet } from '../rules/files/rule-set.js';
import type { LoadedSet } from '../rules/load-set.js';
import type { SetSnapshot } from '../storage/ruleset-repository.js';
import { sayError } from '../words/say.js';
import { STUDY_FAULTS } from '../words/steps.js';

/** A rule set as it is kept. */
export interface RulesContent {
  readonly rules: readonly { readonly rule: Rule; readonly subject: string }[];
  readonly clauses: RuleSet['clauses'];
  readonly lexicons: RuleSet['lexicons'];
  /** As entries: an object would put forms that look like numbers first. */
  readonly slang: readonly (readonly [form: string, words: readonly string[]])[];
  readonly scorecard?: RuleSet['scorecard'];
}

/** Far above every real set; a packed bomb is refused. */
const MAX_CONTENT_BYTES = 256 * 1024 * 1024;

/** A rule set and its elections as they are kept under their hashes: gzipped JSON. Samples are left out. */
export function packSet({ ruleSet, electionFiles, screener }: LoadedSet): [rules: SetSnapshot, elections: SetSnapshot] {
  const content: RulesContent = {
    rules: ruleSet.rules.map(({ written, subject }) => ({ rule: written, subject })),
    clauses: ruleSet.clauses,
    lexicons: ruleSet.lexicons,
    slang: [...ruleSet.slang],
    scorecard: ruleSet.scorecard,
  };
  return [
    { hash: screener.ruleset, content: gzipSync(JSON.stringify(content)) },
    { hash: screener.elections, content: gzipSync(JSON.stringify(electionFiles)) },
  ];
}

/** Throws PermanentError where the content is damaged: it must give the very hash it is kept under. */
export function unpackRules(kept: SetSnapshot): RulesContent {
  return unpack<RulesContent>(kept, (content) => hashOfRules({ ...content, rules: loadedRules(content) }));
}

/** Sorted by id, as they are loaded from files. Throws PermanentError where the content is damaged. */
export function unpackElections(kept: SetSnapshot): Election[] {
  const files = unpack<readonly ElectionFile[]>(kept, hashOfElections);
  return files.map(electionOf).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The screener that judged under these hashes, built from what was kept. Throws PermanentError as the two above. */
export function unpackScreener(rules: SetSnapshot, elections: SetSnapshot): RuleScreener {
  const content = unpackRules(rules);
  const { clauses, lexicons, slang, scorecard } = content;
  return new RuleScreener({
    rules: loadedRules(content),
    clauses,
    lexicons,
    slang: new Map(slang),
    scorecard,
    hash: rules.hash,
    elections: unpackElections(elections),
    electionsHash: elections.hash,
  });
}

/** As if read from files; samples are not kept. */
function loadedRules({ rules }: RulesContent): LoadedRule[] {
  return rules.map(({ rule, subject }) => {
    const path = `${subject}/${rule.id}.yaml`;
    return { written: rule, subject, path, samples: undefined, samplesPath: path };
  });
}

function unpack<T>({ hash, content }: SetSnapshot, hashOf: (value: T) => string): T {
  let value: T;
  try {
    value = JSON.parse(gunzipSync(content, { maxOutputLength: MAX_CONTENT_BYTES }).toString()) as T;
    if (hashOf(value) === hash) return value;
  } catch (error) {
    throw damaged(hash, error);
  }
  throw damaged(hash);
}

/** As `loadElections` does. */
function hashOfElections(files: readonly ElectionFile[]): string {
  return canonicalHash(files.map((file) => canonicalHash(file)).sort());
}

function damaged(hash: string, cause?: unknown): PermanentError {
  return new PermanentError(...sayError(STUDY_FAULTS.damaged, 'id', { hash }), { cause });
}
