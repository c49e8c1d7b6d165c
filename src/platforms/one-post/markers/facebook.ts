import { type Marker, SECTION_3 } from '../marker.js';

export const facebookMarkers: readonly Marker[] = [
  { id: 'facebook_login', when: { path: /^\/login/ }, means: ['wall'], source: SECTION_3 },
  { id: 'facebook_block', when: { code: 'CometErrorRoot.react' }, means: ['rate_limited'], source: SECTION_3 },
  {
    id: 'facebook_unavailable',
    when: { words: "This content isn't available right now" },
    means: ['gone', 'private'],
    source: SECTION_3,
  },
  { id: 'facebook_not_found', when: { title: 'Page Not Found' }, means: ['gone'], source: SECTION_3 },
  { id: 'facebook_login_form', when: { id: ['login_form'] }, means: ['wall'], source: SECTION_3 },
  { id: 'facebook_no_title', when: { status: [200], noMeta: 'og:title' }, means: ['wall'], source: SECTION_3 },
];
