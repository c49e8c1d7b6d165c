import { DERIVED, type Marker, SECTION_3 } from '../marker.js';

const REHYDRATION = '__UNIVERSAL_DATA_FOR_REHYDRATION__';
const code = (number: number) => `"statusCode":${number}`;

export const tiktokMarkers: readonly Marker[] = [
  { id: 'tiktok_login', way: 'page', when: { path: /^\/login/ }, means: ['wall'], source: SECTION_3 },
  {
    id: 'tiktok_please_wait',
    way: 'page',
    when: { noId: REHYDRATION, id: ['cs', 'wci'] },
    means: ['bot_challenge'],
    source: SECTION_3,
  },
  { id: 'tiktok_captcha', way: 'page', when: { classLike: 'captcha' }, means: ['bot_challenge'], source: SECTION_3 },
  { id: 'tiktok_10216', way: 'page', when: { code: code(10216) }, means: ['private'], source: SECTION_3 },
  { id: 'tiktok_10222', way: 'page', when: { code: code(10222) }, means: ['private'], source: SECTION_3 },
  { id: 'tiktok_10221', way: 'page', when: { code: code(10221) }, means: ['gone'], source: SECTION_3 },
  {
    id: 'tiktok_10204',
    way: 'page',
    when: { code: code(10204) },
    means: ['gone', 'private', 'place'],
    source: SECTION_3,
  },
  {
    id: 'tiktok_classified',
    way: 'page',
    when: { code: '"isContentClassified":true' },
    means: ['age'],
    source: SECTION_3,
  },
  { id: 'tiktok_10231', way: 'page', when: { code: code(10231) }, means: ['place'], source: SECTION_3 },
  {
    id: 'tiktok_oembed_none',
    way: 'oembed',
    when: { status: [400, 404] },
    means: ['gone', 'private', 'place', 'age'],
    source: DERIVED,
    isUnverified: true,
  },
];
