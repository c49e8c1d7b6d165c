import type { z } from 'zod';
import type { FileIssue } from '../../domain/errors.js';
import { RECIPES } from '../../words/adapters/platforms.js';
import { sayError } from '../../words/say.js';
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
) => { readonly raw?: unknown } & (
  | { readonly ok: true; readonly value: z.output<S> }
  | { readonly ok: false; readonly issues: readonly FileIssue[] }
);

/** A recipe that cannot be used. `url` is the pattern it was meant for, as far as that can be read. */
export interface BrokenRecipe {
  readonly url: string | undefined;
  readonly issues: readonly FileIssue[];
}

/** In the order of the files, which is the order in which they are tried on an address. */
export type LoadedRecipe = { readonly recipe: Recipe } | { readonly broken: BrokenRecipe };

/** Every file, whole or broken: one that is broken is the fault of its own site, not of the others. */
export function loadRecipes(files: readonly RecipeFile[], readYaml: ReadYaml): LoadedRecipe[] {
  const ids = new Set<string>();
  return files.map(({ path, source }) => {
    const read = readYaml(path, source, recipeSchema);
    if (!read.ok) return { broken: { url: urlIn(read.raw), issues: read.issues } };
    const { id, url } = read.value;
    if (ids.has(id)) return { broken: { url, issues: [doubleId(path, id)] } };
    ids.add(id);
    return { recipe: read.value };
  });
}

function urlIn(raw: unknown): string | undefined {
  const url = typeof raw === 'object' && raw !== null && 'url' in raw ? raw.url : undefined;
  return typeof url === 'string' && url.length <= 500 ? url : undefined;
}

function doubleId(path: string, id: string): FileIssue {
  const [problem, hint] = sayError(RECIPES.doubleId, 'id', { id });
  return { path, line: 1, column: 1, problem, hint };
}
