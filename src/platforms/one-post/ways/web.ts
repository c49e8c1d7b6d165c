import type { Link } from '../../../links/link.js';
import { webMarkers } from '../markers/web.js';
import type { PostPlatform } from '../way.js';
import { readPageMetadata } from './metadata.js';

export const web: PostPlatform = {
  by: 'read',
  markers: webMarkers,
  ways: [{ name: 'page', accept: 'html', isElsewhere: true, find: findPage, read: readPageMetadata }],
};

/** A canonical address is one of https; a site that was pasted as http may have no other. */
function findPage({ canonical, input }: Link): URL {
  const open = canonical.replace(/^https:/, 'http:');
  const { origin } = new URL(open);
  return new URL(input.includes(origin) ? open : canonical);
}
