import { BlockList, isIP } from 'node:net';

// Special-purpose ranges (RFC 6890 and its updates): nothing public lives there, but our own services may.
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // The servant of every Azure machine answers here, a public address by its figures.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv4');
}
// The first six carry an IPv4 address inside, which could be a private one.
for (const [network, prefix] of [
  ['::', 96],
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 23],
  ['100::', 64],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv6');
}

/** False also for anything that is not an address, or is one of one wire. `::ffff:127.0.0.1` counts as 127.0.0.1. */
export function isPublicAddress(address: string): boolean {
  const family = address.includes('%') ? 0 : isIP(address);
  return family !== 0 && !NOT_PUBLIC.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

// Names that belong to the inside of a network whatever they resolve to: RFC 6761 and 8375, ICANN's .internal, and
// those under which clouds serve a machine's keys.
const INNER_DOMAINS = ['localhost', 'local', 'internal', 'home.arpa', 'metadata.goog', 'metadata', 'instance-data'];

/** Whether a name stands for something inside a network; its address need not be asked for. */
export function isInnerName(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return INNER_DOMAINS.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
