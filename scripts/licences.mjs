// The licence of every package in package-lock.json, held to what an office may install without asking a lawyer.

/** Of what runs in production: permissive, no duty but to keep the notice. */
const RUNNING = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'PostgreSQL',
];
/** Of what only builds and tests: never handed on, so that data under a notice may be among it. */
const BUILDING = [...RUNNING, 'Unlicense', 'CC0-1.0', 'CC-BY-4.0', 'Python-2.0'];

// Packages whose manifest says nothing; the text was read in the file named.
/** @type {Record<string, { licence: string, where: string }>} */
const READ_BY_HAND = {
  'sylvester@0.0.21': { licence: 'MIT', where: 'LICENSE.txt' },
};

// Taken in spite of its licence, for a reason that stands in a decision page.
/** @type {{ of: RegExp, allows: string }[]} */
const BY_DECISION = [
  // A shared library, unmodified, loaded at run time and exchangeable: docs/decisions/0047-pictures-are-drawn-anew.md.
  { of: /^@img\/sharp-/, allows: 'LGPL-3.0-or-later' },
];

/** @typedef {{ name?: string, version?: string, license?: string, dev?: boolean, os?: string[], optionalDependencies?: Record<string, string> }} Locked */

/**
 * One line a package that may not be there, or of which nobody knows.
 *
 * @param {{ packages: Record<string, Locked> }} lock
 */
export function licenceFaults({ packages }) {
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '') return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const id = `${name}@${entry.version}`;
    const licence = entry.license ?? READ_BY_HAND[id]?.licence ?? licenceOfParent(name, entry, packages);
    if (licence === undefined) return [`${id}: tanpa lisensi; baca berkasnya dan catat di scripts/licences.mjs`];
    const decided = BY_DECISION.filter(({ of }) => of.test(name)).map(({ allows }) => allows);
    return isAllowed(licence, [...(entry.dev ? BUILDING : RUNNING), ...decided]) ? [] : [`${id}: ${licence}`];
  });
}

/**
 * Builds for other systems are in the lock without having been fetched: they bear the licence of what they are part of.
 *
 * @param {string} name
 * @param {Locked} entry
 * @param {Record<string, Locked>} packages
 */
function licenceOfParent(name, entry, packages) {
  if (!entry.os) return undefined;
  return Object.values(packages).find((each) => each.optionalDependencies?.[name])?.license;
}

/**
 * SPDX: of `A OR B` one must be allowed, of `A AND B` both. Anything deeper is for a person to read.
 *
 * @param {string} expression
 * @param {readonly string[]} allowed
 */
export function isAllowed(expression, allowed) {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(plain)) return false;
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((part) => allowed.includes(part.trim())));
}
