import { isIPv4, isIPv6 } from 'node:net';

/**
 * Where a request comes from, as one place: an IPv4 address, or the /64 of an IPv6 one, for whoever has one of those has all
 * of it. What a proxy wrote may be no address at all; then it is the proxy's.
 */
export function placeOf(address: string, ofConnection: string | undefined): string {
  const plain = unmapped(address);
  if (isIPv4(plain)) return plain;
  if (isIPv6(plain)) return firstHalf(plain);
  return ofConnection === undefined || ofConnection === address ? 'unknown' : placeOf(ofConnection, undefined);
}

/** `::ffff:10.0.0.1` is 10.0.0.1; a zone (`fe80::1%eth0`) says nothing of who it is. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
}

function firstHalf(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(Math.max(0, missing)).fill('0'), ...groups(tail ?? '')];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
