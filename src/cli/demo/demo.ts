import { join } from 'node:path';
import { createLogger } from '../../app/log.js';
import { readConfig } from '../../config/read-config.js';
import { withServerAddresses } from '../../config/secret-files.js';
import { DEMO } from '../../words/cli/running.js';
import { say } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson, writeOut } from '../print.js';
import { untilStopped } from '../until-stopped.js';

/**
 * `netra demo`: the whole main job on the sample network. Everything it keeps lies under `<data>/demo`, apart from a
 * real installation. With `isOnce` the last line printed is one JSON object and the program ends.
 */
export async function runDemo({ isOnce }: { isOnce: boolean }): Promise<number> {
  const { config, secrets } = readConfig(process.env);
  const dataDir = join(config.dataDir, 'demo');
  const print = (line: string) => writeOut(`${line}\n`);
  // The sample network's server is a large program: a few seconds of loading, not of silence.
  print(say(DEMO.loading, 'id'));
  const { startDemo } = await import('../../demo/start-demo.js');
  const demo = await startDemo({
    config: { ...config, dataDir },
    secrets,
    env: withServerAddresses(process.env, secrets),
    clock: () => new Date(),
    log: createLogger(process.env.NETRA_LOG_LEVEL ? config.logLevel : 'error'),
    say: print,
  });
  try {
    // Before the round, so that its mails can link to it.
    const url = isOnce ? undefined : await demo.serve();
    const result = await demo.runRound();
    if (isOnce) {
      print(toJson({ ...result, ms: Math.round(performance.now()) }));
      return EXIT.ok;
    }
    print(say(DEMO.filled, 'id', { url: url ?? '' }));
    for (const login of demo.logins) print(`  ${login.username.padEnd(12)} ${login.password}   ${login.means}`);
    print(say(DEMO.howToStop, 'id'));
    await untilStopped();
    return EXIT.ok;
  } finally {
    await demo.stop();
  }
}

/** For the set-up, which still builds MongoDB: fills the sample network, so that the demo does not wait for it later. */
export async function prepareDemo(): Promise<number> {
  const { config } = readConfig(process.env);
  const { prepareNetwork } = await import('../../demo/prepare-network.js');
  await prepareNetwork(
    join(config.dataDir, 'demo'),
    () => new Date(),
    () => {},
  );
  return EXIT.ok;
}
