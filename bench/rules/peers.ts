import jsonRulesEngine, { type TopLevelCondition } from 'json-rules-engine';
import type { Election } from '../../src/domain/election.js';
import type { ScreenInput } from '../../src/domain/screening.js';
import { isMarking } from '../../src/rules/files/rule-schema.js';
import type { RuleSet } from '../../src/rules/files/rule-set.js';

interface Task {
  readonly ruleSet: RuleSet;
  readonly elections: readonly Election[];
  readonly posts: readonly ScreenInput[];
}

/** The words that a rule asks for, lists included, and those that it refuses. */
function wordsOf({ lexicons }: RuleSet, names: readonly string[], rule: RuleSet['rules'][number]['written']): string[] {
  return names.flatMap((name) => {
    const selection = rule.selections[name]!;
    const lists = (selection.lexicon ?? []).map((id) => lexicons.find((l) => l.id === id)!);
    return [
      ...(selection.stem ?? []),
      ...(selection.words ?? []),
      ...(selection.phrase ?? []),
      ...lists.flatMap((l) => [...(l.words ?? []), ...(l.stems ?? []), ...(l.phrases ?? [])]),
    ];
  });
}

/** Names and tags of the tickets a person in the account's region votes for: far fewer than Netra looks for. */
function signsOf(elections: readonly Election[]): string[] {
  const contests = elections.flatMap((e) => e.contests).filter((c) => ['35', '35.78'].includes(c.region));
  return contests.flatMap((c) => c.tickets).flatMap((t) => [...t.names, ...t.aliases.map((a) => a.text)]);
}

function conditionsOf({ ruleSet, elections }: Task) {
  const signs = signsOf(elections).map((s) => s.toLowerCase());
  return ruleSet.rules
    .filter(({ written: rule }) => isMarking(rule))
    .map(({ written: rule }) => ({
      id: rule.id,
      signs,
      wanted: wordsOf(ruleSet, [...(rule.when.all ?? []), ...(rule.when.any ?? [])], rule),
      refused: wordsOf(ruleSet, rule.when.none ?? [], rule),
    }));
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a careful programmer writes first: one expression for each word of each rule, no stems, no spans. */
export function measureRegExpLoop(
  task: Task & { cost: (run: (p: ScreenInput) => unknown, posts: readonly ScreenInput[]) => number },
): number {
  const expression = (word: string) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'iu');
  const rules = conditionsOf(task).map((c) => ({
    signs: c.signs.map(expression),
    wanted: c.wanted.map(expression),
    refused: c.refused.map(expression),
  }));
  const has = (text: string, list: readonly RegExp[]) => list.some((e) => e.test(text));
  const run = ({ text }: ScreenInput) =>
    rules.filter((r) => (r.wanted.length === 0 || has(text, r.wanted)) && has(text, r.signs) && !has(text, r.refused));
  return task.cost(run, task.posts);
}

/** The same conditions as rules of json-rules-engine: one fact, an operator that looks for any word of a list. */
export async function measureJsonRules(task: Task): Promise<number> {
  const engine = new jsonRulesEngine.Engine();
  engine.addOperator('hasAny', (text: string, words: string[]) => words.some((w) => text.includes(w)));
  for (const { id, signs, wanted, refused } of conditionsOf(task)) {
    const asked = [signs, wanted].filter((list) => list.length > 0);
    const all = asked.map((value) => ({ fact: 'text', operator: 'hasAny', value }));
    const not = refused.map((word) => ({ not: { fact: 'text', operator: 'hasAny', value: [word] } }));
    const conditions = { all: [...all, ...not] } as unknown as TopLevelCondition;
    engine.addRule({ conditions, event: { type: id } });
  }
  const run = async () => {
    for (const post of task.posts) await engine.run({ text: post.text.toLowerCase() });
  };
  await run();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / task.posts.length;
}
