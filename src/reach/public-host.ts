import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { TargetUnavailableError } from '../domain/collecting.js';
import { isPublicAddress } from '../domain/public-address.js';

/**
 * Addresses come from other people's records and pages: none may lead a collector to our own services.
 * Throws `TargetUnavailableError` for other schemes, names that lead inside, and names that do not exist.
 * @NOTE the name is looked up again when it is opened; a network policy has to close that last gap.
 */
export async function assertPublicUrl(url: URL): Promise<void> {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new TargetUnavailableError('not_public', `skema ${url.protocol} tidak dibaca`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) ? [host] : await addressesOf(host);
  if (!addresses.every(isPublicAddress)) {
    throw new TargetUnavailableError('not_public', 'alamat jaringan dalam tidak dibaca');
  }
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch (cause) {
    throw new TargetUnavailableError('gone', 'nama situs tidak ditemukan', { cause });
  }
}
