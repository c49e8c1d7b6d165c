import { type Marker, SECTION_2, SECTION_3 } from '../marker.js';

export const instagramMarkers: readonly Marker[] = [
  {
    id: 'instagram_login',
    when: { path: /^\/(?:accounts\/login|challenge)(?:\/|$)/ },
    means: ['wall'],
    source: SECTION_3,
  },
  { id: 'instagram_require_login', when: { status: [401], body: 'require_login' }, means: ['wall'], source: SECTION_3 },
  ...['checkpoint_required', 'challenge_required', 'feedback_required'].map((said) => ({
    id: `instagram_${said}`,
    when: { status: [400], body: said },
    means: ['wall'] as const,
    source: SECTION_3,
  })),
  {
    id: 'instagram_private',
    way: 'page',
    when: { code: 'polaris.privatePostPage' },
    means: ['private'],
    source: SECTION_3,
  },
  { id: 'instagram_restricted', way: 'page', when: { title: 'Restricted' }, means: ['age'], source: SECTION_3 },
  {
    id: 'instagram_broken_embed',
    when: { status: [200], class: 'EmbedBrokenMedia' },
    // Removed, private, or its author lets nobody embed it.
    means: ['gone', 'private', 'seen'],
    source: SECTION_3,
  },
  {
    id: 'instagram_null',
    way: 'page',
    when: { code: '"if_not_gated_logged_out":null' },
    means: ['gone', 'private', 'age'],
    source: SECTION_3,
  },
  {
    id: 'instagram_shown',
    way: 'page',
    when: { code: '"if_not_gated_logged_out":{' },
    means: ['seen'],
    source: SECTION_2,
  },
];
