import type { Catalogue } from '../say.js';

/** The second step of the log-in: at the log-in, on the own page, and where a role demands it. */
export const SECOND_STEP = {
  title: { id: 'Langkah kedua', en: 'Second step' },
  code: { id: 'Kode dari aplikasi, atau kode pemulihan', en: 'Code of the app, or a recovery code' },
  appCode: { id: 'Kode dari aplikasi', en: 'Code of the app' },
  codeHint: {
    id: 'Enam angka yang sedang tampil di aplikasi. Telepon tidak ada? Ketik salah satu kode pemulihan Anda.',
    en: 'The six digits that the app shows now. No telephone? Type one of your recovery codes.',
  },
  asOther: { id: 'Masuk sebagai orang lain', en: 'Log in as somebody else' },
  explain: {
    id: 'Selain kata sandi, saat masuk Netra meminta enam angka dari aplikasi autentikator di telepon Anda. Kata sandi yang bocor saja lalu tidak cukup untuk masuk.',
    en: 'Besides the password, Netra asks at the log-in for six digits of an authenticator app on your telephone. A password that leaked is then not enough.',
  },
  owed: {
    id: 'Peran Anda memerlukan langkah kedua. Pasang dulu; sesudah itu Netra terbuka.',
    en: 'Your role needs a second step. Set it up first; Netra opens right after.',
  },
  off: { id: 'Belum dipasang.', en: 'Not set up.' },
  on: { id: 'Terpasang sejak {since}.', en: 'Set up since {since}.' },
  left: { id: 'Kode pemulihan yang belum dipakai: {count}.', en: 'Recovery codes not yet used: {count}.' },
  fewLeft: {
    id: 'Kode pemulihan Anda hampir habis. Buat sepuluh yang baru.',
    en: 'Your recovery codes are running out. Make ten new ones.',
  },
  demanded: {
    id: 'Peran Anda memerlukannya: dapat diganti, tidak dapat dicabut.',
    en: 'Your role needs it: it can be replaced, not taken off.',
  },
  begin: { id: 'Pasang langkah kedua', en: 'Set up the second step' },
  replace: { id: 'Ganti telepon', en: 'Change the telephone' },
  takeOff: { id: 'Cabut langkah kedua', en: 'Take the second step off' },
  newCodes: { id: 'Buat kode pemulihan baru', en: 'Make new recovery codes' },
  go: { id: 'Lanjut', en: 'Go on' },
  scan: {
    id: 'Buka aplikasi autentikator di telepon Anda, pilih "tambah", lalu arahkan kamera ke gambar ini. Atau ketik kuncinya. Berlaku sampai {until}.',
    en: 'Open the authenticator app on your telephone, choose "add" and point its camera at this picture. Or type the key. It waits until {until}.',
  },
  picture: { id: 'Gambar QR untuk aplikasi autentikator', en: 'QR picture for the authenticator app' },
  key: { id: 'Kunci', en: 'Key' },
  keyHint: { id: 'Jangan tunjukkan kepada siapa pun.', en: 'Show it to nobody.' },
  prove: {
    id: 'Ketik kode yang kini tampil di aplikasi. Baru sesudah itu langkah kedua berlaku, dan semua sesi Anda yang lain berakhir.',
    en: 'Type the code that the app shows now. Only then does the second step hold, and all your other sessions end.',
  },
  confirm: { id: 'Pasang', en: 'Set up' },
  codesTitle: { id: 'Sepuluh kode pemulihan', en: 'Ten recovery codes' },
  codesExplain: {
    id: 'Catat atau cetak sekarang: kode ini hanya ditampilkan sekali. Tiap kode menggantikan telepon satu kali. Simpan di tempat yang tidak bersama telepon dan kata sandi.',
    en: 'Write down or print them now: they are shown this once. Each takes the place of the telephone once. Keep them away from telephone and password.',
  },
  codesKept: { id: 'Sudah saya simpan', en: 'I have kept them' },
  print: { id: 'Cetak', en: 'Print' },
  offEffect: {
    id: 'Sesudah dicabut, kata sandi saja cukup untuk masuk. Semua sesi Anda yang lain berakhir.',
    en: 'Afterwards the password alone lets you in. All your other sessions end.',
  },
  recoveryEffect: {
    id: 'Sepuluh kode yang lama tidak berlaku lagi.',
    en: 'The ten codes from before open nothing more.',
  },
} as const satisfies Catalogue;
