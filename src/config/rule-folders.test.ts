import { resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readConfig } from './read-config.js';
import { readRuleFolders } from './rule-folders.js';

const INSTALLED = { rulesDir: resolve('rules'), electionsDir: resolve('rules/elections') };

it('is what came with the installation where nothing is named, wherever the command is started', () => {
  const elsewhere = vi.spyOn(process, 'cwd').mockReturnValue('/');
  try {
    expect(resolve('rules')).toBe('/rules');
    expect(readRuleFolders({})).toEqual(INSTALLED);
    expect(readConfig({}).config).toMatchObject(INSTALLED);
  } finally {
    elsewhere.mockRestore();
  }
});

it.each([
  [{ NETRA_RULES_DIR: '/a' }, {}, '/a', '/a/elections'],
  [{ NETRA_RULES_DIR: '/a', NETRA_ELECTIONS_DIR: '/e' }, {}, '/a', '/e'],
  [{ NETRA_RULES_DIR: '/a', NETRA_ELECTIONS_DIR: '/e' }, { rules: '/b' }, '/b', '/b/elections'],
  [{ NETRA_RULES_DIR: '/a' }, { elections: '/f' }, '/a', '/f'],
  [{ NETRA_RULES_DIR: '/a', NETRA_ELECTIONS_DIR: ' ' }, { rules: '/b', elections: '/f' }, '/b', '/f'],
])('reads %o with %o from %s and %s', (...[env, named, rulesDir, electionsDir]) => {
  expect(readRuleFolders(env, named)).toEqual({ rulesDir, electionsDir });
});

it.each([{}, { NETRA_RULES_DIR: '/a' }, { NETRA_ELECTIONS_DIR: '/e' }])(
  'is one answer for every command: %o',
  (env) => {
    const { rulesDir, electionsDir } = readConfig(env).config;
    expect(readRuleFolders(env)).toEqual({ rulesDir, electionsDir });
  },
);
