import type { Catalogue } from '../say.js';

/** The page of one's own account. */
export const ME = {
  title: { id: 'Akun saya', en: 'My account' },
  username: { id: 'Nama pengguna', en: 'User name' },
  role: { id: 'Peran', en: 'Role' },
  offices: { id: 'OPD', en: 'Offices' },
  everyOffice: { id: 'semua OPD, hanya angka', en: 'every office, numbers only' },
  noOffice: { id: 'belum ada: minta admin menambahkannya', en: 'none yet: ask an admin to add some' },
  changedByAdmin: {
    id: 'Nama, peran, dan OPD diubah oleh admin.',
    en: 'Name, role and offices are changed by an admin.',
  },
  password: { id: 'Ganti kata sandi', en: 'Change the password' },
  current: { id: 'Kata sandi sekarang', en: 'Present password' },
  next: { id: 'Kata sandi baru', en: 'New password' },
  nextHint: {
    id: 'Sedikitnya {min} karakter; tiga kata yang tidak berhubungan mudah diingat dan sukar ditebak.',
    en: 'At least {min} characters; three words that have nothing to do with each other are easy to keep and hard to guess.',
  },
  again: { id: 'Kata sandi baru, sekali lagi', en: 'New password, once more' },
  notAlike: { id: 'Kedua kata sandi baru tidak sama.', en: 'The two new passwords are not alike.' },
  effect: {
    id: 'Sesudah diganti, semua sesi Anda berakhir, juga di peranti lain, dan Anda masuk lagi.',
    en: 'Afterwards all your sessions end, on other devices too, and you log in again.',
  },
  change: { id: 'Ganti', en: 'Change' },
} as const satisfies Catalogue;
