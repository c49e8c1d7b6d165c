import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect, isIPv6 } from 'node:net';
import { chromium } from 'playwright';
import { SANDBOXES, type Sandbox } from './browser-launch.js';
import { HERE, plainAddress, type StartedBrowser } from './browser-place.js';

/** A browser starts, or the machine that keeps it is too busy to be of use. */
const START_MS = 30_000;

/**
 * A browser of its own from whoever keeps them (`browser-keeper.ts`): it is started for this connection and ended with
 * it. We speak Chromium's own protocol with it, as with one that we started: no program of ours in between is obeyed.
 */
export async function connectToKeeper(keeper: URL): Promise<StartedBrowser> {
  // Of several behind one name the same one is asked twice.
  const { address } = await lookup(keeper.hostname.replace(/^\[|\]$/g, ''));
  const gateAddress = await ownAddressTowards(address, Number(keeper.port));
  const host = isIPv6(address) ? `[${address}]` : address;
  const browser = await chromium.connectOverCDP(`ws://${host}:${keeper.port}/`, { timeout: START_MS });
  return { browser, place: { gateAddress, from: address } };
}

/** How the browsers there are held, by whoever keeps them. Throws what `fetch` throws, and where the answer is another. */
export async function askKeeper(keeper: URL): Promise<Sandbox> {
  const address = new URL(keeper);
  address.protocol = 'http:';
  const answer = await fetch(address, { signal: AbortSignal.timeout(START_MS), redirect: 'error' });
  const { sandbox } = (await answer.json()) as { sandbox?: unknown };
  const known = SANDBOXES.find((one) => one === sandbox);
  if (known === undefined) throw new Error('no keeper of browsers');
  return known;
}

/** The address of ours that a browser there can reach: on the network that we have in common, and on no other. */
async function ownAddressTowards(host: string, port: number): Promise<string> {
  const socket = connect({ host, port, timeout: START_MS });
  try {
    socket.once('timeout', () => socket.destroy(new Error('timeout')));
    await once(socket, 'connect');
    return plainAddress(socket.localAddress) ?? HERE.gateAddress;
  } finally {
    socket.destroy();
  }
}
