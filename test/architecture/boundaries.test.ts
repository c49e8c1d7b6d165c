import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom (design.md section 5); `type:` means types only. */
const ADAPTER_TYPES = ['reach', 'platforms', 'evidence', 'storage', 'queues', 'mail', 'console'].map(
  (room) => `type:${room}`,
);
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  config: [],
  words: ['domain'],
  text: ['domain'],
  rules: ['domain', 'text', 'words'],
  reach: ['domain'],
  platforms: ['domain', 'reach'],
  evidence: ['domain', 'reach'],
  storage: ['domain'],
  queues: ['domain'],
  mail: ['domain', 'words'],
  services: ['domain', 'config'],
  intake: ['domain', 'rules', 'words', ...ADAPTER_TYPES],
  steps: ['domain', 'rules', 'words', ...ADAPTER_TYPES],
  study: ['domain', 'rules', 'words', ...ADAPTER_TYPES],
  console: ['domain', 'words', 'intake', 'steps', 'study'],
};
/** A package that must not leave its room. */
const PACKAGE_ROOMS: Record<string, readonly string[]> = {
  // Services ask the server they started what it is and make it a replica set: no document is ever read there.
  mongoose: ['src/storage', 'src/services', 'test', 'bench'],
  playwright: ['src/reach', 'src/platforms', 'src/evidence', 'test', 'bench'],
  bullmq: ['src/queues', 'workers', 'test', 'bench'],
  ioredis: ['src/queues', 'src/services', 'src/cli', 'workers', 'test', 'bench'],
  fastify: ['src/console', 'test', 'bench'],
  // The doctor asks whether the mail server answers; it sends nothing.
  nodemailer: ['src/mail', 'src/cli/doctor/doctor-setup.ts', 'test'],
};

interface Import {
  readonly from: string;
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

const ROOT = resolve(import.meta.dirname, '../..');
const IMPORT =
  /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(from: string, source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(([, type, specifier, dynamic]) => ({
    from,
    specifier: specifier ?? dynamic ?? '',
    isTypeOnly: type !== undefined,
  }));
}

/** What is wrong with one import, or nothing. */
function faultOf({ from, specifier, isTypeOnly }: Import): string | undefined {
  const keepers = PACKAGE_ROOMS[specifier.split('/')[0] ?? ''];
  if (keepers && !keepers.some((room) => from === room || from.startsWith(`${room}/`))) {
    return `${from}: "${specifier}" stays in ${keepers.join(', ')}`;
  }
  const room = /^src\/([^/]+)\//.exec(from)?.[1];
  const allowed = room === undefined ? undefined : MAY_IMPORT[room];
  if (!allowed || !specifier.startsWith('.')) return undefined;
  const target = relative(ROOT, resolve(ROOT, dirname(from), specifier));
  const other = /^src\/([^/]+)\//.exec(target)?.[1] ?? target;
  if (other === room || allowed.includes(other) || (isTypeOnly && allowed.includes(`type:${other}`))) return undefined;
  return `${from}: ${room} may not import ${isTypeOnly ? 'types of ' : ''}${other}`;
}

function sourceFiles(dir: string): string[] {
  return readdirSync(join(ROOT, dir), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

describe('the walls of the house', () => {
  it('hold for every import of every room', () => {
    const files = [...sourceFiles('src'), ...sourceFiles('workers')].filter((f) => !/\.(test|contract)\.ts$/.test(f));
    const faults = files
      .flatMap((file) => importsOf(file, readFileSync(join(ROOT, file), 'utf8')))
      .map(faultOf)
      .filter((fault) => fault !== undefined);
    expect(faults).toEqual([]);
  });

  it.each([
    ["import { openStorage } from '../storage/open-storage.js';", 'src/steps/x.ts'],
    ["import type { Storage } from '../storage/storage.js';", 'src/platforms/x.ts'],
    ["const s = await import('../rules/engine.js');", 'src/domain/x.ts'],
    ["import mongoose from 'mongoose';", 'src/console/x.ts'],
    ["export { chromium } from 'playwright';", 'src/steps/x.ts'],
  ])('would not stand %s', (source, from) => {
    expect(importsOf(from, source).map(faultOf)).toEqual([expect.any(String)]);
  });

  it('let types of adapters into the steps', () => {
    const source = "import type { Storage } from '../storage/storage.js';";
    expect(importsOf('src/steps/x.ts', source).map(faultOf)).toEqual([undefined]);
  });
});
