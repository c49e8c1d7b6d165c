import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesIn, graphOf } from './graph.js';
import { importsOfFile, targetOf } from './imports.js';
import { sourceFiles } from './source-files.js';

const files = [...sourceFiles('src'), ...sourceFiles('workers'), ...sourceFiles('web/src')];
const known = new Set(files);

/** Types count: what a file cannot be read without, it stands on. */
const edges = files.flatMap((from) =>
  importsOfFile(from).flatMap(({ specifier }) => {
    const to = specifier.startsWith('.') ? fileOf(targetOf({ from, specifier })) : undefined;
    return to === undefined ? [] : [[from, to] as const];
  }),
);

function fileOf(target: string): string | undefined {
  const bare = target.replace(/\.js$/, '');
  return [`${bare}.ts`, `${bare}.tsx`, target].find((path) => known.has(path));
}

/** For two files, the folders below their nearest common one; nothing where one of them lies in it itself. */
function foldersBetween(from: string, to: string): readonly [string, string] | undefined {
  const [a, b] = [dirname(from).split('/'), dirname(to).split('/')];
  const parting = a.findIndex((part, i) => part !== b[i]);
  if (parting < 0 || b[parting] === undefined) return undefined;
  return [a.slice(0, parting + 1).join('/'), b.slice(0, parting + 1).join('/')];
}

const named = (circles: readonly string[][]) => circles.map((circle) => circle.join(' ⇄ '));

describe('the house', () => {
  it('has no circle of files, types included', () => {
    expect(edges.length).toBeGreaterThan(1_000);
    expect(named(circlesIn(graphOf(edges)))).toEqual([]);
  });

  it('has no loop between folders that lie side by side', () => {
    const between = edges.flatMap(([from, to]) => {
      const folders = foldersBetween(from, to);
      return folders === undefined ? [] : [folders];
    });
    expect(named(circlesIn(graphOf(between)))).toEqual([]);
  });
});

describe('the search for circles', () => {
  it('finds each one, however long, and nothing in a tree', () => {
    const edgesOf = (text: string) => text.split(' ').map((edge) => [edge[0]!, edge[1]!] as const);
    expect(circlesIn(graphOf(edgesOf('ab bc cd bd')))).toEqual([]);
    expect(circlesIn(graphOf(edgesOf('ab bc ca cd de ed ef')))).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e'],
    ]);
  });

  it('parts two files at their nearest common folder', () => {
    expect(foldersBetween('src/rules/files/a.ts', 'src/rules/engine/b.ts')).toEqual([
      'src/rules/files',
      'src/rules/engine',
    ]);
    expect(foldersBetween('src/rules/files/a.ts', 'src/text/b.ts')).toEqual(['src/rules', 'src/text']);
    expect(foldersBetween('src/rules/a.ts', 'src/rules/files/b.ts')).toBeUndefined();
    expect(foldersBetween('src/rules/files/b.ts', 'src/rules/a.ts')).toBeUndefined();
  });
});
