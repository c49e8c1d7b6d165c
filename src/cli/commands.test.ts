import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { describe, expect, it, vi } from 'vitest';
import { createProgram, main } from './main.js';

const CLI = import.meta.dirname;
const VALUE_IMPORT = /^(?:import|export)\s+(?!type\s)[^'"]*?from\s+['"]([^'"]+)['"]/gm;

/** `rules/check` for the folder `src/cli/rules/check`. */
function foldersIn(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(CLI, join(entry.parentPath, entry.name)))
    .sort();
}

function pathsOf(command: Command, parent = ''): string[] {
  return command.commands.flatMap((own) => {
    const path = join(parent, own.name());
    return [path, ...pathsOf(own, path)];
  });
}

function leavesOf(command: Command, parent = ''): string[] {
  return command.commands.flatMap((own) => {
    const path = `${parent} ${own.name()}`.trim();
    return own.commands.length > 0 ? leavesOf(own, path) : [path];
  });
}

/** Every module that is loaded before an action runs, packages included. */
function loadedAtStart(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(VALUE_IMPORT)) {
    if (specifier.startsWith('.')) loadedAtStart(resolve(dirname(file), specifier.replace(/\.js$/, '.ts')), seen);
    else seen.add(specifier);
  }
  return seen;
}

describe('the commands of netra', () => {
  const program = createProgram('0.0.0', () => {});

  it('are the folders of src/cli: none is forgotten in the table, none stands elsewhere', () => {
    expect(pathsOf(program).sort()).toEqual(foldersIn(CLI));
  });

  it('load nothing but commander and pure words before one of them runs', () => {
    const light = [`${CLI}/`, resolve(CLI, '../domain'), resolve(CLI, '../words'), 'node:', 'commander'];
    const loaded = [...loadedAtStart(join(CLI, 'main.ts'))];
    expect(loaded.filter((path) => !light.some((start) => path.startsWith(start)))).toEqual([]);
  });

  it('each have their exit codes written down', () => {
    const page = readFileSync(resolve(CLI, '../../docs/exit-codes.md'), 'utf8');
    expect(leavesOf(program).filter((path) => !page.includes(`| \`${path}\` |`))).toEqual([]);
  });
});

it('`netra up` without console and without workers is refused before anything is opened', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await main(['up', '--console-only', '--workers-only'], '0.0.0');
  const said = written.mock.calls.join('');
  written.mockRestore();
  expect({ code, said }).toEqual({ code: 64, said: expect.stringContaining('tidak keduanya') });
});
