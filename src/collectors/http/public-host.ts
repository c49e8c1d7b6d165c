import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { TargetUnavailableError } from '../../domain/collecting.js';

// Special-purpose ranges of RFC 6890 and its updates: nothing public lives there, but our own services may.
const PRIVATE = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv4');
}
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const) {
  PRIVATE.addSubnet(net, prefix, 'ipv6');
}

export function isPrivateAddress(address: string): boolean {
  // `::ffff:127.0.0.1` is 127.0.0.1; BlockList checks mapped addresses against the IPv4 rules by itself.
  const family = isIP(address);
  return family === 0 || PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

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
  if (addresses.some(isPrivateAddress)) {
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
