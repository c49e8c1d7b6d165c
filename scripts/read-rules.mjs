// Reads the rule files once, when the program is built: `node scripts/read-rules.mjs` after tsc. Every process then
// starts from `dist/rules-read.json` instead of reading YAML; what is not in it is read from its text.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const from = new URL('../dist/src/rules/files/', import.meta.url);
const { SHIPPED_TREES, treeOf } = await import(new URL('known-file.js', from).href);
const { isYamlName } = await import(new URL('yaml-name.js', from).href);
const rulesDir = new URL('../rules', import.meta.url).pathname;

const trees = readdirSync(rulesDir, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && isYamlName(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
  .flatMap((source) => {
    const tree = treeOf(source, z.unknown());
    return tree === undefined ? [] : [tree];
  });
writeFileSync(new URL(`../dist/${SHIPPED_TREES}`, import.meta.url), JSON.stringify(Object.fromEntries(trees)));
