import { xMarkers } from '../markers/x.js';
import type { PostPlatform } from '../way.js';

/** Its terms forbid to infer from its interfaces what we look for: neither they nor its embeds are asked. */
export const x: PostPlatform = {
  by: 'shown',
  markers: xMarkers,
  ways: [{ name: 'page', accept: 'html', find: ({ canonical }) => new URL(canonical) }],
};
