import { join } from 'node:path';
import type { Collector } from '../domain/collecting.js';
import { PermanentError } from '../domain/errors.js';
import type { Platform } from '../domain/platform.js';
import { createEvidenceCapturer } from '../evidence/create-evidence-capturer.js';
import type { EvidenceStore } from '../evidence/evidence-store.js';
import { createFolderStore } from '../evidence/folder-store.js';
import { READERS } from '../platforms/index.js';
import type { OpenReader, ReaderDeps } from '../platforms/platform-definition.js';
import { createRobotsCheck } from '../reach/robots-check.js';
import { DEFAULT_USER_AGENT } from '../reach/user-agent.js';
import { readYamlFile } from '../rules/files/yaml-file.js';
import { locateChromium, viewMachine } from '../services/locate.mjs';
import type { CaptureDeps } from '../steps/capture-flag-evidence.js';
import type { Core } from './core.js';
import { packageVersion } from './version.js';

/** Everything that reads from outside. Browsers start with the first page that needs one. */
export interface ReadingParts {
  readonly collectors: ReadonlyMap<Platform, Collector>;
  readonly store: EvidenceStore;
  readonly capture: CaptureDeps['capture'];
  close(): Promise<void>;
}

// As root Chromium needs no-sandbox; the others keep it from calling home.
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export async function openReading(core: Core): Promise<ReadingParts> {
  const { config, clock } = core;
  const launch = { executablePath: chromiumOf(config.chromium), args: CHROMIUM_ARGS };
  const userAgent = DEFAULT_USER_AGENT;
  const collectors = await openReaders({ clock, userAgent, launch, readYaml: readYamlFile, settings: config });
  const store = await createFolderStore(join(config.dataDir, 'evidence'), { clock });
  const { allowPrivateHosts } = config;
  const capturer = createEvidenceCapturer({
    store,
    launch,
    clock,
    userAgent,
    allowPrivateHosts,
    robots: createRobotsCheck({ userAgent, allowPrivateHosts, clock }),
    netraVersion: packageVersion(),
    log: (event, details) => core.log.debug(details, event),
  });
  return {
    collectors,
    store,
    capture: capturer.capture,
    async close() {
      await Promise.all([capturer, ...collectors.values()].map((part) => part.close()));
    },
  };
}

async function openReaders(deps: ReaderDeps): Promise<ReadonlyMap<Platform, OpenReader>> {
  const collectors = new Map<Platform, OpenReader>();
  for (const [platform, reader] of READERS) collectors.set(platform, await reader.open(deps));
  return collectors;
}

function chromiumOf(configured: string | undefined): string {
  const env = configured === undefined ? process.env : { ...process.env, NETRA_CHROMIUM: configured };
  const found = locateChromium(viewMachine(env));
  if (found === undefined) throw new PermanentError('Chromium tidak ditemukan.', 'node scripts/setup.mjs');
  return found;
}
