import type { Link } from './link.js';

/** Where a link opens. A canonical address is one of https; a site that was pasted as http may have no other. */
export function openAddressOf({ canonical, input }: Pick<Link, 'canonical' | 'input'>): URL {
  const open = canonical.replace(/^https:/, 'http:');
  const { origin } = new URL(open);
  return new URL(input.includes(origin) ? open : canonical);
}
