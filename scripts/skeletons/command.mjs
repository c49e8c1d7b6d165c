import { existsSync } from 'node:fs';
import { assertName, insertBefore, pascal, SkeletonError } from './skeleton.mjs';

/**
 * `netra NAME`, or `netra GROUP NAME`: a folder with its command, its test, its words, its line in the table and its
 * exit codes.
 *
 * @param {string} path `name` or `group/name`
 * @returns {import('./skeleton.mjs').Skeleton}
 */
export function commandSkeleton(path) {
  const parts = path.split('/');
  for (const part of parts) assertName(part, 'report-key');
  const name = parts.at(-1) ?? '';
  const group = parts.length === 2 ? parts[0] : undefined;
  const groupTable = `src/cli/${group}/command.ts`;
  if (parts.length > 2 || (group && !existsSync(groupTable))) {
    throw new SkeletonError(`Grup "${parts.slice(0, -1).join('/')}" tidak ada di src/cli.`, 64);
  }
  const folder = `src/cli/${path}`;
  const table = group ? groupTable : 'src/cli/commands.ts';
  const up = group ? '../..' : '..';
  const add = `add${pascal(name)}`;
  return {
    files: [
      { path: `${folder}/command.ts`, text: commandText(path, up) },
      { path: `src/words/cli/${wordsFile(path)}.ts`, text: wordsText(path) },
      { path: `${folder}/${name}.ts`, text: workText(path, up) },
      { path: `${folder}/${name}.test.ts`, text: testText(path) },
    ],
    edits: [
      {
        path: table,
        change: (text, file) => {
          const listed = insertBefore(/\n?\];/, `, ${add}`)(text.replace(/,\n\];/, '\n];'), file);
          return `import { ${add} } from './${name}/command.js';\n${listed}`;
        },
      },
      { path: 'docs/exit-codes.md', change: insertBefore(/\n\n3 comes/, `\n| \`${path.replace('/', ' ')}\` | | |`) },
    ],
    next: [`Sekarang: tulis ${folder}/${name}.ts, lalu: npx vitest run ${folder}`],
  };
}

/** @param {string} path */
function wordsFile(path) {
  return path.replace('/', '-');
}

/** @param {string} path */
function wordsName(path) {
  return wordsFile(path).replaceAll('-', '_').toUpperCase();
}

/** @param {string} path */
function wordsText(path) {
  return `import type { Catalogue } from '../say.js';

/** What \`netra ${path.replace('/', ' ')}\` says. */
export const ${wordsName(path)} = {
  about: { id: 'TULIS: apa yang dilakukan perintah ini, satu baris', en: 'WRITE: what this command does, one line' },
  done: { id: '{count} selesai.', en: '{count} done.' },
} as const satisfies Catalogue;
`;
}

/** @param {string} path @param {string} up */
function commandText(path, up) {
  const name = path.split('/').at(-1) ?? '';
  return `import { OPTIONS } from '${up}/../words/cli/commands.js';
import { ${wordsName(path)} } from '${up}/../words/cli/${wordsFile(path)}.js';
import { sayIn } from '${up}/../words/say.js';
import type { AddCommand } from '${up}/command.js';
import { writeOut } from '${up}/print.js';

const say = sayIn('id');

export const add${pascal(name)}: AddCommand = (parent, finish) => {
  parent
    .command('${name}')
    .description(say(${wordsName(path)}.about))
    .option('--json', say(OPTIONS.json))
    .action(async ({ json = false }: { json?: boolean }) => {
      const { run${pascal(name)} } = await import('./${name}.js');
      finish(await run${pascal(name)}({ json, write: writeOut }));
    });
};
`;
}

/** @param {string} path @param {string} up */
function workText(path, up) {
  const name = path.split('/').at(-1) ?? '';
  return `import { ${wordsName(path)} } from '${up}/../words/cli/${wordsFile(path)}.js';
import { say } from '${up}/../words/say.js';
import { EXIT } from '${up}/exit.js';
import { toJson } from '${up}/print.js';

export interface ${pascal(name)}Options {
  readonly json: boolean;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
}

/** \`netra ${path.replace('/', ' ')}\`: what it does, and what repeating it does. */
export async function run${pascal(name)}({ json, write }: ${pascal(name)}Options): Promise<number> {
  const answer = { done: 0 };
  write(json ? \`\${toJson(answer)}\\n\` : \`\${say(${wordsName(path)}.done, 'id', { count: answer.done })}\\n\`);
  return EXIT.ok;
}
`;
}

/** @param {string} path */
function testText(path) {
  const name = path.split('/').at(-1) ?? '';
  return `import { expect, it } from 'vitest';
import { run${pascal(name)} } from './${name}.js';

it('answers with one line of JSON where it is asked to', async () => {
  let answer = '';
  const exitCode = await run${pascal(name)}({
    json: true,
    write: (text) => {
      answer += text;
    },
  });
  expect({ exitCode, answer: JSON.parse(answer) }).toEqual({ exitCode: 0, answer: { done: 0 } });
});
`;
}
