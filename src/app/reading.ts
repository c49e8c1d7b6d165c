import { join } from 'node:path';
import type { Collector } from '../domain/collecting.js';
import { PermanentError } from '../domain/errors.js';
import type { Platform } from '../domain/platform.js';
import { createEvidenceCapturer } from '../evidence/create-evidence-capturer.js';
import type { EvidenceStore } from '../evidence/evidence-store.js';
import { createFolderStore } from '../evidence/folder-store.js';
import { type LinkPacks, openLinkPacks } from '../evidence/link-packs.js';
import { openPacks } from '../evidence/open-packs.js';
import { followLink } from '../intake/follow-link.js';
import type { Link } from '../links/link.js';
import { READERS } from '../platforms/index.js';
import type { ReadPost } from '../platforms/one-post/read-post.js';
import type { ReaderDeps } from '../platforms/platform-definition.js';
import { type BrowserHost, createBrowserHost, createRemoteBrowserHost } from '../reach/browser-host.js';
import type { Sandbox } from '../reach/browser-launch.js';
import { createFileReader } from '../reach/file-reader.js';
import { createHopReader } from '../reach/hop-reader.js';
import { createHostHolds } from '../reach/host-holds.js';
import { printHtml } from '../reach/print-html.js';
import { createRobots } from '../reach/robots.js';
import { DEFAULT_USER_AGENT } from '../reach/user-agent.js';
import { readYamlFile } from '../rules/files/yaml-file.js';
import { locateChromium, viewMachine } from '../services/locate.mjs';
import type { CaptureDeps } from '../steps/capture-flag-evidence.js';
import type { LookAtPicture, TakePicture } from '../steps/public-picture.js';
import type { ReadLinkDeps } from '../steps/read-report-link.js';
import { APP_FAULTS, LOG } from '../words/app.js';
import { sayError, sayIn } from '../words/say.js';
import type { Core } from './core.js';
import { createLinkSealer } from './link-sealer.js';
import type { Logger } from './log.js';
import { createLookAtPicture, createTakePicture, PICTURE_ASKING } from './look-at-picture.js';
import { openPicturePool, type PicturePool } from './picture-pool.js';
import { openPostReader, type Visitor } from './post-reader.js';
import { packageVersion } from './version.js';

const say = sayIn('id');

/** Everything that reads from outside. Browsers start with the first page that needs one. */
export interface ReadingParts {
  readonly collectors: ReadonlyMap<Platform, Collector>;
  readonly store: EvidenceStore;
  readonly capture: CaptureDeps['capture'];
  readonly printPage: (html: string) => Promise<Buffer>;
  readonly readPost: ReadPost;
  readonly followLink: (link: Link, signal: AbortSignal) => Promise<Link>;
  readonly sealLink: ReadLinkDeps['seal'];
  readonly linkPacks: LinkPacks;
  readonly picturePool: PicturePool;
  readonly takePicture: TakePicture;
  readonly lookAtPicture: LookAtPicture;
  close(): Promise<void>;
}

export async function openReading(core: Core): Promise<ReadingParts> {
  const { config, clock, log, failures } = core;
  const browsers = openBrowsers(config, log);
  const out = { allowPrivateHosts: config.allowPrivateHosts, holds: createHostHolds(clock) };
  const userAgent = DEFAULT_USER_AGENT;
  const robots = createRobots({ ...out, userAgent, clock });
  const visitor = { browsers, out, userAgent, robots, clock };
  const collectors = await openReaders({
    ...visitor,
    readYaml: readYamlFile,
    settings: config,
    onFileIssue: ({ path, line, column, problem }) => log.error(`${path}:${line}:${column} ${problem}`),
  });
  const store = await createFolderStore(join(config.dataDir, 'evidence'), { clock });
  const linkPacks = await openLinkPacks(join(config.dataDir, 'links'), { clock });
  const capturing = {
    ...visitor,
    netraVersion: packageVersion(),
    onRefused: (error: unknown) => failures.tellLost('evidence-folder', error),
    log: (event: string, details: object) => log.debug(details, event),
  };
  const readHop = createHopReader({ ...out, ...visitor });
  const pictures = openPictures(core, visitor);
  return {
    collectors,
    store,
    capture: createEvidenceCapturer({ ...capturing, store, linkStore: linkPacks.store }).capture,
    printPage: (html) => printHtml(browsers, html),
    readPost: openPostReader(config, visitor),
    followLink: (link, signal) => followLink(link, readHop, signal),
    sealLink: createLinkSealer(
      createEvidenceCapturer({ ...capturing, store: linkPacks.store }),
      openPacks(linkPacks.store),
    ),
    linkPacks,
    ...pictures,
    async close() {
      await Promise.all([browsers.close(), pictures.picturePool.close()]);
    },
  };
}

/** One pool for all that looks at pictures in this process, people's and the world's. */
function openPictures(
  { storage, config }: Pick<Core, 'storage' | 'config'>,
  visitor: Visitor,
): Pick<ReadingParts, 'picturePool' | 'takePicture' | 'lookAtPicture'> {
  const picturePool = openPicturePool();
  const { out, ...asking } = visitor;
  const readFile = createFileReader({ ...out, ...asking, ...PICTURE_ASKING });
  const takePicture = createTakePicture({ readFile, pool: picturePool });
  const bank = storage.campaignPictures;
  const lookAtPicture = config.readsPictures
    ? createLookAtPicture({ take: takePicture, pool: picturePool, bank })
    : async () => 'picture_off' as const;
  return { picturePool, takePicture, lookAtPicture };
}

function openBrowsers({ browserKeeper, chromium }: Core['config'], log: Logger): BrowserHost {
  const onStuck = (error: unknown) => log.warn({ error: (error as Error).name }, say(LOG.browserStays));
  if (browserKeeper !== undefined) {
    log.info(say(LOG.browserApart));
    return createRemoteBrowserHost({ keeper: new URL(browserKeeper), onStuck });
  }
  const onSandbox = (sandbox: Sandbox) => tellSandbox(log, sandbox);
  return createBrowserHost({ executablePath: chromiumOf(chromium), onSandbox, onStuck });
}

async function openReaders(deps: ReaderDeps): Promise<ReadonlyMap<Platform, Collector>> {
  const collectors = new Map<Platform, Collector>();
  for (const [platform, reader] of READERS) collectors.set(platform, await reader.open(deps));
  return collectors;
}

/** Once, at the first page: whoever keeps the machine can mend it, and `netra doctor` says how. */
export function tellSandbox(log: Logger, sandbox: Sandbox): void {
  if (sandbox === 'on') log.info({ sandbox }, say(LOG.sandbox));
  else log.warn({ sandbox }, say(LOG.noSandbox));
}

/** Throws PermanentError where the machine has none. */
export function chromiumOf(configured: string | undefined): string {
  const env = configured === undefined ? process.env : { ...process.env, NETRA_CHROMIUM: configured };
  const found = locateChromium(viewMachine(env));
  if (found === undefined) throw new PermanentError(...sayError(APP_FAULTS.noChromium, 'id'));
  return found;
}
