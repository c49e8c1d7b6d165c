import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';

export type Attributes = ReadonlyMap<string, string>;

/** What stands in a page, in order. Attributes and text as a reader sees them, code as it is written. */
export interface HtmlEvents {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
  code?(code: string): void;
}

/** Elements whose inside is no markup. */
const RAW: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed']);
const CODE: ReadonlySet<string> = new Set(['script', 'style', 'iframe', 'noembed']);
/** Longer ones hold data, not what we look for. */
const MAX_VALUE = 20_000;
const MAX_ATTRIBUTES = 100;
/** Beginnings and ends of elements: a page of more is none that we know, and is read no further. */
const MAX_MARKS = 50_000;

/** Walks a page once from its beginning to its end: no tree is built, so that depth costs nothing. Never throws. */
export function walkHtml(html: string, events: HtmlEvents): void {
  let at = 0;
  for (let marks = 0; at < html.length && marks < MAX_MARKS; marks += 1) {
    const start = html.indexOf('<', at);
    if (start !== at) events.text?.(decodeHTML(html.slice(at, start < 0 ? undefined : start)));
    if (start < 0) return;
    at = readMarkup(html, start, events);
  }
}

/** Hands on what begins at `<` and says where it ends. */
function readMarkup(html: string, start: number, events: HtmlEvents): number {
  if (html.startsWith('<!--', start)) return endOf(html, '-->', start + 4);
  if (html[start + 1] === '!' || html[start + 1] === '?') return endOf(html, '>', start);
  if (!/[a-z/]/i.test(html[start + 1] ?? '')) {
    events.text?.('<');
    return start + 1;
  }
  const tag = readTag(html, start);
  if (tag.isClosing) events.close?.(tag.name);
  else events.open?.(tag.name, tag.attributes);
  return !tag.isClosing && RAW.has(tag.name) ? readRaw(html, tag, events) : tag.end;
}

function endOf(html: string, sign: string, from: number): number {
  const end = html.indexOf(sign, from);
  return end < 0 ? html.length : end + sign.length;
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly attributes: Attributes;
  readonly end: number;
}

function readRaw(html: string, { name, end }: Tag, events: HtmlEvents): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = end;
  const found = closing.exec(html)?.index ?? html.length;
  const inside = html.slice(end, found);
  if (CODE.has(name)) events.code?.(inside);
  else events.text?.(decodeHTML(inside));
  return found;
}

// Sticky, each a run of one class of signs that the next cannot begin with: no way back.
const NAME = /[^\s/>]+/y;
const BETWEEN = /[\s/]*/y;
const KEY = /[^\s/>=]+/y;
const EQUALS = /\s*=\s*/y;
const BARE = /[^\s>]*/y;

function readTag(html: string, start: number): Tag {
  const isClosing = html[start + 1] === '/';
  const [name, behind] = match(NAME, html, start + (isClosing ? 2 : 1));
  const attributes = new Map<string, string>();
  let at = behind;
  while (at < html.length) {
    at = match(BETWEEN, html, at)[1];
    if (html[at] === '>' || at >= html.length) break;
    const [key, keyEnd] = match(KEY, html, at);
    const [sign, valueStart] = match(EQUALS, html, keyEnd);
    const [value, end] = sign.includes('=') ? readValue(html, valueStart) : ['', keyEnd];
    // The first counts, as in a browser; a sign that begins nothing is passed over.
    if (key !== '' && attributes.size < MAX_ATTRIBUTES && !attributes.has(key.toLowerCase()))
      attributes.set(key.toLowerCase(), value);
    at = Math.max(end, at + 1);
  }
  return { name: name.toLowerCase(), isClosing, attributes, end: Math.min(at + 1, html.length) };
}

function readValue(html: string, at: number): [value: string, end: number] {
  const quote = html[at];
  if (quote !== '"' && quote !== "'") {
    const [value, end] = match(BARE, html, at);
    return [decodeHTMLAttribute(value.slice(0, MAX_VALUE)), end];
  }
  const end = endOf(html, quote, at + 1);
  return [decodeHTMLAttribute(html.slice(at + 1, Math.min(end - 1, at + 1 + MAX_VALUE))), end];
}

/** What matches here and now, and where it ends; nothing and here where it does not. */
function match(pattern: RegExp, html: string, at: number): [found: string, end: number] {
  pattern.lastIndex = at;
  const found = pattern.exec(html)?.[0] ?? '';
  return [found, at + found.length];
}
