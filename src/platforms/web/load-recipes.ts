import type { z } from 'zod';
import { type FileIssue, FileIssuesError } from '../../domain/errors.js';
import { type Recipe, recipeSchema } from './recipe.js';

export interface RecipeFile {
  readonly path: string;
  readonly source: string | Uint8Array;
}

/** Reads YAML with places; `readYamlFile` of the rules room fits. */
export type ReadYaml = <S extends z.ZodType>(
  path: string,
  source: string | Uint8Array,
  schema: S,
) => { readonly ok: true; readonly value: z.output<S> } | { readonly ok: false; readonly issues: readonly FileIssue[] };

/** Every recipe, or a `FileIssuesError` with every fault of every file. */
export function loadRecipes(files: readonly RecipeFile[], readYaml: ReadYaml): Recipe[] {
  const issues: FileIssue[] = [];
  const recipes = new Map<string, Recipe>();
  for (const { path, source } of files) {
    const read = readYaml(path, source, recipeSchema);
    if (!read.ok) issues.push(...read.issues);
    else if (recipes.has(read.value.id)) issues.push(doubleId(path, read.value.id));
    else recipes.set(read.value.id, read.value);
  }
  if (issues.length > 0) throw new FileIssuesError(issues);
  return [...recipes.values()];
}

function doubleId(path: string, id: string): FileIssue {
  const hint = 'Beri id lain, sama dengan nama berkasnya.';
  return { path, line: 1, column: 1, problem: `Resep dengan id "${id}" sudah ada`, hint };
}
