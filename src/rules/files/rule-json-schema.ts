import { z } from 'zod';
import { SCHEMA_WORDS } from '../../words/rules/files.js';
import { sayIn } from '../../words/say.js';
import { partSchema, ruleSchema } from './rule-schema.js';

const say = sayIn('id');

/** The text of `rules/schema/rule.schema.json`: editors complete and check rule files with it while one types. */
export function ruleJsonSchema(): string {
  return schemaText(ruleSchema, say(SCHEMA_WORDS.rule));
}

/** The same for what several rules share: `rules/schema/part.schema.json`. */
export function partJsonSchema(): string {
  return schemaText(partSchema, say(SCHEMA_WORDS.part));
}

function schemaText(schema: z.ZodType, title: string): string {
  const titled = { ...z.toJSONSchema(schema, { io: 'input' }), title, description: say(SCHEMA_WORDS.ruleGuide) };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
