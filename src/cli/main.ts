import { Command, CommanderError } from 'commander';
import type { Finish } from './command.js';
import { COMMANDS } from './commands.js';
import { EXIT, printError } from './exit.js';

/** The whole command line; `finish` is told how the command that ran ended. */
export function createProgram(version: string, finish: Finish): Command {
  const program = new Command('netra')
    .description('Netra: aturan mengusulkan, orang bernama yang memutuskan.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(tambahkan --help untuk petunjuk)');
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
