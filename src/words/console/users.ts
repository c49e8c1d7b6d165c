import type { Advice, Message } from '../say.js';

/** Why a named person could not be added. */
export const USER_FAULTS = {
  badUsername: {
    message: { id: 'Nama pengguna "{username}" tidak sah.', en: 'The user name "{username}" is not valid.' },
    hint: {
      id: 'Pakai 3 sampai 64 huruf kecil, angka, titik, garis bawah atau garis hubung.',
      en: 'Use 3 to 64 small letters, digits, dots, underscores or hyphens.',
    },
  },
  usernameTaken: {
    message: { id: 'Nama pengguna "{username}" sudah dipakai.', en: 'The user name "{username}" is taken.' },
    hint: { id: 'Pilih nama lain.', en: 'Choose another one.' },
  },
  passwordLength: {
    message: { id: 'Kata sandi harus {min} sampai {max} karakter.', en: 'A password has {min} to {max} characters.' },
    hint: { id: 'Pakai beberapa kata yang mudah Anda ingat.', en: 'Use a few words that you remember easily.' },
  },
} as const satisfies Readonly<Record<string, Advice>>;

/** Stands where the name of a colleague was. */
export const GONE_USER = { id: 'pengguna yang sudah dihapus', en: 'a user who was deleted' } as const satisfies Message;
