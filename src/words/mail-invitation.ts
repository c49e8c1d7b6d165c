import type { Catalogue } from './say.js';

/** To one person, who chooses a password behind the link. */
export const INVITATION = {
  subject: { id: '[Netra] Pilih kata sandi Anda', en: '[Netra] Choose your password' },
  asks: {
    id: '{name}, admin Netra membuatkan Anda akun, atau tautan kata sandi yang baru.',
    en: '{name}, an admin of Netra has made an account, or a new password link, for you.',
  },
  open: { id: 'Pilih kata sandi Anda', en: 'Choose your password' },
  once: {
    id: 'Tautan ini hanya dapat dipakai sekali, sampai {until}. Kata sandinya hanya Anda yang tahu; jangan teruskan surel ini.',
    en: 'The link works once, until {until}. Nobody but you knows the password; do not pass this mail on.',
  },
  notMeant: {
    id: 'Bila Anda tidak menunggu surel ini, jangan buka tautannya, dan beri tahu admin Netra.',
    en: 'If you did not expect this mail, do not open the link, and tell the admin of Netra.',
  },
} as const satisfies Catalogue;
