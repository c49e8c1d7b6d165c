import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ruleJsonSchema } from './rule-json-schema.js';

it('rules/schema/rule.schema.json says what the loader accepts', async () => {
  const path = join(import.meta.dirname, '../../../rules/schema/rule.schema.json');
  await expect(ruleJsonSchema()).toMatchFileSnapshot(path);
  expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')))).toContain('anyOf');
});
