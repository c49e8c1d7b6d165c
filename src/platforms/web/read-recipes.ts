import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadRecipes, type ReadYaml } from './load-recipes.js';
import type { Recipe } from './recipe.js';

export async function readRecipes(folder: string, readYaml: ReadYaml): Promise<Recipe[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const paths = names.map((name) => join(folder, name));
  const files = await Promise.all(paths.map(async (path) => ({ path, source: await readFile(path) })));
  return loadRecipes(files, readYaml);
}
