import { EXIT, printError } from './exit.js';
import { writeOut } from './print.js';
import { endSoon, untilStopped } from './until-stopped.js';
import { withInstallation } from './with-installation.js';

/**
 * A process of workers: says `siap`, runs until SIGTERM or SIGINT, then finishes what it holds. Killed instead,
 * another one takes over after the lock runs out. `queues`: names with commas between; all of them where none is said.
 */
export async function runQueues(queues?: string): Promise<void> {
  try {
    await withInstallation(async (installation) => {
      await installation.startWorkers({ queues });
      // Whoever is told so may ask us to stop at once.
      const stopped = untilStopped();
      writeOut('siap\n');
      await stopped;
    });
  } catch (error) {
    // Whoever runs services starts it again; what Node would print holds addresses.
    printError(error, { json: false });
    process.exitCode = EXIT.failed;
  } finally {
    endSoon();
  }
}
