import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isInnerName, isPublicAddress } from '../domain/public-address.js';
import type { HostHolds } from './host-holds.js';

/** What of the network may be reached. The same for plain HTTP, for robots.txt and for every page in the browser. */
export interface WayOut {
  /** `host:port` that may be reached although it is private: the demo's own sites, tests, an intranet. These alone. */
  readonly allowPrivateHosts: readonly string[];
  /** Where names become addresses; the system's unless told. */
  readonly lookup?: LookupAll | undefined;
  /** Sites that asked to be left alone; shared by all that reads. */
  readonly holds?: HostHolds | undefined;
}

export type LookupAll = (
  host: string,
  options: { readonly all: true },
  done: (
    error: NodeJS.ErrnoException | null,
    found: readonly { readonly address: string; readonly family: number }[],
  ) => void,
) => void;

/** Nothing was sent: what was asked for is not public. */
export class RefusedAddressError extends Error {}

export interface Destination {
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  /** `host:port` as it was named, brackets and all. */
  readonly name: string;
}

export function destinationOf(url: URL): Destination {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port, name: `${url.hostname}:${port}` };
}

/** What can be told without a look-up: an address in figures is never looked up, so it is judged here. */
export function isRefusedByName(to: Destination, out: WayOut): boolean {
  if (out.allowPrivateHosts.includes(to.name)) return false;
  return isIP(to.host) === 0 ? isInnerName(to.host) : !isPublicAddress(to.host);
}

/**
 * For `net.connect` and `http.request`: the addresses judged are the very ones connected to. One address that is not
 * public refuses the name, because it could be the one that is used.
 */
export function publicLookup(to: Destination, out: WayOut): LookupFunction {
  const lookup: LookupAll = out.lookup ?? systemLookup;
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const isPublic = found.length > 0 && found.every(({ address }) => isPublicAddress(address));
      if (!isPublic && !out.allowPrivateHosts.includes(to.name)) return done(new RefusedAddressError(to.name), []);
      if (options.all) done(null, [...found]);
      else done(null, found[0]?.address ?? '', found[0]?.family);
    });
  };
}
