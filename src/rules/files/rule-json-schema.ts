import { z } from 'zod';
import { ruleSchema } from './rule-schema.js';

/** The text of `rules/schema/rule.schema.json`: editors complete and check rule files with it while one types. */
export function ruleJsonSchema(): string {
  const schema = z.toJSONSchema(ruleSchema, { io: 'input' });
  const titled = { ...schema, title: 'Berkas aturan Netra', description: 'Cara menulisnya: rules/README.md' };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
