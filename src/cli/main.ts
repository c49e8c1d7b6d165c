import { Command, CommanderError } from 'commander';
import { addDataCommands } from './data-commands.js';
import { EXIT, printError } from './exit.js';
import { addRuleCommands } from './rules/rule-commands.js';
import { addServiceCommands } from './service-commands.js';

/** Where a command leaves its exit code. */
export type Finish = (exitCode: number) => void;

/** Heavy parts are loaded by the command that needs them: `netra --help` starts in a blink. */
function createProgram(version: string, finish: Finish): Command {
  const program = new Command('netra')
    .description('Netra: aturan mengusulkan, orang bernama yang memutuskan.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(tambahkan --help untuk petunjuk)');
  addServiceCommands(program, finish);
  addDataCommands(program, finish);
  addRuleCommands(program, finish);
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
