import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { createProgram } from './main.js';
import { usageFault } from './usage.js';

const ENGLISH = /\b(?:Usage|Options|Commands|Arguments|display|output|default|options|command|unknown|missing|error)\b/;

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}

it('has no word of commander’s own English in any help text', () => {
  const texts = allCommands(createProgram('0.0.0', () => {})).map((command) => command.helpInformation());
  expect(texts.length).toBeGreaterThan(30);
  for (const text of texts) expect(text).not.toMatch(ENGLISH);
  expect(texts[0]).toMatch(/^Pemakaian: netra \[opsi\] \[perintah\]\n[\s\S]*\nOpsi:\n[\s\S]*\nPerintah:\n/);
});

/** Every sentence that commander can say of a command line, from its own sources, with its gaps filled. */
function sentencesOfCommander(): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve('commander'));
  const source = readFileSync(join(folder, 'lib/command.js'), 'utf8');
  return [...source.matchAll(/`(error: [^`]*)`/g)].map(([, text = '']) =>
    text
      .replace(/\$\{getErrorMessage\(\w+\)\}/g, "option '--a'")
      .replace(/\$\{suggestion\}/, '\n(Did you mean one of --aa, --ab?)')
      .replace(/\$\{forSubcommand\}/, " for 'x'")
      .replace(/\$\{s\}/, 's')
      .replace(/\$\{(?:expected|receivedArgs\.length)\}/g, '2')
      .replace(/\$\{[^}]*\}/g, 'contoh'),
  );
}

it('turns every sentence that commander says of a command line into ours', () => {
  const sentences = sentencesOfCommander();
  expect(sentences.length).toBeGreaterThan(8);
  for (const sentence of sentences) {
    const said = usageFault(`${sentence}\n`);
    expect(said, sentence).toMatch(/^netra: .*(?:tidak|wajib|terlalu)/);
    expect(said, sentence).not.toMatch(/Did you mean|is invalid|Expected|error:/);
  }
  expect(usageFault("error: unknown option '--jason'\n(Did you mean --json?)\n")).toBe(
    'netra: opsi --jason tidak dikenal\n(Maksud Anda --json?)\n',
  );
});
