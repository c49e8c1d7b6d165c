import { createLogger } from '../app/log.js';
import { chromiumOf, tellSandbox } from '../app/reading.js';
import { readKeeperConfig } from '../config/keeper-config.js';
import { startBrowserKeeper } from '../reach/browser-keeper.js';
import { trySandbox } from '../reach/browser-launch.js';
import { LOG } from '../words/app.js';
import { say } from '../words/say.js';
import { EXIT, printError } from './exit.js';
import { writeOut } from './print.js';
import { untilStopped } from './until-stopped.js';

/** A process that keeps browsers for readers elsewhere: says `siap` and its port, runs until SIGTERM or SIGINT. */
export async function keepBrowsers(): Promise<void> {
  try {
    const { host, port, chromium } = readKeeperConfig(process.env);
    const log = createLogger('info');
    const executablePath = chromiumOf(chromium);
    const sandbox = await trySandbox({ executablePath });
    tellSandbox(log, sandbox);
    const onFailed = (error: unknown) => log.warn({ error: (error as Error).name }, say(LOG.browserLost, 'id'));
    const keeper = await startBrowserKeeper({ executablePath, sandbox, host, port, onFailed });
    const stopped = untilStopped();
    writeOut(`siap ${keeper.port}\n`);
    await stopped;
    await keeper.close();
  } catch (error) {
    printError(error, { json: false });
    process.exitCode = EXIT.failed;
  }
}
