import { DERIVED, type Marker } from '../marker.js';

export const threadsMarkers: readonly Marker[] = [
  {
    id: 'threads_login',
    when: { path: /^\/(?:login|accounts\/login|challenge)(?:\/|$)/ },
    means: ['wall'],
    source: DERIVED,
    isUnverified: true,
  },
];
