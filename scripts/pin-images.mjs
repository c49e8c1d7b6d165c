// node scripts/pin-images.mjs [FOLDER] [--dry-run]: asks the docker program which image stands behind each tag of
// docker-compose.yml and Dockerfile, and writes its digest beside the tag: a tag can be given to another image, a digest
// cannot. Run where the registry of images can be reached; again whenever a tag is raised. Nothing is written where one
// image has no digest. Exit codes: 0 all are pinned, 1 nothing was written.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const FILES = ['docker-compose.yml', 'Dockerfile'];
/** A name with its tag, and the digest it may have already. `netra:local` is built here, and stages have no tag. */
const IMAGE = /^(\s*image: |FROM )((?!netra:local)[\w./-]+(?::\d+\/[\w./-]+)?:[\w.-]+)(?:@(\S+))?(?=\s|$)/gm;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** A registry that does not answer is no reason to wait for ever; an image may have to be fetched. */
const PATIENCE_MS = 10 * 60_000;

const asked = process.argv.slice(2);
const isDry = asked.includes('--dry-run');
const folder = asked.find((one) => !one.startsWith('--')) ?? dirname(dirname(fileURLToPath(import.meta.url)));

const files = FILES.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const images = [...new Set(files.flatMap(({ text }) => [...text.matchAll(IMAGE)].map((found) => String(found[2]))))];
const digests = new Map(images.map((image) => [image, findDigest(image)]));
const without = images.filter((image) => digests.get(image) === undefined);
if (without.length > 0) {
  for (const image of without) process.stderr.write(`${image}: sidik tidak didapat.\n`);
  process.stderr.write('Tidak ada yang ditulis. Periksa jaringan dan program docker, lalu ulangi.\n');
  process.exit(1);
}
const changed = files.map(pin).filter(({ text, pinned }) => text !== pinned);
for (const { name, text, pinned } of changed) {
  process.stdout.write(`${name}\n${diffOf(text, pinned)}`);
  if (!isDry) writeFileSync(join(folder, name), pinned);
}
const outcome = changed.length === 0 ? 'Semua sudah tepat' : isDry ? 'Tidak ada yang ditulis (--dry-run)' : 'Ditulis';
process.stdout.write(`${outcome}: ${images.length} image bersidik. Bandingkan dengan hasil mesin kedua.\n`);

/** @param {{ name: string, text: string }} file */
function pin({ name, text }) {
  const pinned = text.replace(IMAGE, (_all, before, image) => `${before}${image}@${digests.get(image)}`);
  return { name, text, pinned };
}

/** Of the list of all platforms, so that another kind of machine gets its own build. @param {string} image */
function findDigest(image) {
  const direct = docker('buildx', 'imagetools', 'inspect', image, '--format', '{{.Manifest.Digest}}');
  if (DIGEST.test(direct)) return direct;
  // Without buildx only what was fetched says it.
  docker('pull', '--quiet', image);
  const repository = image.slice(0, image.lastIndexOf(':'));
  const known = docker('image', 'inspect', '--format', '{{range .RepoDigests}}{{println .}}{{end}}', image).split('\n');
  const own = known.map((one) => one.trim().split('@')).find(([name]) => name === repository)?.[1];
  return own !== undefined && DIGEST.test(own) ? own : undefined;
}

/** What it says, empty where it fails. @param {string[]} args */
function docker(...args) {
  const { status, stdout, stderr, error } = spawnSync('docker', args, { encoding: 'utf8', timeout: PATIENCE_MS });
  if (status === 0) return stdout.trim();
  process.stderr.write(`docker ${args.join(' ')}: ${error?.message ?? stderr.trim()}\n`);
  return '';
}

/** Pinning changes lines and makes none. @param {string} before @param {string} after */
function diffOf(before, after) {
  const [old, now] = [before, after].map((text) => text.split('\n'));
  const lines = (old ?? []).flatMap((line, at) => (line === now?.[at] ? [] : [`- ${line}`, `+ ${now?.[at]}`]));
  return lines.map((line) => `${line}\n`).join('');
}
