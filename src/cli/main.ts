import { Command, CommanderError } from 'commander';
import { ABOUT, OPTIONS } from '../words/cli/commands.js';
import { HELP } from '../words/cli/usage.js';
import { sayIn } from '../words/say.js';
import type { Finish } from './command.js';
import { COMMANDS } from './commands.js';
import { EXIT, printError } from './exit.js';
import { speakOurWords } from './usage.js';

const say = sayIn('id');

/** The whole command line; `finish` is told how the command that ran ended. */
export function createProgram(version: string, finish: Finish): Command {
  const program = speakOurWords(new Command('netra'))
    .description(say(ABOUT.netra))
    .version(version, '-V, --version', say(HELP.version))
    .exitOverride()
    .showHelpAfterError(say(OPTIONS.help));
  for (const add of COMMANDS) add(program, finish);
  return program;
}

/** Runs one command line and returns its exit code; see docs/exit-codes.md. */
export async function main(argv: readonly string[], version: string): Promise<number> {
  let exitCode: number = EXIT.ok;
  const program = createProgram(version, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    printError(error, { json: argv.includes('--json') });
    return EXIT.failed;
  }
}
