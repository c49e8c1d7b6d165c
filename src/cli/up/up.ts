import { electionsInForce } from '../../domain/election.js';
import { RULE_TESTS } from '../../words/cli/rules.js';
import { say } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { untilStopped } from '../until-stopped.js';
import { withInstallation } from '../with-installation.js';

const DEFAULT_PORT = 8080;

export interface UpFlags {
  readonly workersOnly?: boolean;
  readonly consoleOnly?: boolean;
  readonly queues?: string;
  readonly json?: boolean;
}

/** `netra up`: services, workers, schedule, console, until it is told to stop. */
export async function runUp(options: UpFlags): Promise<number> {
  return withInstallation(async (installation) => {
    const { config } = installation.core;
    // The console comes first: mails that the workers send link to it.
    if (!options.workersOnly) {
      const url = await installation.startConsole({ port: config.console.port ?? DEFAULT_PORT });
      process.stdout.write(options.json ? `${JSON.stringify({ console: url })}\n` : `Konsol: ${url}\n`);
    }
    if (!options.consoleOnly) await installation.startWorkers({ queues: options.queues });
    const { elections } = installation.screener.loaded();
    if (!options.json && electionsInForce(elections, installation.core.clock()).length === 0) {
      process.stdout.write(`${say(RULE_TESTS.noElection, 'id')}\n`);
    }
    if (!options.json) process.stdout.write(`Data: ${config.dataDir} · berhenti dengan Ctrl+C\n`);
    await untilStopped();
    return EXIT.ok;
  });
}
