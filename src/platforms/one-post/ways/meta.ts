import { facebookMarkers } from '../markers/facebook.js';
import { instagramMarkers } from '../markers/instagram.js';
import { threadsMarkers } from '../markers/threads.js';
import type { PostPlatform } from '../way.js';
import { readPostMetadata } from './metadata.js';

// None of these asks Meta's oEmbed: nothing of its answer may be taken out or kept.

export const facebook: PostPlatform = {
  by: 'read',
  markers: facebookMarkers,
  ways: [
    {
      name: 'page',
      accept: 'html',
      find({ canonical, author }) {
        const url = new URL(canonical);
        // A number opens only together with whose it is.
        if (author !== undefined && url.pathname === '/permalink.php') url.searchParams.set('id', author);
        return url;
      },
      read: readPostMetadata,
    },
  ],
};

export const threads: PostPlatform = {
  by: 'read',
  markers: threadsMarkers,
  ways: [
    {
      name: 'page',
      accept: 'html',
      find: ({ author, id, canonical }) =>
        new URL(author === undefined ? canonical : `https://www.threads.com/@${author}/post/${id}`),
      read: readPostMetadata,
    },
  ],
};

/** What its page holds of a post is a private interface's answer. */
export const instagram: PostPlatform = {
  by: 'shown',
  markers: instagramMarkers,
  ways: [
    { name: 'page', accept: 'html', find: ({ canonical }) => new URL(canonical) },
    { name: 'embed', accept: 'html', find: ({ canonical }) => new URL('embed/', canonical) },
  ],
};
