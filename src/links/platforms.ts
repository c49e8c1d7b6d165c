import { bluesky } from './bluesky.js';
import { facebook } from './facebook.js';
import { instagram } from './instagram.js';
import type { Address, LinkPlatform, PlatformLinks } from './link.js';
import { mastodon } from './mastodon.js';
import { telegram } from './telegram.js';
import { threads } from './threads.js';
import { tiktok } from './tiktok.js';
import { web } from './web.js';
import { whatsapp } from './whatsapp.js';
import { x } from './x.js';
import { youtube } from './youtube.js';

/** One file and one line a platform; a forgotten one does not compile. */
export const PLATFORM_LINKS: Readonly<Record<LinkPlatform, PlatformLinks>> = {
  tiktok,
  instagram,
  facebook,
  x,
  threads,
  youtube,
  telegram,
  bluesky,
  mastodon,
  whatsapp,
  web,
};

export interface Home {
  readonly platform: LinkPlatform;
  readonly isMirror: boolean;
}

const ENTRIES = Object.entries(PLATFORM_LINKS) as [LinkPlatform, PlatformLinks][];

function tableOf(namesOf: (links: PlatformLinks) => readonly string[], isMirror: boolean): [string, Home][] {
  return ENTRIES.flatMap(([platform, links]) =>
    namesOf(links).map((name) => [name, { platform, isMirror }] as [string, Home]),
  );
}

const HOSTS = new Map([...tableOf(({ hosts }) => hosts, false), ...tableOf(({ mirrors }) => mirrors, true)]);
const LABELS = new Map(tableOf(({ mirrorLabels }) => mirrorLabels, true));
const SCHEMES = new Map(tableOf(({ schemes }) => schemes, false));

/** Every scheme that an app of a platform answers to. */
export const APP_SCHEMES: readonly string[] = [...SCHEMES.keys()];

/** Whose host it is: the name itself or any below it. What only looks like one is nobody's. */
export function findHome({ scheme, host }: Pick<Address, 'scheme' | 'host'>): Home | undefined {
  if (scheme !== 'https') return SCHEMES.get(scheme);
  const labels = host.split('.');
  for (let from = 0; from < labels.length - 1; from += 1) {
    const home = HOSTS.get(labels.slice(from).join('.'));
    if (home) return home;
  }
  const [first = ''] = labels;
  return labels.length > 2 || (labels.length === 2 && first.length > 3) ? LABELS.get(first) : undefined;
}

/** Where a platform speaks for itself: no account posts there. */
const SERVICE =
  /^(?:help|support|developers?|about|ads|adsmanager|newsroom|careers|blog|status|seller(?:-[a-z]+)?|shop|faq|policies|transparency|legal|consent|graph|investor|creators?|partners?|research|static)\./;

export function isService(host: string): boolean {
  return SERVICE.test(host) && host.split('.').length > 2;
}
