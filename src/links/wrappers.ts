import { decoded } from './address.js';
import { base64Text } from './base64-text.js';
import type { Address } from './link.js';

/** A host that only hands on: what it leads to is written in its own address. */
interface Wrapper {
  readonly host: RegExp;
  readonly path?: RegExp;
  /** Parameters that hold the address it leads to. */
  readonly params?: readonly string[];
  /** Takes the address out of what follows the host, as written. */
  readonly rest?: RegExp;
  /** Stands before what `rest` found. */
  readonly start?: string;
}

const OUT = ['url', 'u', 'to', 'target', 'q'] as const;

const WRAPPERS: readonly Wrapper[] = [
  // Searching, translating, showing quickly.
  { host: /^(?:\w+\.)?google\.(?:com?\.)?[a-z]{2,3}$/, rest: /^amp\/(?:s\/)?(.+)$/s, start: 'https://' },
  { host: /^(?:\w+\.)?google\.(?:com?\.)?[a-z]{2,3}$/, params: [...OUT, 'continue', 'imgrefurl', 'link'] },
  { host: /^webcache\.googleusercontent\.com$/, params: ['q'] },
  { host: /(?:^|\.)cdn\.ampproject\.org$/, rest: /^[a-z]\/(?:s\/)?(.+)$/s, start: 'https://' },
  { host: /(?:^|\.)bing\.com$/, params: ['u', 'url', 'mediaurl', 'r'] },
  { host: /(?:^|\.)duckduckgo\.com$/, params: ['uddg', 'u'] },
  { host: /^(?:r\.)?search\.yahoo\.com$/, rest: /\/RU=([^/]+)/ },
  { host: /(?:^|\.)yandex\.[a-z.]{2,6}$/, params: ['url', 'text'] },
  // Archives.
  { host: /^(?:web\.)?archive\.org$/, rest: /^(?:web|save|wait)\/(?:[\d*]{1,14}(?:[a-z]{2}_)?\/)?(.+)$/s },
  {
    host: /^archive\.(?:ph|is|today|li|md|vn|fo)$/,
    rest: /^(?:[\d.-]{4,20}|newest|oldest|timegate|o\/\w{3,8})\/(.+)$/s,
    params: ['url'],
  },
  { host: /^(?:arquivo\.pt|webarchive\.org\.uk|wayback\.archive-it\.org)$/, rest: /^(?:\w+\/){1,2}(https?:.+)$/s },
  { host: /^ghostarchive\.org$/, rest: /^varchive\/(?:youtube\/\d+\/)?([\w-]{11})$/, start: 'https://youtu.be/' },
  { host: /^ghostarchive\.org$/, params: ['term'] },
  { host: /^megalodon\.jp$/, rest: /^[\d-]{10,20}\/(.+)$/s, params: ['url'] },
  // Warnings before a site is left.
  { host: /^(?:away\.|l\.|m\.)?vk\.(?:com|ru)$/, params: ['to', 'u'] },
  { host: /^out\.reddit\.com$/, params: ['url'] },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, params: ['url'] },
  { host: /^urldefense\.(?:com|us|proofpoint\.com)$/, rest: /^v3\/__(.+?)__;/s, params: ['u'] },
  {
    host: /(?:^|\.)linkedin\.com$/,
    path: /^(?:redir|safety|sharing|shareArticle|share)(?:\/|$)/,
    params: ['url', 'text'],
  },
  { host: /^(?:slack-redir\.net|steamcommunity\.com|getpocket\.com|l\.wl\.co|t\.umblr\.com)$/, params: [...OUT, 'z'] },
  { host: /^(?:disq\.us|exit\.sc|link\.zhihu\.com|redirect\.viglink\.com|go\.skimresources\.com)$/, params: OUT },
  {
    host: /^(?:\w+\.)?(?:pinterest\.com|tumblr\.com)$/,
    path: /^(?:offsite|logout|safe-redirect)/,
    params: [...OUT, 'z'],
  },
  { host: /^secure-web\.cisco\.com$/, rest: /^[^/]+\/(https?%3A.+)$/is },
  { host: /^(?:out|away|exit|redirect)\./, params: OUT },
  { host: /^(?:href\.li|nullrefer\.com|anonym\.to|dereferer\.me|hidereferrer\.net)$/, rest: /^\??(?:url=)?(.+)$/s },
  // Buttons that share, and letters that are being written.
  {
    host: /^(?:mail\.google\.com|outlook\.(?:live|office)\.com|compose\.mail\.yahoo\.com)$/,
    params: ['body', 'su', 'subject'],
  },
  {
    host: /^(?:social-plugins\.line\.me|line\.me)$/,
    rest: /^R\/(?:msg\/text|share)\/?\?(?:text=)?(.+)$/s,
    params: ['url', 'text'],
  },
  { host: /(?:^|\.)(?:reddit|pinterest)\.com$/, path: /^(?:submit|pin\/create)/, params: ['url'] },
  // Readers and embedders of other sites.
  {
    host: /^(?:r\.jina\.ai|12ft\.io|removepaywall\.com|outline\.com|txtify\.it)$/,
    rest: /^(https?:.+)$/is,
    params: OUT,
  },
  {
    host: /^(?:\w+\.)?(?:ssstik\.io|snaptik\.app|savefrom\.net|snapinsta\.app|sssinstagram\.com|fdown\.net|getfvid\.com)$/,
    rest: /^(?:[^#]*#url=)?(https?(?::|%3A).+)$/is,
    params: OUT,
  },
  { host: /^(?:twitframe\.com|skyview\.social|iframe\.ly|cdn\.iframe\.ly)$/, params: ['url'] },
  { host: /^(?:cdn\.)?embedly\.com$/, params: ['url', 'src'] },
  { host: /^farside\.link$/, rest: /^nitter\/(.+)$/s, start: 'https://nitter.net/' },
  { host: /(?:^|\.)onelink\.me$/, params: ['af_dp', 'af_web_dp', 'deep_link_value', 'af_android_url', 'af_ios_url'] },
  { host: /(?:^|\.)adjust\.com$/, params: ['deeplink', 'deep_link', 'fallback', 'redirect'] },
  { host: /(?:^|\.)app\.link$/, params: ['$canonical_url', '$desktop_url', '$fallback_url', '$deeplink_path'] },
  // A server of the fediverse, whichever it is.
  { host: /\./, path: /^(?:authorize_interaction|api\/oembed)$/, params: ['uri', 'url'] },
];

/** Texts in which the address stands that this one leads to; none where it leads nowhere else. */
export function wrappedIn(address: Address): readonly string[] {
  if (address.scheme === 'intent') return intentsOf(address.rest);
  if (address.scheme === 'android-app') return [address.rest.replace(/^[\w.]+\/([\w+.-]+)\//, '$1://')];
  if (address.scheme !== 'https') return [];
  const own = translatedHost(address);
  if (own) return [own];
  return WRAPPERS.filter(({ host, path }) => host.test(address.host) && (path?.test(address.path) ?? true)).flatMap(
    ({ params = [], rest, start = '' }) => {
      const inside = rest?.exec(address.rest)?.[1];
      return [...(inside ? [`${start}${inside}`] : []), ...namedIn(address, params, /./)];
    },
  );
}

/** Parameters by which platforms hand on, log in, share and embed. Looked at only where a page is nothing else. */
const HANDED_ON = [
  ...['u', 'url', 'href', 'next', 'next_url', 'continue', 'redirect_url', 'redirect_after_login', 'redirect_uri', 'q'],
  ...['query', 'uri', 'uris', 'target', 'link', 'text', 'deeplink', 'params_url'],
];

export function handedOnBy(address: Address): readonly string[] {
  return namedIn(address, HANDED_ON, HOLDS_LINK);
}

const HOLDS_LINK = /:\/\/|%(?:25){0,4}3a%|^(?:www\.|at:)/i;

function namedIn(address: Address, params: readonly string[], form: RegExp): readonly string[] {
  return params.flatMap((name) => {
    const value = address.query.get(name)?.trim() ?? '';
    // Bing writes `a1` and base 64.
    const text = /^a1aHR0c/.test(value) ? base64Text(value.slice(2)) : value;
    if (/^\/[^/]/.test(text) && address.host !== '') return [`https://${address.host}${text}`];
    return form.test(text) ? [text] : [];
  });
}

/** `intent://host/path#Intent;scheme=https;S.browser_fallback_url=…;end` */
function intentsOf(rest: string): readonly string[] {
  const [, target = '', told = ''] = /^([^#]*)#Intent;(.*)$/is.exec(rest) ?? [];
  const value = (name: string) =>
    told
      .split(';')
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1);
  const scheme = value('scheme') ?? 'https';
  const app = scheme === 'smsto' && value('package')?.startsWith('com.whatsapp') ? 'whatsapp' : scheme;
  return [`${app}://${target}`, decoded(value('S.browser_fallback_url') ?? '')].filter((text) => text !== '');
}

/** `www-tiktok-com.translate.goog`: dots are written as hyphens, hyphens doubled. */
function translatedHost({ host, rest }: Address): string | undefined {
  const name = /^([a-z0-9-]{3,200})\.translate\.goog$/.exec(host)?.[1];
  return name && `https://${name.replace(/--|-/g, (found) => (found === '-' ? '.' : '-'))}/${rest}`;
}
