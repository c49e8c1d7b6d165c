import type { Catalogue } from './say.js';

/** To one person, whose second step somebody else took off. */
export const SECOND_STEP_RESET = {
  subject: {
    id: '[Netra] Langkah kedua akun Anda dicabut',
    en: '[Netra] The second step of your account was taken off',
  },
  told: {
    id: '{name}, seorang admin mencabut langkah kedua akun Netra Anda pada {at}. Sejak itu kata sandi saja cukup untuk masuk.',
    en: '{name}, an admin took the second step of your Netra account off at {at}. From then on the password alone lets you in.',
  },
  asked: {
    id: 'Bila Anda yang memintanya: masuk, buka "Akun saya", lalu pasang lagi.',
    en: 'If you asked for it: log in, open "My account" and set it up again.',
  },
  notAsked: {
    id: 'Bila bukan Anda yang memintanya: segera ganti kata sandi Anda, lalu beri tahu auditor atau inspektorat. Hal ini tercatat di jejak audit.',
    en: 'If you did not: change your password at once and tell an auditor or the inspectorate. It is in the audit log.',
  },
} as const satisfies Catalogue;
