import { type Marker, SECTION_3 } from '../marker.js';

export const xMarkers: readonly Marker[] = [
  { id: 'x_refused', when: { status: [403] }, means: ['wall'], source: SECTION_3 },
  { id: 'x_88', when: { code: '"code":88,' }, means: ['rate_limited'], source: SECTION_3 },
  { id: 'x_326', when: { code: '"code":326,' }, means: ['wall'], source: SECTION_3 },
  { id: 'x_protected', when: { code: '"reason":"Protected"' }, means: ['private'], source: SECTION_3 },
  { id: 'x_not_found', when: { status: [404] }, means: ['gone'], source: SECTION_3 },
  {
    id: 'x_empty',
    when: { status: [200], holds: ({ text }) => text.trim() === '{}' },
    means: ['gone', 'private'],
    source: SECTION_3,
  },
  { id: 'x_tombstone', when: { code: '"TweetTombstone"' }, means: ['gone', 'private', 'age'], source: SECTION_3 },
  { id: 'x_suspended', when: { code: '"reason":"Suspended"' }, means: ['gone'], source: SECTION_3 },
  { id: 'x_nsfw', when: { code: '"reason":"NsfwLoggedOut"' }, means: ['age'], source: SECTION_3 },
  { id: 'x_age', when: { words: 'Age-restricted' }, means: ['age'], source: SECTION_3 },
];
