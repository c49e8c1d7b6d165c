import { openAddressOf } from '../../../links/open-address.js';
import { webMarkers } from '../markers/web.js';
import type { PostPlatform } from '../way.js';
import { readPageMetadata } from './metadata.js';

export const web: PostPlatform = {
  by: 'read',
  markers: webMarkers,
  ways: [{ name: 'page', accept: 'html', isElsewhere: true, find: openAddressOf, read: readPageMetadata }],
};
