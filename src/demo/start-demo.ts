import { join } from 'node:path';
import { type Installation, openInstallation } from '../app/installation.js';
import type { Logger } from '../app/log.js';
import { installedRulesDir } from '../config/installed-rules.js';
import type { Config, Secrets } from '../config/read-config.js';
import { ensureUsers } from '../console/access/create-user.js';
import type { Clock } from '../domain/clock.js';
import { exampleElectionsDir } from '../rules/elections/example-election.js';
import { type Services, startServices } from '../services/start-services.js';
import { ROUND } from '../words/demo.js';
import { say } from '../words/say.js';
import { DEMO_LOGINS, type DemoLogin } from './demo-logins.js';
import { type MailCatcher, startMailCatcher } from './mail-catcher.js';
import { networkDir } from './prepare-network.js';
import { type RoundResult, runRound } from './run-round.js';
import { type SampleNetwork, startSampleNetwork } from './sample-network.js';
import { serveConsole } from './serve-console.js';

export interface DemoOptions {
  /** `dataDir` is the demo's own. */
  readonly config: Config;
  readonly secrets: Secrets;
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly log: Logger;
  /** One line a stage, in Indonesian: what is done, what it waits for. */
  readonly say: (line: string) => void;
}

export interface Demo {
  readonly installation: Installation;
  readonly network: SampleNetwork;
  readonly mail: MailCatcher;
  readonly logins: readonly DemoLogin[];
  /** The whole main job once: register, collect, import, screen, seal, digest. Repeating it marks nothing twice. */
  runRound(): Promise<RoundResult>;
  /** Serves the console; returns the address. Digests of a round link to it only if it was there before. */
  serve(): Promise<string>;
  stop(): Promise<void>;
}

type Stop = () => Promise<unknown>;

/** Starts everything the demo needs on this machine. What was started is stopped when a later part fails. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { config, secrets, clock, log, say: print } = options;
  const stops: Stop[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    print(say(ROUND.services, 'id'));
    print(say(ROUND.network, 'id'));
    const { services, network, mail } = await startParts(options, stops);
    const installation = await openInstallation({
      config: demoConfig(config, network),
      secrets,
      // One process imports the registry of the sample network, reads it and shows it.
      holdsNipKey: true,
      clock,
      log,
      mongodbUri: services.mongodbUri,
      redisUrl: services.redisUrl,
      smtpUrl: mail.smtpUrl,
    });
    stops.push(installation.close);
    const { users, audit } = installation.core.storage;
    const drafts = DEMO_LOGINS.map(({ means: _means, ...draft }) => draft);
    // Its offices come with the registry of the first round.
    const offices = { findOffice: async (code: string) => code };
    await ensureUsers({ users, audit, offices, clock, actor: 'system:demo' }, drafts);
    return {
      installation,
      network,
      mail,
      stop,
      logins: DEMO_LOGINS,
      runRound: () => runRound({ installation, network, say: print }),
      serve: () => serveConsole(installation, { dataDir: config.dataDir, port: config.console.port }),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Parts {
  readonly services: Services;
  readonly network: SampleNetwork;
  readonly mail: MailCatcher;
}

/** Beside each other, because none needs another. What has started is in `stops` even where another part fails. */
async function startParts({ config, env, clock, say }: DemoOptions, stops: Stop[]): Promise<Parts> {
  const log = (line: string) => say(`      ${line}`);
  const started = async <T extends { stop: Stop }>(part: Promise<T>) => {
    stops.push((await part).stop);
    return part;
  };
  const parts = [
    started(startServices({ dataDir: config.dataDir, env, log })),
    started(startSampleNetwork({ dataDir: networkDir(config), clock, log })),
    started(startMailCatcher(join(config.dataDir, 'mail'))),
  ] as const;
  await Promise.allSettled(parts);
  const [services, network, mail] = await Promise.all(parts);
  return { services, network, mail };
}

/** Addresses of the sample network take the place of the real ones; nothing else differs from an installation. */
function demoConfig(config: Config, network: SampleNetwork): Config {
  const hosts = [network.blueskyService, network.plcDirectory, network.siteUrl].map((url) => new URL(url).host);
  return {
    ...config,
    // Its people and tickets are invented, and so is its election; a real installation does not load it.
    electionsDir: exampleElectionsDir(installedRulesDir()),
    bluesky: { service: network.blueskyService, plcDirectory: network.plcDirectory, appUrl: network.appUrl },
    allowPrivateHosts: hosts,
    // Everything is on this machine, which may be busy; one sample page never ends, and is tried again like a real one.
    pageTimeoutMs: 6_000,
  };
}
