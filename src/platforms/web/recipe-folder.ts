import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileIssue } from '../../domain/errors.js';
import { type LoadedRecipe, loadRecipes, type ReadYaml } from './load-recipes.js';

export interface RecipeFolder {
  readonly recipes: readonly LoadedRecipe[];
  /** Every fault of every file; a file that is named here is not read by `collect`. Paths as of rules: under their folder. */
  readonly issues: readonly FileIssue[];
  /** Files that are no recipes: hidden ones, such as macOS and editors leave behind, and other extensions. */
  readonly passedOver: readonly string[];
}

const FOLDER = 'recipes';

/**
 * What `collect` takes of `rules/recipes`, and what it does not and why. Checks and collectors ask here, so that what
 * a check accepts is what is read. No folder is a folder without recipes.
 */
export async function checkRecipes(rulesDir: string, readYaml: ReadYaml): Promise<RecipeFolder> {
  const names = await namesIn(join(rulesDir, FOLDER));
  const isRecipe = (name: string) => /^[^.].*\.ya?ml$/.test(name);
  const paths = names.filter(isRecipe).map((name) => join(FOLDER, name));
  const files = await Promise.all(paths.map(async (path) => ({ path, source: await readFile(join(rulesDir, path)) })));
  const recipes = loadRecipes(files, readYaml);
  return {
    recipes,
    issues: recipes.flatMap((loaded) => ('broken' in loaded ? loaded.broken.issues : [])),
    passedOver: names.filter((name) => !isRecipe(name)).map((name) => join(FOLDER, name)),
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
