import { describe, expect, it } from 'vitest';
import { isInnerName, isPublicAddress } from './public-address.js';

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::ffff:0:10.0.0.1',
    '::ffff:0:7f00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '64:ff9b:1:ffff::10.0.0.1',
    '2001::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'feff::1',
    'ff02::1',
    'not-an-address',
    '',
  ])('%j is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '103.10.66.1',
    '168.63.129.17',
    '172.32.0.1',
    '2606:4700::1111',
    '2404:6800::1',
    '64:ff9c::1',
  ])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true));
});

describe('a name', () => {
  it.each([
    'localhost',
    'LOCALHOST',
    'kantor.localhost',
    'printer.local',
    'metadata',
    'metadata.google.internal',
    'metadata.google.internal.',
    'metadata.goog',
    'instance-data',
    'instance-data.ec2.internal',
    'router.home.arpa',
  ])('%s is inner', (host) => expect(isInnerName(host)).toBe(true));

  it.each(['contoh.test', 'internal.contoh.test', 'metadata.contoh.test', 'notlocal', 'bsky.app'])(
    '%s is not inner',
    (host) => expect(isInnerName(host)).toBe(false),
  );
});
