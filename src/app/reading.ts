import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collector } from '../domain/collecting.js';
import { PermanentError } from '../domain/errors.js';
import type { Platform } from '../domain/platform.js';
import { createEvidenceCapturer } from '../evidence/create-evidence-capturer.js';
import type { EvidenceStore } from '../evidence/evidence-store.js';
import { createFolderStore } from '../evidence/folder-store.js';
import { createBlueskyCollector } from '../platforms/bluesky/bluesky-collector.js';
import { loadRecipes } from '../platforms/web/load-recipes.js';
import type { Recipe } from '../platforms/web/recipe.js';
import { createWebCollector } from '../platforms/web/web-collector.js';
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
  const allowPrivateHosts = config.allowPrivateHosts.length > 0;
  const launch = { executablePath: chromiumOf(config.chromium), args: CHROMIUM_ARGS };
  const web = createWebCollector({
    ...{ launch, clock, allowPrivateHosts },
    recipes: await readRecipes(join(config.rulesDir, 'recipes')),
    userAgent: DEFAULT_USER_AGENT,
    timeoutMs: config.pageTimeoutMs,
  });
  const store = await createFolderStore(join(config.dataDir, 'evidence'), { clock });
  const visitor = { userAgent: DEFAULT_USER_AGENT, allowPrivateHosts: config.allowPrivateHosts };
  const capturer = createEvidenceCapturer({
    ...{ store, launch, clock },
    ...visitor,
    robots: createRobotsCheck({ ...visitor, clock }),
    netraVersion: packageVersion(),
    log: (event, details) => core.log.debug(details, event),
  });
  const bluesky = createBlueskyCollector({ ...config.bluesky, clock, allowPrivateHosts });
  return {
    collectors: new Map<Platform, Collector>([
      ['bluesky', bluesky],
      ['web', web],
    ]),
    store,
    capture: capturer.capture,
    async close() {
      await Promise.all([web.close(), capturer.close()]);
    },
  };
}

function chromiumOf(configured: string | undefined): string {
  const env = configured === undefined ? process.env : { ...process.env, NETRA_CHROMIUM: configured };
  const found = locateChromium(viewMachine(env));
  if (found === undefined) throw new PermanentError('Chromium tidak ditemukan.', 'node scripts/setup.mjs');
  return found;
}

async function readRecipes(folder: string): Promise<Recipe[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const paths = names.map((name) => join(folder, name));
  const files = await Promise.all(paths.map(async (path) => ({ path, source: await readFile(path) })));
  return loadRecipes(files, readYamlFile);
}
