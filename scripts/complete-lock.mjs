// Run after each `npm install`: node scripts/complete-lock.mjs
// A registry mirror may lack the builds of a package for other systems. npm then leaves them out of
// package-lock.json, and `npm ci` refuses that very file as incomplete. This writes them in, with the exact version
// their parent asks for and the system their name tells, so that `npm ci` skips them here and finds them elsewhere.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = 'package-lock.json';
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32'];
const CPUS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];
const EXACT_VERSION = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
let added = 0;
for (const [path, parent] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isLocked(path, name)) continue;
    const place = placeOf(name);
    if (!place || !EXACT_VERSION.test(version)) {
      process.stderr.write(`${name}@${version} (${path}): tambahkan sendiri, sistemnya tidak terbaca dari namanya\n`);
      process.exitCode = 1;
      continue;
    }
    lock.packages[`node_modules/${name}`] = { version, ...(parent.dev && { dev: true }), optional: true, ...place };
    added += 1;
  }
}
const root = lock.packages[''];
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = { '': root, ...Object.fromEntries(sorted) };
if (added > 0) writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} entri ditambahkan\n`);

/**
 * Whether Node's own search from the parent's folder upwards ends at an entry.
 *
 * @param {string} from
 * @param {string} name
 */
function isLocked(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder && `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}

/** @param {string} name such as `@rollup/rollup-linux-x64-musl` */
function placeOf(name) {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => CPUS.includes(word));
  if (!os || !cpu) return undefined;
  const isMusl = words.some((word) => word.startsWith('musl'));
  const isGlibc = words.some((word) => word.startsWith('gnu'));
  const libc = os === 'linux' && (isMusl || isGlibc) ? { libc: [isMusl ? 'musl' : 'glibc'] } : {};
  return { os: [os], cpu: [cpu], ...libc };
}
