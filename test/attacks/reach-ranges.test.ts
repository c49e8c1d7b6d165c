import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/domain/public-address.js';
import { destinationOf, isRefusedByName } from '../../src/reach/way-out.js';

/** Range, the address below it and the one above it where these are public. Sources: RFC 6890 and the IANA registries. */
const RANGES: readonly (readonly [range: string, below: string | undefined, above: string | undefined])[] = [
  ['0.0.0.0/8', undefined, '1.0.0.0'],
  ['10.0.0.0/8', '9.255.255.255', '11.0.0.0'],
  ['100.64.0.0/10', '100.63.255.255', '100.128.0.0'],
  ['127.0.0.0/8', '126.255.255.255', '128.0.0.0'],
  ['168.63.129.16/32', '168.63.129.15', '168.63.129.17'],
  ['169.254.0.0/16', '169.253.255.255', '169.255.0.0'],
  ['172.16.0.0/12', '172.15.255.255', '172.32.0.0'],
  ['192.0.0.0/24', '191.255.255.255', '192.0.1.0'],
  ['192.88.99.0/24', '192.88.98.255', '192.88.100.0'],
  ['192.168.0.0/16', '192.167.255.255', '192.169.0.0'],
  ['198.18.0.0/15', '198.17.255.255', '198.20.0.0'],
  ['224.0.0.0/3', '223.255.255.255', undefined],
  ['::/96', undefined, '0:0:0:0:0:1::'],
  ['::ffff:0:0:0/96', '0:0:0:0:fffe:ffff:ffff:ffff', '0:0:0:0:ffff:1::'],
  ['64:ff9b::/96', '64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff', '64:ff9b:0:0:0:1::'],
  ['64:ff9b:1::/48', '64:ff9b:0:ffff:ffff:ffff:ffff:ffff', '64:ff9b:2::'],
  ['100::/64', 'ff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '100:0:0:1::'],
  ['2001::/23', '2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '2001:200::'],
  ['2002::/16', '2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '2003::'],
  ['5f00::/16', '5eff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '5f01::'],
  ['fc00::/7', 'fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'fe00::'],
  ['fe80::/10', 'fe7f:ffff:ffff:ffff:ffff:ffff:ffff:ffff', undefined],
  ['fec0::/10', undefined, undefined],
  ['ff00::/8', undefined, undefined],
];

/** First and last address of a range, as figures. */
function endsOf(range: string): [string, string] {
  const [network = '', prefix = ''] = range.split('/');
  const isV6 = network.includes(':');
  const [bits, all] = isV6 ? [128n, groupsOf(network)] : [32n, BigInt(Number(toNumber(network)))];
  const size = 1n << (bits - BigInt(prefix));
  const write = isV6 ? writeV6 : writeV4;
  return [write(all), write(all + size - 1n)];
}

function toNumber(v4: string): number {
  return v4.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function groupsOf(v6: string): bigint {
  const [head = '', tail] = v6.split('::');
  const [before, after] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)];
  const groups = [...before, ...Array(8 - before.length - after.length).fill('0'), ...after];
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}

function writeV6(value: bigint): string {
  return Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16)).join(':');
}

function writeV4(value: bigint): string {
  return Array.from({ length: 4 }, (_, i) => (value >> BigInt(24 - 8 * i)) & 0xffn).join('.');
}

describe('a range that is not public', () => {
  it.each(RANGES)('%s is closed from its first address to its last, and no further', (range, below, above) => {
    expect(endsOf(range).map(isPublicAddress)).toEqual([false, false]);
    for (const beside of [below, above])
      if (beside !== undefined) expect([beside, isPublicAddress(beside)]).toEqual([beside, true]);
  });

  it.each(RANGES.filter(([range]) => !range.includes(':')))('%s is closed inside an IPv6 address too', (range) => {
    const figures = toNumber(range.split('/')[0] ?? '')
      .toString(16)
      .padStart(8, '0');
    const [high, low] = [figures.slice(0, 4), figures.slice(4)];
    const carriers = ['::', '::ffff:', '::ffff:0:', '64:ff9b::', '64:ff9b:1::'].map(
      (carrier) => `${carrier}${high}:${low}`,
    );
    carriers.push(`2002:${high}:${low}::`);
    expect(carriers.filter(isPublicAddress)).toEqual([]);
  });

  it('is not left by an address that names a wire', () => {
    expect(['fe80::1%eth0', '2606:4700::1111%eth0'].map(isPublicAddress)).toEqual([false, false]);
  });
});

describe('where a cloud keeps the keys of its machines', () => {
  it.each([
    ['AWS, Azure, GCP, DigitalOcean, OpenStack', 'http://169.254.169.254/latest/meta-data/'],
    ['AWS, by IPv6', 'http://[fd00:ec2::254]/'],
    ['AWS, tasks', 'http://169.254.170.2/'],
    ['Alibaba', 'http://100.100.100.200/'],
    ['Azure, the host', 'http://168.63.129.16/'],
    ['GCP, by name', 'http://metadata.google.internal/'],
    ['GCP, by short name', 'http://metadata/'],
    ['GCP, by IPv6', 'http://[fd20:ce::254]/'],
    ['Oracle', 'http://192.0.0.192/'],
    ['Tencent', 'http://169.254.0.23/'],
    ['EC2, by name', 'http://instance-data/'],
    ['containers', 'http://host.docker.internal/'],
    ['written in other figures', 'http://0xa9fea9fe/'],
    ['written as one number', 'http://2852039166/'],
    ['written in full-width figures', 'http://１６９.254.169.254/'],
    ['with a dot at the end', 'http://metadata.google.internal./'],
  ])('%s: %s is refused by its name', (_cloud, url) => {
    expect(isRefusedByName(destinationOf(new URL(url)), { allowPrivateHosts: [] })).toBe(true);
  });
});

describe('the list of private hosts that may be reached', () => {
  const out = { allowPrivateHosts: ['127.0.0.1:8080', 'intranet.internal:443', '[::1]:9000'] };
  const isOpen = (url: string) => !isRefusedByName(destinationOf(new URL(url)), out);

  it('is that list', () => {
    expect(['http://127.0.0.1:8080/a', 'https://intranet.internal/b', 'http://[::1]:9000/'].map(isOpen)).toEqual(
      Array(3).fill(true),
    );
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.0.0.1:8081/',
    'http://127.0.0.2:8080/',
    'http://localhost:8080/',
    'http://[::ffff:127.0.0.1]:8080/',
    'http://intranet.internal/',
    'https://lain.intranet.internal/',
    'https://intranet.internal:8443/',
    'http://[::1]/',
  ])('and not %s', (url) => expect(isOpen(url)).toBe(false));
});
