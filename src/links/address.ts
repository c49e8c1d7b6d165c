import type { Address } from './link.js';

/** Longer ones are cut: no platform writes them, and whatever follows is no part of an id. */
export const MAX_ADDRESS_LENGTH = 8_192;

const APP = /^([a-z][a-z0-9+.-]{0,30}):\/*([^?#]*)(\?[^#]*)?(#.*)?$/is;

/** Takes one address apart as a browser would; `undefined` where a browser would refuse it. */
export function parseAddress(text: string): Address | undefined {
  const written = text.slice(0, MAX_ADDRESS_LENGTH);
  if (/^https?:/i.test(written)) return parsePage(written);
  const [, scheme = '', path = '', query = '', fragment = ''] = APP.exec(written) ?? [];
  if (scheme === '') return undefined;
  return {
    scheme: scheme.toLowerCase(),
    host: '',
    port: '',
    path: cleanPath(path),
    query: new URLSearchParams(query),
    fragment: decoded(fragment.slice(1)),
    rest: `${path}${query}${fragment}`,
  };
}

function parsePage(written: string): Address | undefined {
  const text = written.replace(/^(?:https?:[\\/]*){1,3}/i, 'https://');
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const host = url.hostname.replace(/\.$/, '').replace(/^(?:www\d?\.)+(?=.*\.)/, '');
  if (!/^[\w.-]+$|^\[/.test(host) || /^[^a-z\d[]|[^a-z\d\]]$|\.\./.test(host)) return undefined;
  return {
    scheme: 'https',
    host,
    // Whoever writes the port of http writes http.
    port: url.port === '' || url.port === '80' ? '' : `:${url.port}`,
    path: cleanPath(url.pathname),
    query: url.searchParams,
    fragment: decoded(url.hash.slice(1)),
    rest: `${url.pathname.slice(1)}${url.search}${url.hash}`,
  };
}

function cleanPath(path: string): string {
  const parts = path.split('/').map((part) => {
    const plain = decoded(part).trim();
    return /[/\s]/.test(plain) ? part : plain;
  });
  return withoutEmpty(parts);
}

function withoutEmpty(parts: readonly string[]): string {
  return parts.filter((part) => !/^\.{0,2}$/.test(part)).join('/');
}

export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The address as it was meant where people or apps have run it into what stood beside it: `…/123,mohon`, `…/123&t=3`,
 * `watch%3Fv%3D…`. Only for platforms, whose paths hold none of these signs.
 */
export function untangled(address: Address): Address {
  const [, path = '', told = ''] = /^([^?&]*)(?:[?&](.*))?$/s.exec(address.path) ?? [];
  const query = new URLSearchParams(told);
  for (const [name, value] of address.query) {
    const inName = value === '' && name.includes('=') ? [...new URLSearchParams(name)] : [[name, value] as const];
    for (const [key, told] of inName) query.append(key, told);
  }
  const parts = path.split('/').map((part) => part.replace(/[,;|].*$/s, '').trim());
  return { ...address, path: withoutEmpty(parts), query };
}

/** The address that an app of one page keeps behind `#` or `#!`, as if it were written in full. */
export function routeOf(address: Address): Address | undefined {
  const [, path, query] = /^!?\/([^?]*)(\?.*)?$/s.exec(address.fragment) ?? [];
  if (path === undefined) return undefined;
  return { ...address, path: cleanPath(path), query: new URLSearchParams(query ?? ''), fragment: '' };
}
