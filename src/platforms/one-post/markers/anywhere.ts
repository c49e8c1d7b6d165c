import { DERIVED, type Marker } from '../marker.js';

/** What any site may answer, after the platform's own table: the standard of HTTP says so, not a platform. */
export const ANYWHERE: readonly Marker[] = [
  {
    id: 'challenge_header',
    when: { header: ['cf-mitigated', 'challenge'] },
    means: ['bot_challenge'],
    source: DERIVED,
  },
  { id: 'http_451', when: { status: [451] }, means: ['place'], source: 'RFC 7725, 2016-02' },
  { id: 'http_401', when: { status: [401, 407] }, means: ['wall'], source: 'RFC 9110 15.5, 2022-06' },
  { id: 'http_403', when: { status: [403] }, means: ['wall'], source: 'RFC 9110 15.5, 2022-06' },
  { id: 'http_5xx', when: { status: [500, 501, 502, 503, 504] }, means: [], source: 'RFC 9110 15.6, 2022-06' },
];
