import type { DoctorContext, DoctorRow } from './doctor-row.js';

/** Reads the recipes as a collector would. A broken one costs its own site only, so the main job goes on. */
export async function checkPageRecipes({ config }: DoctorContext): Promise<DoctorRow> {
  // Reading YAML takes as long as starting the rest of the doctor.
  const { checkRecipes } = await import('../../platforms/web/recipe-folder.js');
  const { readYamlFile } = await import('../../rules/files/yaml-file.js');
  const { recipes, issues, passedOver } = await checkRecipes(config.rulesDir, readYamlFile);
  const row = { name: 'Resep', version: `${recipes.length} resep`, from: config.rulesDir };
  if (issues.length > 0) {
    const [first] = issues;
    const detail = `${issues.length} kesalahan; situsnya tidak dibaca: ${first?.path}:${first?.line}:${first?.column}`;
    return { ...row, state: 'warn', detail, mend: 'npx netra rules check' };
  }
  return { ...row, state: 'ok', detail: passedOver.length > 0 ? `dilewati: ${passedOver.join(', ')}` : undefined };
}
