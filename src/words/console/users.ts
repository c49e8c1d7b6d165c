import type { Advice, Message } from '../say.js';

/** Why a named person could not be added or changed. */
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
  passwordCommon: {
    message: {
      id: 'Kata sandi ini terlalu mudah ditebak: umum, berpola, atau memakai nama sendiri.',
      en: 'This password is too easy to guess: common, patterned, or made of the own name.',
    },
    hint: {
      id: 'Pakai tiga kata yang tidak berhubungan, tanpa nama Anda dan tanpa tanggal.',
      en: 'Use three words that have nothing to do with each other, without your name and without a date.',
    },
  },
  unknownOffice: {
    message: { id: 'OPD "{code}" tidak ada di registri.', en: 'The office "{code}" is not in the registry.' },
    hint: {
      id: 'Periksa kodenya, atau masukkan dulu: netra registry import … --offices offices.csv',
      en: 'Check the code, or bring it in first: netra registry import … --offices offices.csv',
    },
  },
  unknownUser: {
    message: { id: 'Tidak ada pengguna bernama "{username}".', en: 'There is no user called "{username}".' },
    hint: { id: 'Lihat daftarnya: netra user list', en: 'See the list: netra user list' },
  },
  badMail: {
    message: { id: 'Alamat surel itu tidak sah.', en: 'That mail address is not valid.' },
    hint: {
      id: 'Tulis satu alamat saja, seperti nama@dinas.example.go.id.',
      en: 'Write one address, such as name@office.example.go.id.',
    },
  },
  closedInvited: {
    message: { id: 'Akun {username} sedang ditutup.', en: 'The account {username} is closed.' },
    hint: { id: 'Buka dulu akunnya, lalu buat tautannya.', en: 'Open it first, then make the link.' },
  },
  ownSecondStep: {
    message: {
      id: 'Langkah kedua sendiri tidak dicabut di sini.',
      en: 'One does not take off the own second step here.',
    },
    hint: {
      id: 'Buka "Akun saya". Bila telepon dan kode hilang: admin lain, atau netra user second-step NAMA --reset',
      en: 'Open "My account". If telephone and codes are lost: another admin, or netra user second-step NAME --reset',
    },
  },
  unknownRole: {
    message: { id: 'Peran "{role}" tidak dikenal.', en: 'The role "{role}" is not known.' },
    hint: { id: 'Pilih: {roles}.', en: 'Choose one of: {roles}.' },
  },
  lastAdmin: {
    message: { id: '"{username}" adalah admin aktif terakhir.', en: '"{username}" is the last active admin.' },
    hint: {
      id: 'Buat atau aktifkan admin lain dulu. Bila memang dimaksud, di baris perintah: --last-admin',
      en: 'Create or enable another admin first. If it is meant, on the command line: --last-admin',
    },
  },
} as const satisfies Readonly<Record<string, Advice>>;

/** Stands where the name of a colleague was. */
export const GONE_USER = { id: 'pengguna yang sudah dihapus', en: 'a user who was deleted' } as const satisfies Message;
