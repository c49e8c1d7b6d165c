import { parseAddress, routeOf, untangled } from './address.js';
import { cleanText } from './clean-text.js';
import { type Found, findLinks } from './find-links.js';
import type { Address, Link, LinkKind, LinkNote, LinkPlatform, Reading } from './link.js';
import { isLookAlike } from './look-alike.js';
import { readElsewhere } from './mastodon.js';
import { pageAt } from './page.js';
import { findHome, isService, PLATFORM_LINKS } from './platforms.js';
import { handedOnBy, wrappedIn } from './wrappers.js';

/** What one address comes to, with what is to be said of it. */
interface Read extends Omit<Reading, 'note'> {
  readonly platform: LinkPlatform;
  readonly notes: readonly LinkNote[];
}

/** Addresses inside addresses, in all: beyond, a text is built to keep us busy. */
const MAX_STEPS = 200;
const MAX_DEPTH = 8;

/**
 * Reads what a person pasted: the first link to an act, else to an account, else the first there is. Pure, and total:
 * no network, no clock, an answer for every text.
 */
export function readLink(input: string): Link {
  const { text, isCut } = cleanText(input);
  const steps = { left: MAX_STEPS };
  const all = readAll(text, { steps, depth: 0 });
  const best = bestOf(all);
  const others = new Set(all.map(({ canonical }) => canonical)).size - 1;
  const notes: LinkNote[] = [
    ...(best?.notes ?? [{ code: 'no_link' as const }]),
    ...(others > 0 ? [{ code: 'more_links' as const, count: others }] : []),
    ...(isCut ? [{ code: 'text_cut' as const }] : []),
  ];
  const { platform, kind, author, id, canonical } = best ?? NOTHING;
  return { input, platform, kind, author, id, canonical, notes };
}

const NOTHING: Read = { platform: 'web', kind: 'page', canonical: '', notes: [] };

interface Walk {
  readonly steps: { left: number };
  readonly depth: number;
}

function readAll(text: string, walk: Walk): readonly Read[] {
  return findLinks(text).flatMap((found) => readFound(found, walk) ?? []);
}

const RANK: Readonly<Record<LinkKind, number>> = {
  post: 3,
  comment: 3,
  story: 3,
  group_post: 3,
  private: 3,
  short: 3,
  profile: 2,
  page: 1,
};

function rankOf(read: Read | undefined): number {
  if (read === undefined) return 0;
  return RANK[read.kind] + (read.platform === 'web' ? 0 : 0.5);
}

function bestOf(reads: readonly Read[]): Read | undefined {
  const first = reads.find((read) => RANK[read.kind] === 3);
  return (
    first ?? reads.reduce<Read | undefined>((best, read) => (rankOf(read) > rankOf(best) ? read : best), undefined)
  );
}

/** A link as it stands, or put together over the break behind it where only then it leads to an act. */
function readFound({ text, joined }: Found, walk: Walk): Read | undefined {
  const alone = readAddress(text, walk);
  for (const longer of joined) {
    const read = readAddress(longer, walk);
    if (read && isBetterJoined(alone, read, longer)) return read;
  }
  return alone;
}

function isBetterJoined(alone: Read | undefined, joined: Read, text: string): boolean {
  if (alone && RANK[alone.kind] === 3) return isWhole(joined) && !isWhole(alone);
  if (joined.kind === 'profile') return rankOf(alone) < 2 && /[\d._@]/.test(text.split('/').at(-1) ?? '');
  return RANK[joined.kind] === 3;
}

function isWhole({ platform, id }: Read): boolean {
  return id !== undefined && PLATFORM_LINKS[platform].wholeId?.test(id) === true;
}

function readAddress(text: string, walk: Walk): Read | undefined {
  walk.steps.left -= 1;
  if (walk.steps.left < 0 || walk.depth > MAX_DEPTH) return undefined;
  const address = parseAddress(text);
  if (address === undefined) return undefined;
  return readWrapped(address, wrappedIn(address), walk) ?? readOwn(address, walk);
}

/** What stands inside the first of `texts` that holds a link to more than a page; else inside any. */
function readWrapped(address: Address, texts: readonly string[], walk: Walk): Read | undefined {
  const inner = { steps: walk.steps, depth: walk.depth + 1 };
  const reads = texts.flatMap((text) => bestOf(readAll(cleanText(text).text, inner)) ?? []);
  const best = reads.find((read) => rankOf(read) > 1.5) ?? reads[0];
  const host = address.host || address.scheme;
  return (
    best && { ...best, notes: [...best.notes.filter(({ code }) => code !== 'unwrapped'), { code: 'unwrapped', host }] }
  );
}

function readOwn(address: Address, walk: Walk): Read | undefined {
  const home = findHome(address);
  if (home === undefined) return address.scheme === 'https' ? readForeign(address) : readAppAddress(address, walk);
  const page = readAppAddress(address, walk);
  if (page) return page;
  const { platform, isMirror } = home;
  const { note, ...reading } = readOn(platform, untangled(address));
  const notes: LinkNote[] = note ? [note] : [];
  if (reading.kind === 'comment' && !reading.author) notes.push({ code: 'comment_author' });
  if (isMirror) notes.push({ code: 'mirror', host: address.host });
  const own: Read = { ...reading, platform, notes };
  if (reading.kind !== 'page') return own;
  const handedOn = [address, routeOf(address)].flatMap((part) => (part ? handedOnBy(part) : []));
  return readWrapped(address, handedOn, walk) ?? own;
}

function readOn(platform: LinkPlatform, address: Address): Reading {
  if (isService(address.host)) return pageAt(address);
  const links = PLATFORM_LINKS[platform];
  const reading = links.read(address);
  const route = reading.kind === 'page' ? routeOf(address) : undefined;
  const inside = route && links.read(route);
  return inside && inside.kind !== 'page' ? inside : reading;
}

/** `vnd.youtube://www.youtube.com/watch?v=…`: an app's address that is a page's. */
function readAppAddress(address: Address, walk: Walk): Read | undefined {
  if (/^(?:https|at)$/.test(address.scheme) || !/^[\w-]+(?:\.[\w-]+)+\//.test(address.rest)) return undefined;
  const read = readAddress(`https://${address.rest}`, { steps: walk.steps, depth: walk.depth + 1 });
  return read?.kind === 'page' ? undefined : read;
}

/** A host of no platform: a server of the fediverse shows itself by its paths, everything else is the web. */
function readForeign(address: Address): Read {
  const { host } = address;
  const seems = isLookAlike(host);
  const server = seems || NO_SERVER.test(host) ? undefined : readElsewhere(untangled(address));
  if (server) return { ...server, platform: 'mastodon', notes: [] };
  return { ...PLATFORM_LINKS.web.read(address), platform: 'web', notes: seems ? [{ code: 'look_alike', host }] : [] };
}

/** Sites that write `/@name/1` too, and names in letters that no server has. */
const NO_SERVER =
  /^\[|^[\d.]+$|(?:^|\.)(?:xn--.*|threads\..*|medium\.com|substack\.com|snackvideo\.com|kwai\.com|odysee\.com|lbry\.tv|rumble\.com|dev\.to|vk\.com|ok\.ru|truthsocial\.com|gettr\.com|misskey\.[a-z]+|likee\.video|pinterest\.com|flickr\.com|npmjs\.com|jsdelivr\.net|unpkg\.com)$/;
