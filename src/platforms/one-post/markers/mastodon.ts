import { DERIVED, type Marker, SECTION_3 } from '../marker.js';

export const mastodonMarkers: readonly Marker[] = [
  { id: 'mastodon_401', when: { status: [401] }, means: ['wall'], source: SECTION_3 },
  { id: 'mastodon_404', way: 'api', when: { status: [404] }, means: ['gone', 'private'], source: SECTION_3 },
  { id: 'mastodon_410', way: 'api', when: { status: [410] }, means: ['gone'], source: 'RFC 9110 15.5.11, 2022-06' },
  {
    id: 'mastodon_not_public',
    way: 'api',
    when: { status: [200], holds: (answer) => /^(?:private|direct|limited)$/.test(visibilityIn(answer.json())) },
    means: ['private'],
    source: DERIVED,
  },
  {
    id: 'mastodon_no_account',
    way: 'account',
    when: { status: [404, 410] },
    means: ['gone'],
    source: DERIVED,
    isUnverified: true,
  },
  { id: 'mastodon_account_stands', way: 'account', when: { status: [200] }, means: [], source: DERIVED },
];

function visibilityIn(value: unknown): string {
  return String((value as { visibility?: unknown } | undefined | null)?.visibility ?? '').slice(0, 20);
}
