import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

// Beside a docker program of our own, which knows what `digests.json` says: as one with buildx, or as one without.

const FILES = ['docker-compose.yml', 'Dockerfile'];
const sha = (digit: string) => `sha256:${digit.repeat(64)}`;
const ALL = {
  'node:24.21.0-trixie-slim': sha('1'),
  'mongo:8.0.15': sha('2'),
  'redis:7.4.6': sha('3'),
  'axllent/mailpit:v1.21.8': sha('4'),
};
const DOCKER = `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync(__dirname + '/asked', args.join(' ') + '\\n');
const { hasBuildx, digests } = JSON.parse(readFileSync(__dirname + '/digests.json', 'utf8'));
const image = args.find((one) => one in digests);
const fail = () => { console.error('no such image or command'); process.exit(1); };
if (args[0] === 'buildx') hasBuildx && image ? console.log(digests[image]) : fail();
else if (args[0] === 'pull') image ? console.log(image) : fail();
else if (args[0] === 'image') image ? console.log('lain@sha256:' + 'f'.repeat(64) + '\\n' + image.split(':')[0] + '@' + digests[image]) : fail();
else fail();
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'netra-pin-'));
  // As after a raised tag, which has no digest yet.
  for (const name of FILES) writeFileSync(join(folder, name), untold(name));
  writeFileSync(join(folder, 'docker'), DOCKER);
  chmodSync(join(folder, 'docker'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

const untold = (name: string) => readFileSync(name, 'utf8').replaceAll(/@sha256:[0-9a-f]{64}/g, '');
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
function pin(digests: Record<string, string>, { hasBuildx = true, args = [] as string[] } = {}) {
  writeFileSync(join(folder, 'digests.json'), JSON.stringify({ hasBuildx, digests }));
  const env = { PATH: [folder, dirname(process.execPath)].join(delimiter) };
  const command = [resolve('scripts/pin-images.mjs'), folder, ...args];
  return spawnSync(process.execPath, command, { env, encoding: 'utf8' });
}

it.each([true, false])(
  'writes the digest of every image beside its tag, and shows each line (buildx: %s)',
  (hasBuildx) => {
    const { status, stdout, stderr } = pin(ALL, { hasBuildx });
    expect(status, stderr).toBe(0);
    const [compose, dockerfile] = FILES.map(textOf) as [string, string];
    expect(dockerfile.match(/^FROM .*$/gm)).toEqual([
      `FROM node:24.21.0-trixie-slim@${sha('1')} AS build`,
      `FROM node:24.21.0-trixie-slim@${sha('1')} AS packages`,
      `FROM node:24.21.0-trixie-slim@${sha('1')}`,
    ]);
    expect(compose.match(/^ +image: .*$/gm)?.map((line) => line.trim())).toEqual([
      'image: netra:local',
      'image: netra:local',
      `image: mongo:8.0.15@${sha('2')}`,
      `image: redis:7.4.6@${sha('3')}`,
      `image: axllent/mailpit:v1.21.8@${sha('4')}`,
    ]);
    for (const name of FILES) expect(textOf(name).replaceAll(/@sha256:[0-9a-f]{64}/g, '')).toBe(untold(name));
    expect(stdout).toContain(`-     image: redis:7.4.6\n+     image: redis:7.4.6@${sha('3')}\n`);
    expect(stdout.match(/^\+ /gm)).toHaveLength(6);
  },
);

it('follows a tag that was given to another image, and leaves alone what is right', () => {
  pin(ALL);
  expect(pin(ALL).stdout).toMatch(/^Semua sudah tepat/);
  expect(pin({ ...ALL, 'redis:7.4.6': sha('9') }).stdout).toContain(
    `- ${' '.repeat(4)}image: redis:7.4.6@${sha('3')}\n`,
  );
  expect(textOf('docker-compose.yml')).toContain(`redis:7.4.6@${sha('9')}`);
});

it.each([
  ['is not known', {}],
  ['has a digest that is none', { 'redis:7.4.6': 'sha256:123' }],
])('writes nothing where one image %s', (_what, change) => {
  const { 'redis:7.4.6': _redis, ...rest } = ALL;
  const { status, stderr } = pin({ ...rest, ...change });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^redis:7\.4\.6: sidik tidak didapat\.$/m);
  for (const name of FILES) expect(textOf(name)).toBe(untold(name));
});

it('writes nothing where it is only asked, and nothing without a docker program', () => {
  const { status, stdout } = pin(ALL, { args: ['--dry-run'] });
  expect([status, stdout]).toEqual([0, expect.stringContaining(`+     image: mongo:8.0.15@${sha('2')}\n`)]);
  rmSync(join(folder, 'docker'));
  expect(pin(ALL).status).toBe(1);
  for (const name of FILES) expect(textOf(name)).toBe(untold(name));
});
