import type { Advice } from '../say.js';

/** Why somebody was not let in, or a password or code was not taken; by the code of the answer. */
export const LOGIN_REFUSALS = {
  login_required: {
    message: {
      id: 'Anda belum masuk, atau sesi Anda sudah berakhir.',
      en: 'You are not logged in, or your session has ended.',
    },
    hint: { id: 'Masuk lagi dengan akun Anda.', en: 'Log in again with your account.' },
  },
  login_failed: {
    message: { id: 'Nama pengguna atau kata sandi tidak cocok.', en: 'User name or password does not match.' },
    hint: {
      id: 'Periksa keduanya. Bila lupa, minta admin membuat kata sandi baru.',
      en: 'Check both. If you forgot it, ask an admin for a new password.',
    },
  },
  login_code_failed: {
    message: {
      id: 'Nama pengguna, kata sandi, atau kode tidak cocok.',
      en: 'User name, password or code does not match.',
    },
    hint: {
      id: 'Tiap kode hanya dapat dipakai sekali: tunggu kode berikutnya. Bila selalu ditolak, periksa jam telepon Anda.',
      en: 'Each code works once: wait for the next one. If it is always refused, check the clock of your telephone.',
    },
  },
  second_step_needed: {
    message: { id: 'Langkah kedua: kode dari aplikasi.', en: 'Second step: the code of the app.' },
    hint: {
      id: 'Ketik enam angka dari aplikasi autentikator, atau satu kode pemulihan.',
      en: 'Type the six digits of your authenticator app, or one recovery code.',
    },
  },
  codes_held: {
    message: {
      id: 'Hari ini terlalu banyak kode salah untuk akun ini, dengan kata sandi yang benar.',
      en: 'Too many wrong codes for this account today, with the right password.',
    },
    hint: {
      id: 'Masuk dengan kode pemulihan, atau dari peramban yang pernah Anda pakai. Bila bukan Anda yang mencoba, kata sandi Anda diketahui orang: segera ganti.',
      en: 'Log in with a recovery code, or from a browser that you have used. If it was not you, somebody knows your password: change it at once.',
    },
  },
  wrong_password_or_code: {
    message: { id: 'Kata sandi atau kode tidak cocok.', en: 'Password or code does not match.' },
    hint: {
      id: 'Tiap kode hanya dapat dipakai sekali: bila baru dipakai, tunggu kode berikutnya.',
      en: 'Each code works once: if it was just used, wait for the next one.',
    },
  },
  wrong_code: {
    message: { id: 'Kode itu tidak cocok.', en: 'That code does not match.' },
    hint: {
      id: 'Ketik kode yang kini tampil. Bila selalu ditolak, setel jam telepon Anda ke otomatis.',
      en: 'Type the code that shows now. If it is always refused, set the clock of your telephone to automatic.',
    },
  },
  second_step_gone: {
    message: {
      id: 'Kunci ini sudah lewat waktunya, atau sudah diganti yang baru.',
      en: 'This key is too old, or was replaced by a newer one.',
    },
    hint: { id: 'Mulai lagi dari awal.', en: 'Begin again.' },
  },
  second_step_first: {
    message: { id: 'Peran Anda memerlukan langkah kedua.', en: 'Your role needs a second step.' },
    hint: { id: 'Pasang dulu; sesudah itu bagian ini terbuka.', en: 'Set it up first; this part opens right after.' },
  },
  second_step_demanded: {
    message: { id: 'Peran Anda memerlukan langkah kedua.', en: 'Your role needs a second step.' },
    hint: {
      id: 'Langkah kedua dapat diganti, tidak dapat dicabut.',
      en: 'The second step can be replaced, not taken off.',
    },
  },
  wrong_password: {
    message: { id: 'Kata sandi yang sekarang tidak cocok.', en: 'The present password does not match.' },
    hint: {
      id: 'Ketik lagi. Bila lupa, minta admin membuat kata sandi baru.',
      en: 'Type it again. If you forgot it, ask an admin for a new one.',
    },
  },
  token_refused: {
    message: {
      id: 'Token API ini tidak berlaku: sudah lewat waktunya, dicabut, atau berakhir bersama sesi orangnya.',
      en: 'This API token does not hold: it is too old, was removed, or ended with the sessions of its person.',
    },
    hint: { id: 'Buat yang baru di "Akun saya".', en: 'Make another one at "My account".' },
  },
  token_may_not: {
    message: { id: 'Token API tidak dapat melakukan ini.', en: 'An API token cannot do this.' },
    hint: {
      id: 'Yang memutuskan dan mengubah ialah orang bernama: masuklah di konsol.',
      en: 'Deciding and changing is for a named person: log in to the console.',
    },
  },
  not_yours_to_give: {
    message: {
      id: 'Token tidak dapat diberi lebih dari yang boleh Anda sendiri.',
      en: 'A token cannot be given more than you may yourself.',
    },
    hint: { id: 'Muat ulang halaman, lalu pilih lagi.', en: 'Reload the page and choose again.' },
  },
  too_many_tokens: {
    message: { id: 'Anda sudah punya {limit} token.', en: 'You have {limit} tokens already.' },
    hint: { id: 'Cabut yang tidak dipakai lagi.', en: 'Remove those that are no longer used.' },
  },
  invitation_gone: {
    message: {
      id: 'Tautan ini sudah dipakai, sudah lewat waktunya, atau sudah diganti yang baru.',
      en: 'This link was used, is too old, or was replaced by a newer one.',
    },
    hint: { id: 'Minta tautan baru kepada admin.', en: 'Ask an admin for a new link.' },
  },
  same_password: {
    message: { id: 'Kata sandi baru sama dengan yang sekarang.', en: 'The new password is the present one.' },
    hint: { id: 'Pilih kata sandi yang lain.', en: 'Choose another one.' },
  },
  login_locked: {
    message: {
      id: 'Terlalu banyak percobaan masuk yang gagal dari sini.',
      en: 'Too many failed attempts to log in from here.',
    },
    hint: {
      id: 'Tunggu {minutes} menit, lalu coba lagi. Bila bukan Anda yang mencoba, beri tahu admin.',
      en: 'Wait {minutes} minutes, then try again. If it was not you, tell an admin.',
    },
  },
  login_busy: {
    message: { id: 'Terlalu banyak orang masuk bersamaan.', en: 'Too many people are logging in at once.' },
    hint: { id: 'Coba lagi beberapa detik lagi.', en: 'Try again in a few seconds.' },
  },
} as const satisfies Readonly<Record<string, Advice>>;
