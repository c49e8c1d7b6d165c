import { WEB_PAGE } from '../../words/adapters/platforms.js';
import { sayIn } from '../../words/say.js';
import type { LoadedRecipe } from './load-recipes.js';
import type { Hidden } from './page-outcome.js';
import type { Recipe } from './recipe.js';
import { matchesUrl } from './url-pattern.js';

const say = sayIn('id');

/**
 * The first recipe that fits an address, or why there is none. A broken one hides its own site and is never passed
 * over for a wider one behind it; where its address cannot be read either, it may be the one that is missing.
 */
export function recipeFor({ href }: URL, recipes: readonly LoadedRecipe[]): Recipe | Hidden {
  const fitting = recipes.find((loaded) => fits(loaded, href)) ?? recipes.find(isUnplaced);
  if (fitting === undefined) return { reason: 'no_collector', detail: say(WEB_PAGE.noRecipe) };
  if ('recipe' in fitting) return fitting.recipe;
  return { reason: 'broken_recipe', detail: say(WEB_PAGE.brokenRecipe) };
}

function fits(loaded: LoadedRecipe, href: string): boolean {
  const pattern = 'recipe' in loaded ? loaded.recipe.url : loaded.broken.url;
  return pattern !== undefined && matchesUrl(pattern, href);
}

function isUnplaced(loaded: LoadedRecipe): boolean {
  return 'broken' in loaded && loaded.broken.url === undefined;
}
