import { CONDITIONS, isClearing, isNote, type Rule } from '../../../rules/files/rule-schema.js';
import type { LoadedRule, RuleSet } from '../../../rules/files/rule-set.js';
import { selectionInWords } from '../../../rules/selections/keys.js';
import { RULE_CARD } from '../../../words/cli/rules.js';
import { sayIn } from '../../../words/say.js';
import { STANCE_TERMS } from '../../../words/terms.js';

const say = sayIn('id');

/** A rule as an analyst reads it. */
export function ruleCard({ written: rule, path, samples }: LoadedRule, ruleSet: RuleSet): string[] {
  return [
    `${rule.title} (${rule.id}, ${rule.status})`,
    path,
    rule.explain,
    ...(rule.status === 'shadow' ? [say(RULE_CARD.shadow)] : []),
    ...effectLines(rule, ruleSet),
    say(RULE_CARD.appliesTo, { kinds: rule.applies_to.join(', ') }),
    ...conditionLines(rule),
    say(RULE_CARD.wrongWhen),
    ...rule.false_positives.map((f) => `  ${f}`),
    ...(rule.weak === undefined ? [] : [say(RULE_CARD.weak), ...rule.weak.map((kind) => `  ${kind}`)]),
    say(RULE_CARD.samples, { match: samples?.match.length ?? 0, noMatch: samples?.no_match.length ?? 0 }),
  ];
}

function conditionLines({ when, selections }: Rule): string[] {
  const width = Math.max(...Object.keys(selections).map((name) => name.length));
  return [
    say(RULE_CARD.conditions),
    ...CONDITIONS.flatMap((key) =>
      when[key] === undefined ? [] : [`  ${say(RULE_CARD.condition[key])}: ${when[key].join(', ')}`],
    ),
    ...Object.entries(selections).map(
      ([name, selection]) => `    ${name.padEnd(width)}  ${selectionInWords(selection)}`,
    ),
  ];
}

/** What the rule does when it fires. */
function effectLines(rule: Rule, { clauses }: RuleSet): string[] {
  if (isClearing(rule)) {
    const { rules, effect, weak_when: weak } = rule.clears;
    const names = CONDITIONS.flatMap((key) =>
      weak?.[key] === undefined ? [] : [`${say(RULE_CARD.condition[key])}: ${weak[key].join(', ')}`],
    );
    const weakens = names.length > 0 ? say(RULE_CARD.weakWhen, { names: names.join('; ') }) : '';
    return [`${say(RULE_CARD.clears, { rules: [rules].flat().join(', '), effect })}${weakens}`];
  }
  if (isNote(rule)) return [say(RULE_CARD.note)];
  const clause = (item: string) => {
    const found = clauses.find((c) => c.item === item);
    return `  ${item}  ${found?.text ?? ''} [${found?.source_status ?? '?'}]`;
  };
  const unclear = rule.unclear_when ? say(RULE_CARD.unclearWhen, { names: rule.unclear_when.join(', ') }) : '';
  return [
    `${say(RULE_CARD.stance, { stance: say(STANCE_TERMS[rule.stance]) })}${unclear}`,
    say(RULE_CARD.beforeDetermined),
    ...rule.basis.before_determined.map(clause),
    say(RULE_CARD.fromDetermined),
    ...rule.basis.from_determined.map(clause),
  ];
}
