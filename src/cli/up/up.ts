import type { Core } from '../../app/core.js';
import { namesOf, type WorkerName } from '../../app/start-workers.js';
import { getKeys } from '../../config/keys.js';
import { readerEnvironment } from '../../config/reader-environment.js';
import { electionsInForce } from '../../domain/election.js';
import { RULE_TESTS } from '../../words/cli/rules.js';
import { UP } from '../../words/cli/running.js';
import { say } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson, writeOut } from '../print.js';
import { endSoon, untilStopped } from '../until-stopped.js';
import { withInstallation } from '../with-installation.js';
import { type ReaderProcess, startReaderProcess } from './reader-process.js';

const DEFAULT_PORT = 8080;
/** Those that meet strangers' pages: in a process of their own, which is told no more than they need. */
const READERS: readonly WorkerName[] = ['collect', 'capture-evidence', 'read-link'];

export interface UpFlags {
  readonly workersOnly?: boolean;
  readonly consoleOnly?: boolean;
  readonly queues?: string;
  readonly json?: boolean;
}

/** `netra up`: services, workers, schedule, console, until it is told to stop. */
export async function runUp(options: UpFlags): Promise<number> {
  const names = options.consoleOnly ? [] : namesOf(options.queues);
  return withInstallation(async (installation) => {
    const { core } = installation;
    // The console comes first: mails that the workers send link to it.
    if (!options.workersOnly) {
      const url = await installation.startConsole({ port: core.config.console.port ?? DEFAULT_PORT });
      writeOut(options.json ? `${toJson({ console: url })}\n` : say(UP.console, 'id', { url }));
    }
    const own = names.filter((name) => !READERS.includes(name));
    if (own.length > 0) await installation.startWorkers({ queues: own.join(',') });
    const reader = startReader(core, names);
    const { elections } = installation.screener.loaded();
    if (!options.json && electionsInForce(elections, core.clock()).length === 0) {
      writeOut(`${say(RULE_TESTS.noElection, 'id')}\n`);
    }
    const stopped = untilStopped();
    if (!options.json) writeOut(say(UP.data, 'id', { folder: core.config.dataDir }));
    await stopped;
    // Both at once: each waits by itself for servers that may be gone.
    const [hasFinished] = await Promise.all([reader?.stop() ?? true, installation.close()]);
    return hasFinished ? EXIT.ok : EXIT.failed;
  }).finally(endSoon);
}

function startReader(core: Core, names: readonly WorkerName[]): ReaderProcess | undefined {
  const reading = names.filter((name) => READERS.includes(name));
  if (reading.length === 0) return undefined;
  const { config, secrets, addresses, log } = core;
  const env = readerEnvironment(process.env, { ...addresses, ...getKeys(config, secrets, ['hashKey', 'auditKey']) });
  return startReaderProcess({ names: reading, env, log });
}
