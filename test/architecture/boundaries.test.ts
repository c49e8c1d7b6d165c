import { describe, expect, it } from 'vitest';
import { type Import, importsOf, importsOfFile, targetOf } from './imports.js';
import { sourceFiles } from './source-files.js';

const ADAPTER_TYPES = ['reach', 'platforms', 'evidence', 'pictures', 'storage', 'queues', 'mail', 'console'].map(
  (room) => `type:${room}`,
);
/** Where parts meet: all of src but whoever starts a program. */
const PARTS =
  'config console domain evidence intake links mail openid pictures platforms queues reach rules services steps storage study text words';
/** Who may import whom (docs/architecture.md); `type:` means types only. A room that is not here may not stand. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  config: [],
  words: ['domain'],
  text: ['domain'],
  links: ['domain', 'text'],
  rules: ['domain', 'text', 'words'],
  reach: ['domain', 'words'],
  platforms: ['domain', 'links', 'reach', 'words'],
  evidence: ['domain', 'reach', 'words'],
  pictures: ['domain', 'words'],
  storage: ['domain', 'text', 'words'],
  queues: ['domain', 'words'],
  mail: ['domain', 'words'],
  openid: ['domain', 'words'],
  services: ['domain', 'config', 'words'],
  intake: ['domain', 'links', 'rules', 'words', ...ADAPTER_TYPES],
  steps: ['domain', 'rules', 'words', ...ADAPTER_TYPES],
  study: ['domain', 'rules', 'words', ...ADAPTER_TYPES],
  console: ['domain', 'words', 'intake', 'steps', 'study'],
  app: PARTS.split(' '),
  demo: [...PARTS.split(' '), 'app'],
  cli: [...PARTS.split(' '), 'app', 'demo'],
  workers: [...PARTS.split(' '), 'app', 'cli'],
  web: ['domain', 'words', 'type:console'],
};
/** A package that must not leave its room. */
const PACKAGE_ROOMS: Record<string, readonly string[]> = {
  // Services ask the server they started what it is and make it a replica set: no document is ever read there.
  mongoose: ['src/storage', 'src/services', 'test', 'bench'],
  playwright: ['src/reach', 'src/platforms', 'src/evidence', 'test', 'bench'],
  bullmq: ['src/queues', 'test', 'bench'],
  ioredis: ['src/queues', 'src/services', 'src/cli', 'test', 'bench'],
  fastify: ['src/console', 'test', 'bench'],
  'tesseract.js': ['src/pictures'],
  'openid-client': ['src/openid'],
  // The doctor asks whether the mail server answers; it sends nothing.
  nodemailer: ['src/mail', 'src/cli/doctor/doctor-setup.ts', 'test'],
};

/** `src/steps/x.ts` is in `steps`, `workers/main.ts` in `workers`; a file that stands loose is a room of its own. */
function roomOf(file: string): string {
  return /^(?:src\/)?([^/]+)\//.exec(file)?.[1] ?? file;
}

/** What is wrong with one import, or nothing. */
function faultOf({ from, specifier, isTypeOnly }: Import): string | undefined {
  const keepers = PACKAGE_ROOMS[specifier.split('/')[0] ?? ''];
  if (keepers && !keepers.some((room) => from === room || from.startsWith(`${room}/`))) {
    return `${from}: "${specifier}" stays in ${keepers.join(', ')}`;
  }
  const room = roomOf(from);
  const allowed = MAY_IMPORT[room];
  if (!allowed) return `${from}: no room of the house`;
  if (!specifier.startsWith('.')) return undefined;
  const other = roomOf(targetOf({ from, specifier }));
  if (other === room || allowed.includes(other) || (isTypeOnly && allowed.includes(`type:${other}`))) return undefined;
  return `${from}: ${room} may not import ${isTypeOnly ? 'types of ' : ''}${other}`;
}

describe('the walls of the house', () => {
  it('hold for every import of every room', () => {
    const files = [...sourceFiles('src'), ...sourceFiles('workers'), ...sourceFiles('web/src')];
    const faults = files
      .flatMap(importsOfFile)
      .map(faultOf)
      .filter((fault) => fault !== undefined);
    expect(faults).toEqual([]);
  });

  it.each([
    ["import { openStorage } from '../storage/open-storage.js';", 'src/steps/x.ts'],
    ["import type { Storage } from '../storage/storage.js';", 'src/platforms/x.ts'],
    ["const s = await import('../rules/engine.js');", 'src/domain/x.ts'],
    ["import { createHopReader } from '../reach/hop-reader.js';", 'src/links/x.ts'],
    ["import mongoose from 'mongoose';", 'src/console/x.ts'],
    ["export { chromium } from 'playwright';", 'src/steps/x.ts'],
    ["import { run } from '../../workers/main.js';", 'src/app/x.ts'],
    ["import { startDemo } from '../demo/start-demo.js';", 'src/app/x.ts'],
    ["import { y } from './domain/y.js';", 'src/loose.ts'],
    ["import { y } from '../domain/y.js';", 'src/helpers/x.ts'],
    ["import { access } from '../../src/console/access/access.js';", 'web/src/x.ts'],
  ])('would not stand %s', (source, from) => {
    expect(importsOf(from, source).map(faultOf)).toEqual([expect.any(String)]);
  });

  it('let types of adapters into the steps', () => {
    const source = "import type { Storage } from '../storage/storage.js';";
    expect(importsOf('src/steps/x.ts', source).map(faultOf)).toEqual([undefined]);
  });
});
