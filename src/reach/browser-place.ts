import type { Browser } from 'playwright';

/** Where a browser finds the gate of a page, and who may come through it. */
export interface BrowserPlace {
  /** The address of ours on which the gate listens. */
  readonly gateAddress: string;
  /** Whence the browser comes; undefined: from this machine. */
  readonly from?: string | undefined;
}

export interface StartedBrowser {
  readonly browser: Browser;
  readonly place: BrowserPlace;
}

/** A browser that this process starts. */
export const HERE: BrowserPlace = { gateAddress: '127.0.0.1' };

/** An IPv4 address as such, also where the system shows it inside of an IPv6 one. */
export function plainAddress(address: string | undefined): string | undefined {
  return address?.replace(/^::ffff:(?=\d+\.)/i, '');
}
