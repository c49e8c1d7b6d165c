import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PermanentError } from '../../../domain/errors.js';
import type { Stance } from '../../../domain/screening.js';
import { signNameOf, type WeighedList } from '../../../rules/engine/act-signs.js';
import { RuleScreener } from '../../../rules/engine/screener.js';
import { isMarking } from '../../../rules/files/rule-schema.js';
import type { Scorecard } from '../../../rules/files/scorecard-schema.js';
import { isYamlName } from '../../../rules/files/yaml-name.js';
import { loadFiles } from '../../../rules/load-files.js';
import type { Example } from '../../../study/weigh/fit-points.js';
import { examplesOf, type LabelledAct } from '../../../study/weigh/labelled-act.js';
import { WEIGH } from '../../../words/cli/weigh.js';
import { sayIn } from '../../../words/say.js';
import { readJsonLines } from './read-json-lines.js';

const say = sayIn('id');

export interface ReadExamples {
  readonly examples: readonly Example[];
  readonly present: Scorecard | undefined;
  readonly lists: readonly WeighedList[];
  /** Of the rule set in force. */
  readonly ruleset: string;
  /** Of each rule, by its sign. */
  readonly stances: ReadonlyMap<string, Stance>;
  /** Rules, frames and clearing rules of the set, by their signs. */
  readonly named: ReadonlySet<string>;
}

/** Labelled acts of each folder as the rules read them; an act without a readable label is a fault of its file. */
export async function readExamples(rulesDir: string, dirs: readonly string[]): Promise<ReadExamples> {
  const examples: Example[] = [];
  let present: Scorecard | undefined;
  let ruleset = '';
  let lists: readonly WeighedList[] = [];
  const stances = new Map<string, Stance>();
  const named = new Set<string>();
  for (const dir of dirs) {
    const electionsDir = await electionsOf(dir);
    const { ruleSet, elections, electionsHash } = await loadFiles({ rulesDir, electionsDir, withSamples: false });
    const screener = new RuleScreener({ ...ruleSet, scorecard: undefined, elections, electionsHash });
    const acts = await linesOf(join(dir, 'acts.jsonl'), actOf);
    examples.push(...examplesOf(acts, screener, electionsDir));
    present = ruleSet.scorecard;
    ruleset = ruleSet.hash;
    for (const name of ruleSet.rules.map(signNameOf)) if (name !== undefined) named.add(name);
    lists = screener.ruleEngine.weighed;
    for (const { written } of ruleSet.rules) if (isMarking(written)) stances.set(`rule.${written.id}`, written.stance);
    for (const { id, leans } of ruleSet.lexicons) if (leans !== undefined) stances.set(`word.${id}`, leans);
  }
  return { examples, present, lists, ruleset, stances, named };
}

/** A part of a corpus has its election files one folder up. */
async function electionsOf(dir: string): Promise<string> {
  return (await readdir(dir)).some(isYamlName) ? dir : dirname(resolve(dir));
}

/** Writers of corpora name the account that is answered `authorHandle`, on the one platform of their invented elections. */
function actOf(value: unknown): LabelledAct {
  const { target, ...act } = value as LabelledAct & { readonly target?: { readonly authorHandle?: string } };
  const handle = target?.authorHandle;
  return { ...act, target: handle === undefined ? target : { ...target, account: { platform: 'bluesky', handle } } };
}

const LABELS = new Set(['support', 'attack', 'neutral', 'unclear']);

async function linesOf<T extends { readonly label: string }>(path: string, read: (value: unknown) => T): Promise<T[]> {
  return (await readJsonLines(path)).map(({ value, line }) => {
    if (LABELS.has((value as { label?: unknown } | undefined)?.label as string)) return read(value);
    throw new PermanentError(say(WEIGH.badLine, { path, line }), say(WEIGH.badLineHint));
  });
}
