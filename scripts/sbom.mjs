// `npm run -s sbom > netra.cdx.json`: what production runs, as CycloneDX, from package-lock.json alone.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** @typedef {{ name: string, version: string, purl: string, 'bom-ref': string, properties?: { name: string }[] }} Component */
/** @typedef {{ ref: string, dependsOn?: string[] }} Edge */
/** @typedef {{ components: Component[], dependencies: Edge[] }} Bom */

const DEVELOPMENT = 'cdx:npm:package:development';

/** @typedef {{ name?: string, version?: string, dev?: boolean }} Locked */

/**
 * npm's own `--omit dev` drops running packages that a development one needs as well (zod, yaml, nodemailer), so all
 * are listed and what is only for development is taken out here. Of a version that stands in two places npm lists the
 * first, marked by that place alone: what the lock has anywhere without that mark runs.
 *
 * @param {string} folder that holds `package-lock.json`
 * @returns {Bom}
 */
export function listRunning(folder = '.') {
  const args = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application'];
  const options = /** @type {const} */ ({ cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  /** @type {Bom} */
  const bom = JSON.parse(execFileSync('npm', args, options));
  const locked = lockedIn(folder);
  const running = new Set(locked.flatMap(({ key, dev }) => (dev ? [] : [key])));
  const isMarked = (/** @type {Component} */ { properties = [] }) =>
    properties.some(({ name }) => name === DEVELOPMENT);
  const isOnlyForUs = (/** @type {Component} */ each) => isMarked(each) && !running.has(`${each.name}@${each.version}`);
  const gone = new Set(bom.components.filter(isOnlyForUs).map((each) => each['bom-ref']));
  const components = bom.components
    .filter((each) => !gone.has(each['bom-ref']))
    .map(unmarked)
    .map(byItsRealName(locked));
  const dependencies = bom.dependencies
    .filter(({ ref }) => !gone.has(ref))
    .map((each) => ({ ...each, dependsOn: each.dependsOn?.filter((ref) => !gone.has(ref)) }));
  return { ...bom, components, dependencies };
}

/**
 * Each package of the lock by the name it is asked for under.
 *
 * @param {string} folder
 */
function lockedIn(folder) {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).map(([path, { name, version, dev = false }]) => ({
    key: `${path.split('node_modules/').at(-1)}@${version}`,
    name,
    dev,
  }));
}

/**
 * @param {Component} component
 * @returns {Component}
 */
function unmarked({ properties, ...component }) {
  const kept = properties?.filter(({ name }) => name !== DEVELOPMENT);
  return kept === undefined ? component : { ...component, properties: kept };
}

/** What stands in for another package is listed under the name it stands in for, as if that were installed. */
function byItsRealName(/** @type {ReturnType<typeof lockedIn>} */ locked) {
  const realNames = new Map(locked.map(({ key, name }) => [key, name]));
  /** @param {Component} component */
  return (component) => {
    const name = realNames.get(`${component.name}@${component.version}`);
    return name ? { ...component, name, purl: `pkg:npm/${name}@${component.version}` } : component;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(listRunning(), null, 2)}\n`);
}
