import type { Catalogue } from '../say.js';

/** Why the house's own log-in could not be asked. */
export const OPEN_ID_FAULTS = {
  away: {
    message: {
      id: 'Layanan masuk instansi (OpenID) tidak menjawab sebagaimana mestinya.',
      en: "The house's own log-in (OpenID) does not answer as it should.",
    },
    hint: {
      id: 'Periksa NETRA_OPENID_ISSUER, nama dan rahasia kliennya, dan server itu sendiri; sementara itu masuklah dengan kata sandi.',
      en: 'Check NETRA_OPENID_ISSUER, the name and secret of the client, and that server; log in by password meanwhile.',
    },
  },
} as const satisfies Catalogue;
