import { DERIVED, type Marker, SECTION_3 } from '../marker.js';

/** Said by several public programs that read the page. */
const PROGRAMS = 'public programs that read it, 2026-11-28';

export const youtubeMarkers: readonly Marker[] = [
  {
    id: 'youtube_bot',
    way: 'page',
    when: { holds: (answer) => /confirm you(?:'|’|\\u2019)re not a bot/.test(answer.page().code) },
    means: ['bot_challenge'],
    source: SECTION_3,
    isUnverified: true,
  },
  {
    id: 'youtube_private',
    way: 'page',
    when: { code: '"This video is private"' },
    means: ['private'],
    source: SECTION_3,
  },
  { id: 'youtube_age', way: 'page', when: { code: '"AGE_CHECK_REQUIRED"' }, means: ['age'], source: SECTION_3 },
  {
    id: 'youtube_country',
    way: 'page',
    when: { code: 'not made this video available in your country' },
    means: ['place'],
    source: SECTION_3,
  },
  {
    id: 'youtube_removed',
    way: 'page',
    when: { code: '"This video has been removed by the uploader"' },
    means: ['gone'],
    source: PROGRAMS,
  },
  {
    id: 'youtube_consent',
    way: 'page',
    when: { path: /^\/(?:m$|ml$|signin|ServiceLogin)/ },
    means: ['wall'],
    source: DERIVED,
    isUnverified: true,
  },
  {
    id: 'youtube_oembed_closed',
    way: 'oembed',
    when: { status: [401, 403] },
    // Private, or its author lets nobody embed it.
    means: ['private', 'seen', 'age'],
    source: DERIVED,
    isUnverified: true,
  },
  {
    id: 'youtube_oembed_none',
    way: 'oembed',
    when: { status: [400, 404] },
    means: ['gone'],
    source: DERIVED,
    isUnverified: true,
  },
];
