import { decoded, MAX_ADDRESS_LENGTH } from './address.js';
import { APP_SCHEMES, findHome } from './platforms.js';

/** More are not looked at: nobody pastes so many, and each costs time. */
const MAX_LINKS = 50;
/** A line broken more often is not put together again. */
const MAX_PARTS = 3;

/** A link as it stands in a text, and what it would be if the breaks after it were not there. */
export interface Found {
  readonly text: string;
  readonly joined: readonly string[];
}

/** A stretch without space, and whether the line breaks before it. */
interface Chunk {
  readonly text: string;
  readonly isOnNewLine: boolean;
}

interface Start {
  readonly at: number;
  /** Without a scheme. */
  readonly isBare: boolean;
}

interface Raw {
  readonly text: string;
  readonly isBare: boolean;
  /** How many `_` stand before it: as many behind it are not its own. */
  readonly slants: number;
}

const CHUNK = /[^\s<>"`{}|\p{Pi}\p{Pf}„‚\u3000-\u303f]+/gu;
const APPS = APP_SCHEMES.filter((scheme) => scheme !== 'at').map((scheme) => scheme.replace(/[.+]/g, '\\$&'));
/** Where a link begins by its scheme, percent-encoded or not. */
const SCHEME = new RegExp(
  [
    `(?<![a-z0-9])(?:at|intent|android-app|${APPS.join('|')})://`,
    '(?<![a-z0-9])(?:tg:|vnd\\.youtube:|at:)(?=[a-z0-9])',
    'https?(?::/|:\\\\|%(?:25){0,4}3a)',
  ].join('|'),
  'gi',
);
/** A host without scheme, and what must follow where it is one. */
const HOST =
  /(?<![\p{L}\p{N}@._/=%-])(?:[\p{L}\p{N}\p{M}_-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}(?=\.?(?:[/?#@:]|[^\p{L}\p{N}._-]|$))/gu;
/** Endings of hosts that nobody took for titles (S.Pd, M.Si): others need `www.` or a scheme. */
const ENDING =
  /\.(?:com|net|org|id|co|info|io|me|tv|my|sg|xyz|online|site|news|app|dev|link|social|blog|example|test|page|store|web|asia|cc|us|uk|eu|gov|edu|ly|gl|ru|be|to|jp|de|fr|nl|au|ai|gg|fm)$/;

/** Every link of a cleaned text, in order. */
export function findLinks(text: string): readonly Found[] {
  const chunks = chunksOf(text);
  const found: Found[] = [];
  for (const [index, chunk] of chunks.entries()) {
    const starts = startsIn(chunk.text);
    for (const [n, { at, isBare }] of starts.entries()) {
      if (found.length >= MAX_LINKS) return found;
      const raw = chunk.text.slice(at, starts[n + 1]?.at).slice(0, MAX_ADDRESS_LENGTH);
      const slants = /_{0,3}$/.exec(chunk.text.slice(Math.max(0, at - 3), at))?.[0].length ?? 0;
      const link: Raw = { text: raw, isBare, slants };
      const next = n === starts.length - 1 ? chunks.slice(index + 1, index + MAX_PARTS + 1) : [];
      found.push({ text: written(link), joined: joinedFrom(link, next) });
    }
  }
  return found;
}

function chunksOf(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let end = 0;
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    chunks.push({ text: chunk, isOnNewLine: /[\n\r]/.test(text.slice(end, index)) });
    end = index + chunk.length;
  }
  return chunks;
}

/** Behind one of these an address is part of the one before: a redirect or an archive. */
const INSIDE = /(?:[=/?&%:_*+#]|%2f|%3[adf])$/i;

/** Where links begin in a chunk: by a host before any scheme, then by each scheme that stands inside no other link. */
function startsIn(chunk: string): readonly Start[] {
  const schemes = [...chunk.matchAll(SCHEME)].slice(0, MAX_LINKS);
  const bare = bareStart(chunk.slice(0, schemes[0]?.index));
  const starts: Start[] = bare === undefined ? [] : [{ at: bare, isBare: true }];
  for (const { 0: scheme, index } of schemes) {
    const isInside = scheme.includes('%') || INSIDE.test(chunk.slice(Math.max(0, index - 3), index));
    if (starts.length === 0 || !isInside) starts.push({ at: index, isBare: false });
  }
  return starts;
}

/** `//host/…`, or a host that is known or is plainly an address. */
function bareStart(chunk: string): number | undefined {
  const opening = /^[([*_~'.,;:!>|-]*/.exec(chunk)?.[0].length ?? 0;
  if (/^\/\/[\p{L}\p{N}]/u.test(chunk.slice(opening, opening + 3))) return opening;
  for (const { 0: host, index } of chunk.slice(0, MAX_ADDRESS_LENGTH).matchAll(HOST)) {
    const name = host.toLowerCase();
    const next = chunk[index + host.length] ?? '';
    if (findHome({ scheme: 'https', host: name }) !== undefined) return index;
    if (next !== '@' && (name.startsWith('www.') || (next === '/' && ENDING.test(name)))) return index;
  }
  return undefined;
}

/** The link as one would type it into a browser. */
function written({ text, isBare, slants }: Raw): string {
  const link = withoutEnd(text, slants);
  if (link.startsWith('//')) return `https:${link}`;
  return isBare ? `https://${link}` : decodedFully(link);
}

/** Without the signs of the sentence around it; a bracket stays where the link has the other one too. */
function withoutEnd(text: string, slants: number): string {
  const isOpened = (sign: string, closing: string) => text.includes(sign) && text.indexOf(closing) > text.indexOf(sign);
  const kept = `${isOpened('(', ')') ? ')' : ''}${isOpened('[', ']') ? ']' : ''}`;
  let slanted = slants;
  let end = text.length;
  for (; end > 0; end -= 1) {
    const sign = text[end - 1] ?? '';
    if (sign === '_' && slanted > 0) slanted -= 1;
    else if (!CLOSING.test(sign) || kept.includes(sign)) break;
  }
  // Markdown writes a link twice: `[https://…](https://…)`.
  return text.slice(0, end).replace(/\]\(.*$/s, '');
}

const CLOSING = /[.,;:!?'*~|>\\([\])]/;

function decodedFully(text: string): string {
  let plain = text;
  for (let n = 0; n < 5 && /^https?%/i.test(plain); n += 1) plain = decoded(plain);
  return plain;
}

/** The link with the beginnings of what follows, as long as that looks like more of it. */
function joinedFrom(link: Raw, next: readonly Chunk[]): readonly string[] {
  const joined: string[] = [];
  let { text } = link;
  for (const [n, part] of next.entries()) {
    const isBroken = part.isOnNewLine || /^[/?&=]/.test(part.text) || /[/?&=]$/.test(text);
    // A word that goes on in a sentence is no part of a link.
    const isWord = /^\p{L}+[.,!?]*$/u.test(part.text) && next[n + 1]?.isOnNewLine === false;
    if (!isBroken || isWord || startsIn(part.text).length > 0) break;
    // Mail ends a broken line with `=`.
    if (part.isOnNewLine && text.endsWith('=')) joined.push(written({ ...link, text: text.slice(0, -1) + part.text }));
    text = `${text}${part.text}`.slice(0, MAX_ADDRESS_LENGTH);
    joined.push(written({ ...link, text }));
  }
  return joined;
}
