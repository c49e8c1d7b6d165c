import type { Link } from '../../../links/link.js';
import { youtubeMarkers } from '../markers/youtube.js';
import type { PostPlatform } from '../way.js';
import { readOembed } from './oembed.js';

const SITE = 'https://www.youtube.com';
/** Posts on a channel's board and clips have no oEmbed. */
const isVideo = ({ id = '' }: Link) => /^[\w-]{11}$/.test(id);

export const youtube: PostPlatform = {
  by: 'read',
  markers: youtubeMarkers,
  ways: [
    {
      name: 'oembed',
      accept: 'json',
      find: (link) =>
        isVideo(link) ? new URL(`${SITE}/oembed?format=json&url=${encodeURIComponent(link.canonical)}`) : undefined,
      read: (answer, { id }) => readOembed(answer, id),
    },
    { name: 'page', accept: 'html', find: ({ canonical }) => new URL(canonical) },
  ],
};
