import type { Link } from '../../../links/link.js';
import { tiktokMarkers } from '../markers/tiktok.js';
import type { PostPlatform } from '../way.js';
import { readOembed } from './oembed.js';

const SITE = 'https://www.tiktok.com';
/** The number decides; where no name is known the site leads to it. */
const pageOf = ({ author, id }: Link) => `${SITE}/@${author ?? '_'}/video/${id}`;
/** A live show has a number of another series. */
const isVideo = ({ canonical }: Link) => canonical.includes('/video/');

export const tiktok: PostPlatform = {
  by: 'read',
  markers: tiktokMarkers,
  ways: [
    {
      name: 'oembed',
      accept: 'json',
      find: (link) => (isVideo(link) ? new URL(`${SITE}/oembed?url=${encodeURIComponent(pageOf(link))}`) : undefined),
      read: (answer, { id }) => readOembed(answer, id),
    },
    // Its own state stands in the page as JSON: looked into for markers, never read.
    { name: 'page', accept: 'html', find: (link) => new URL(isVideo(link) ? pageOf(link) : link.canonical) },
  ],
};
