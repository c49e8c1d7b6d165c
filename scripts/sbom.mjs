// `npm run -s sbom > netra.cdx.json`: what production runs, as CycloneDX, from package-lock.json alone.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: string, version: string, purl: string, 'bom-ref': string, properties?: { name: string }[] }} Component */
/** @typedef {{ ref: string, dependsOn?: string[] }} Edge */
/** @typedef {{ components: Component[], dependencies: Edge[] }} Bom */

const DEVELOPMENT = 'cdx:npm:package:development';

/**
 * npm's own `--omit dev` drops running packages that a development one needs as well (zod, yaml, nodemailer), so all
 * are listed and what is only for development is taken out here.
 *
 * @returns {Bom}
 */
export function listRunning() {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  /** @type {Bom} */
  const bom = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
  const isOnlyForUs = (/** @type {Component} */ { properties = [] }) =>
    properties.some(({ name }) => name === DEVELOPMENT);
  const gone = new Set(bom.components.filter(isOnlyForUs).map((each) => each['bom-ref']));
  const components = bom.components.filter((each) => !gone.has(each['bom-ref'])).map(byItsRealName());
  const dependencies = bom.dependencies
    .filter(({ ref }) => !gone.has(ref))
    .map((each) => ({ ...each, dependsOn: each.dependsOn?.filter((ref) => !gone.has(ref)) }));
  return { ...bom, components, dependencies };
}

/** What stands in for another package is listed under the name it stands in for, as if that were installed. */
function byItsRealName() {
  /** @type {{ packages: Record<string, { name?: string, version?: string }> }} */
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const realNames = new Map(
    Object.entries(packages).map(([path, { name, version }]) => [
      `${path.split('node_modules/').at(-1)}@${version}`,
      name,
    ]),
  );
  /** @param {Component} component */
  return (component) => {
    const name = realNames.get(`${component.name}@${component.version}`);
    return name ? { ...component, name, purl: `pkg:npm/${name}@${component.version}` } : component;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(listRunning(), null, 2)}\n`);
}
