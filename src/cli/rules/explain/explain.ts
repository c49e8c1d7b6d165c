import { NotFoundError } from '../../../domain/errors.js';
import type { ScreenInput } from '../../../domain/screening.js';
import { explain } from '../../../rules/engine/explain.js';
import { RuleScreener } from '../../../rules/engine/screener.js';
import { loadFiles } from '../../../rules/load-files.js';
import { NO_SUCH_RULE } from '../../../words/cli/rules.js';
import { sayAdvice } from '../../../words/say.js';
import { EXIT } from '../../exit.js';
import { type RulesOptions, writeJson } from '../rules-options.js';
import { askedOf } from './asked.js';
import { askedLines } from './asked-text.js';
import { explanationLines } from './explanation-text.js';
import { ruleCard } from './rule-card.js';

export interface ExplainOptions extends RulesOptions {
  /** The id of a rule, or a text to be judged. */
  readonly subject: string;
  readonly kind?: ScreenInput['kind'];
  readonly region?: string;
  /** A day, or an instant with its zone; by default now. */
  readonly at?: string;
}

/** `rules explain ID|TEXT`: what a rule says, or why a text is marked and what the nearest rules lack. */
export async function runRulesExplain(options: ExplainOptions): Promise<number> {
  const { ruleSet, elections } = await loadFiles(options);
  const screener = new RuleScreener({ ...ruleSet, elections });
  const loaded = ruleSet.rules.find((r) => r.written.id === options.subject);
  if (loaded) {
    if (options.json) writeJson(options.output, { rule: loaded.written, samples: loaded.samples });
    else options.output.write(`${ruleCard(loaded, ruleSet).join('\n')}\n`);
    return EXIT.ok;
  }
  if (/^[a-z0-9]+(-[a-z0-9]+)+$/.test(options.subject)) {
    const known = ruleSet.rules.map((r) => r.written.id).join(', ');
    const { message, hint } = sayAdvice(NO_SUCH_RULE, 'id', { rule: options.subject, known });
    throw new NotFoundError(message, hint);
  }
  const { subject, kind = 'post', at, region, clock = () => new Date() } = options;
  const asked = askedOf({ at, region, now: clock() }, elections);
  const explanation = explain(screener, {
    id: 'explain',
    kind,
    text: subject,
    publishedAt: asked.at,
    account: { id: 'explain', region: asked.region },
  });
  if (options.json) writeJson(options.output, { ...explanation, asked });
  else {
    const lines = explanationLines(explanation, { text: subject, asked: askedLines(asked, elections), screener });
    options.output.write(`${lines.join('\n')}\n`);
  }
  return EXIT.ok;
}
