import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '../domain/public-address.js';

/** Thrown inside a look-up, so that no socket is ever opened. */
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

/** An address in figures is never looked up, so it has to be judged before the socket is opened. */
export function isRefusedLiteral(to: Destination, allowed: readonly string[]): boolean {
  return isIP(to.host) !== 0 && !isPublicAddress(to.host) && !allowed.includes(to.name);
}

/**
 * For `net.connect` and `http.request`: the addresses judged are the very ones connected to. One address that is not
 * public refuses the name, because it could be the one that is used.
 */
export function publicLookup(to: Destination, allowed: readonly string[]): LookupFunction {
  return (host, options, done) => {
    systemLookup(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error, []);
      const isPublic = found.length > 0 && found.every(({ address }) => isPublicAddress(address));
      if (!isPublic && !allowed.includes(to.name)) return done(new RefusedAddressError(to.name), []);
      if (options.all) done(null, found);
      else done(null, found[0]?.address ?? '', found[0]?.family);
    });
  };
}
