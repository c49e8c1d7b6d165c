import { DERIVED, type Marker } from '../marker.js';

export const webMarkers: readonly Marker[] = [
  {
    id: 'web_login',
    when: { path: /(?:^|\/)(?:log-?in|sign-?in|masuk|auth|sso)(?:\.[a-z]+)?(?:\/|$)/i },
    means: ['wall'],
    source: DERIVED,
  },
  { id: 'web_404', when: { status: [404, 410] }, means: ['gone'], source: 'RFC 9110 15.5, 2022-06' },
  {
    id: 'web_soft_404',
    when: { status: [200], holds: (answer) => saysNotFound(answer.page().title) },
    means: ['gone'],
    source: DERIVED,
    isUnverified: true,
  },
  {
    id: 'web_password',
    when: { status: [200], holds: (answer) => answer.page().hasPassword },
    means: ['wall'],
    source: DERIVED,
  },
];

/** A page that is not there and answers 200 says so in its title. */
export function saysNotFound(title: string): boolean {
  return /^\W{0,9}(?:404\b|page not found|not found|halaman t\w{1,9} (?:ditemukan|tersedia))/i.test(title);
}
