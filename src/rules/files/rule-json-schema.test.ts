import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { partJsonSchema, ruleJsonSchema } from './rule-json-schema.js';

it('rules/schema/rule.schema.json says what the loader accepts', async () => {
  const path = join(import.meta.dirname, '../../../rules/schema/rule.schema.json');
  await expect(ruleJsonSchema()).toMatchFileSnapshot(path);
  expect(Object.keys(JSON.parse(readFileSync(path, 'utf8')))).toContain('anyOf');
});

it('rules/schema/part.schema.json says the same of parts', async () => {
  const path = join(import.meta.dirname, '../../../rules/schema/part.schema.json');
  await expect(partJsonSchema()).toMatchFileSnapshot(path);
});
