import type { Command } from 'commander';
import { HELP, USAGE_FAULTS } from '../words/cli/usage.js';
import { sayIn } from '../words/say.js';
import { writeErr, writeOut } from './print.js';

const say = sayIn('id');

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': say(HELP.usage),
  'Arguments:': say(HELP.args),
  'Options:': say(HELP.options),
  'Commands:': say(HELP.commands),
};

/** What commander says by itself, in our words: for the whole program, before the first command is added to it. */
export function speakOurWords(program: Command): Command {
  return program
    .helpOption('-h, --help', say(HELP.ofCommand))
    .helpCommand(`help ${say(HELP.anyCommand)}`, say(HELP.ofCommand))
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: ofPlaceholders,
      styleSubcommandTerm: ofPlaceholders,
      styleOptionDescription: (text) => text.replace('(default: ', say(HELP.byDefault)),
    })
    .configureOutput({
      writeOut,
      writeErr,
      outputError: (text, write) => write(usageFault(text)),
    });
}

function ofPlaceholders(text: string): string {
  return text.replace('[options]', say(HELP.anyOptions)).replace('[command]', say(HELP.anyCommand));
}

/** Commander's sentences as they stand in its sources; a test holds this list against them. */
const SENTENCES: readonly [RegExp, (found: readonly string[]) => string][] = [
  [/^unknown option '(.*)'$/s, ([name = '']) => say(USAGE_FAULTS.unknownOption, { name })],
  [/^unknown command '(.*)'$/s, ([name = '']) => say(USAGE_FAULTS.unknownCommand, { name })],
  [/^missing required argument '(.*)'$/, ([name = '']) => say(USAGE_FAULTS.missingArgument, { name })],
  [/^option '(.*)' argument missing$/, ([name = '']) => say(USAGE_FAULTS.missingValue, { name })],
  [/^required option '(.*)' not specified$/, ([name = '']) => say(USAGE_FAULTS.missingOption, { name })],
  [
    /^option '(.*?)' (?:argument|value) '(.*)'(?: from env '.*')? is invalid\. ?(.*)$/s,
    ([name = '', value = '', why = '']) => say(USAGE_FAULTS.badOptionValue, { name, value, why }),
  ],
  [
    /^command-argument value '(.*)' is invalid for argument '(.*?)'\. ?(.*)$/s,
    ([value = '', name = '', why = '']) => say(USAGE_FAULTS.badArgument, { value, name, why }),
  ],
  [
    /^(?:option|environment variable) '(.*)' cannot be used with (?:option|environment variable) '(.*)'$/,
    ([name = '', other = '']) => say(USAGE_FAULTS.conflict, { name, other }),
  ],
  [
    /^too many arguments(?: for '.*')?\. Expected (\d+) arguments? but got (\d+)\.$/,
    ([expected = '', got = '']) => say(USAGE_FAULTS.tooMany, { expected, got }),
  ],
];
const SUGGESTION = /\n\(Did you mean (?:one of )?(.*)\?\)$/s;

/** `text` as commander hands it over, with its line end. What we wrote ourselves stays. */
export function usageFault(text: string): string {
  if (!text.startsWith('error: ')) return text;
  const told = text.slice('error: '.length).trimEnd();
  const names = SUGGESTION.exec(told)?.[1];
  const sentence = told.replace(SUGGESTION, '');
  const [pattern, toWords] = SENTENCES.find(([one]) => one.test(sentence)) ?? [];
  const fault = pattern && toWords ? toWords(pattern.exec(sentence)?.slice(1) ?? []) : sentence;
  return `netra: ${fault}\n${names === undefined ? '' : `${say(USAGE_FAULTS.mean, { names })}\n`}`;
}
