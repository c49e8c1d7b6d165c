import { CHECKED } from '../../words/cli/doctor.js';
import { sayIn } from '../../words/say.js';
import type { DoctorContext, DoctorRow } from './doctor-row.js';

const say = sayIn('id');

/** Reads the recipes as a collector would. A broken one costs its own site only, so the main job goes on. */
export async function checkPageRecipes({ config }: DoctorContext): Promise<DoctorRow> {
  // Reading YAML takes as long as starting the rest of the doctor.
  const { checkRecipes } = await import('../../platforms/web/recipe-folder.js');
  const { readYamlFile } = await import('../../rules/files/yaml-file.js');
  const { recipes, issues, passedOver } = await checkRecipes(config.rulesDir, readYamlFile);
  const row = {
    name: say(CHECKED.recipes),
    version: say(CHECKED.recipeCount, { count: recipes.length }),
    from: config.rulesDir,
  };
  if (issues.length > 0) {
    const [first] = issues;
    const detail = say(CHECKED.recipesBroken, {
      count: issues.length,
      place: `${first?.path}:${first?.line}:${first?.column}`,
    });
    return { ...row, state: 'warn', detail, mend: 'npx netra rules check' };
  }
  return {
    ...row,
    state: 'ok',
    detail: passedOver.length > 0 ? say(CHECKED.passedOver, { files: passedOver.join(', ') }) : undefined,
  };
}
