import { z } from 'zod';
import { SCHEMA_WORDS } from '../../words/rules/files.js';
import { sayIn } from '../../words/say.js';
import { ruleSchema } from './rule-schema.js';

const say = sayIn('id');

/** The text of `rules/schema/rule.schema.json`: editors complete and check rule files with it while one types. */
export function ruleJsonSchema(): string {
  const schema = z.toJSONSchema(ruleSchema, { io: 'input' });
  const titled = { ...schema, title: say(SCHEMA_WORDS.rule), description: say(SCHEMA_WORDS.ruleGuide) };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
