import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findOnPath, locateChromium, locateRedis } from '../src/services/locate.mjs';
import { run, StageError } from './progress.mjs';

const FONTS = ['fonts-dejavu-core', 'fonts-noto-color-emoji'];

/**
 * The Debian packages this machine lacks for the work ahead.
 *
 * @param {import('../src/services/locate.mjs').MachineView} view
 * @param {{ needsServices: boolean, compilesPackages: boolean, buildsMongodb: boolean }} work
 * @returns {string[]}
 */
export function listMissingSystemPackages(view, { needsServices, compilesPackages, buildsMongodb }) {
  const lacks = (/** @type {string} */ program) => !findOnPath(view, program);
  const packages = [];
  if (needsServices && !locateRedis(view)) packages.push('redis-server');
  // Without fonts a screenshot shows boxes, and an emoji is often what the evidence is about.
  if (needsServices && !locateChromium(view)) packages.push('chromium-headless-shell', ...FONTS);
  if (compilesPackages && lacks('python3')) packages.push('python3');
  if (compilesPackages || buildsMongodb) {
    if (lacks('make')) packages.push('make');
    if (lacks('g++')) packages.push('g++');
  }
  if (buildsMongodb && lacks('cmake')) packages.push('cmake');
  return packages;
}

/**
 * Installs them where that is allowed; else says the exact command and stops.
 *
 * @param {string[]} packages
 * @param {{ view: import('../src/services/locate.mjs').MachineView, stage: { note: (detail: string) => void } }} options
 */
export async function installSystemPackages(packages, { view, stage }) {
  const prefix = rightsPrefix(view);
  if (!prefix)
    throw new StageError(
      `Belum terpasang: ${packages.join(', ')}. Pasang, lalu ulangi:\n  ${adviseInstall(view, packages)}`,
      3,
    );

  const apt = (/** @type {string[]} */ ...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', '-o', 'DPkg::Lock::Timeout=120', ...args];
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return run({ command: /** @type {string} */ (command), args: rest }, { stage, env, readDetail: readAptLine });
  };
  if (packages.some((name) => !hasCandidate(name))) await apt('update');
  const wanted = packages.map((name) => (hasCandidate(name) ? name : (ALTERNATIVE[name] ?? name)));
  const install = () => apt('install', '-y', '--no-install-recommends', ...wanted);
  // Old package lists name files that the mirror has already replaced.
  await install().catch(() => apt('update').then(install));
}

/** Ubuntu and older Debian have the whole browser only. @type {Record<string, string>} */
const ALTERNATIVE = { 'chromium-headless-shell': 'chromium' };

/**
 * @param {import('../src/services/locate.mjs').MachineView} view
 * @returns {string[] | undefined}
 */
function rightsPrefix(view) {
  if (!existsSync('/etc/debian_version') || !findOnPath(view, 'apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  if (!findOnPath(view, 'sudo')) return undefined;
  const mayWithoutPassword = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return mayWithoutPassword || process.stdin.isTTY ? ['sudo'] : undefined;
}

/**
 * @param {import('../src/services/locate.mjs').MachineView} view
 * @param {string[]} packages
 */
function adviseInstall(view, packages) {
  if (findOnPath(view, 'brew')) return `brew install ${packages.map((name) => BREW[name] ?? name).join(' ')}`;
  return `sudo apt-get install -y ${packages.join(' ')}`;
}

/** @type {Record<string, string>} */
const BREW = { 'redis-server': 'redis', 'chromium-headless-shell': '--cask chromium', 'g++': 'gcc' };

/** @param {string} name */
function hasCandidate(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return /Candidate: (?!\(none\))\S/.test(stdout ?? '');
}

/** @param {string} output */
function readAptLine(output) {
  return /^(?:Get:\d+|Unpacking|Setting up) .*$/m.exec(output)?.[0].slice(0, 70);
}
