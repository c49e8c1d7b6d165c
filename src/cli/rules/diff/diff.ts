import { loadRules } from '../../../rules/files/load-rules.js';
import { diffRules, type FieldChange, listChange, type PartDiff, type RuleSetDiff } from '../../../study/diff-rules.js';
import { RULES_DIFF } from '../../../words/cli/study.js';
import { sayIn } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { toJson } from '../../print.js';

export interface RulesDiffOptions {
  /** The folder as it was. */
  readonly rulesDir: string;
  /** The folder as it would be. */
  readonly withDir: string;
  readonly json: boolean;
  readonly write: (text: string) => void;
}

/** `netra rules diff --with DIR`: exit 0 whether or not something changed; a folder with faults is an error. */
export async function runRulesDiff({ rulesDir, withDir, json, write }: RulesDiffOptions): Promise<number> {
  const load = (dir: string) => loadRules(dir, { withSamples: false });
  const [before, after] = await Promise.all([load(rulesDir), load(withDir)]);
  const diff = diffRules(before, after);
  write(json ? `${toJson(diff)}\n` : toText(diff));
  return EXIT.ok;
}

const say = sayIn('id');
const PARTS = ['rules', 'lexicons', 'clauses', 'slang', 'scorecard'] as const;

function toText(diff: RuleSetDiff): string {
  if (diff.isEqual) return `${say(RULES_DIFF.none, { ruleset: diff.before })}\n`;
  const parts = PARTS.flatMap((part) => partLines(say(RULES_DIFF.part[part]), diff[part]));
  return `${[say(RULES_DIFF.from, { ruleset: diff.before }), say(RULES_DIFF.to, { ruleset: diff.after }), ...parts].join('\n')}\n`;
}

function partLines(name: string, { added, removed, changed }: PartDiff): string[] {
  return [
    ...added.map((id) => `+ ${name} ${id}`),
    ...removed.map((id) => `- ${name} ${id}`),
    ...changed.flatMap(({ id, changes }) => [`~ ${name} ${id}`, ...changes.flatMap(changeLines)]),
  ];
}

function changeLines(change: FieldChange): string[] {
  const list = listChange(change);
  const isMoved = list && list.added.length + list.removed.length === 0;
  if (!list || isMoved) return [`    ${change.field}: ${show(change.before)} → ${show(change.after)}`];
  const words = [...list.added.map((word) => `+${word}`), ...list.removed.map((word) => `-${word}`)];
  return [`    ${change.field}: ${words.join(' ')}`];
}

function show(value: unknown): string {
  return value === undefined ? say(RULES_DIFF.absent) : toJson(value);
}
