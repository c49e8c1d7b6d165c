import type { Catalogue } from '../say.js';

export const FRAME = {
  app: { id: 'Netra', en: 'Netra' },
  tagline: { id: 'Aturan mengusulkan; orang memutuskan.', en: 'Rules propose; people decide.' },
  apiTitle: { id: 'Netra: konsol peninjauan', en: 'Netra: review console' },
  username: { id: 'Nama pengguna', en: 'User name' },
  password: { id: 'Kata sandi', en: 'Password' },
  loginReason: {
    ended: {
      id: 'Sesi Anda sudah berakhir. Masuk lagi: Anda kembali ke halaman yang sama, dan draf Anda masih ada.',
      en: 'Your session has ended. Log in again: you come back to the same page, and your draft is still there.',
    },
    changed: {
      id: 'Kata sandi Anda sudah diganti. Masuk dengan yang baru.',
      en: 'Your password is changed. Log in with the new one.',
    },
    wanted: {
      id: 'Masuk dulu; sesudah itu halaman yang Anda tuju langsung terbuka.',
      en: 'Log in first; the page you wanted opens right after.',
    },
  },
  logIn: { id: 'Masuk', en: 'Log in' },
  logInBy: { id: 'Masuk dengan {name}', en: 'Log in with {name}' },
  onward: { id: 'Lanjut ke Netra', en: 'Go on to Netra' },
  /** How the way over the house's own log-in ended. */
  openIdOutcome: {
    code: {
      id: 'Layanan masuk instansi mengenal Anda. Tinggal langkah kedua.',
      en: "The house's own log-in knows you. The second step is left.",
    },
    refused: {
      id: 'Layanan masuk instansi tidak membuka akun Netra mana pun. Minta admin Netra memeriksa apakah alamat surel akun Anda sama dengan yang di sana, atau masuk dengan kata sandi.',
      en: "The house's own log-in opens no account of Netra. Ask an admin of Netra whether the mail address of your account is the same as there, or log in by password.",
    },
    away: {
      id: 'Layanan masuk instansi tidak menjawab. Coba lagi sebentar lagi, atau masuk dengan kata sandi.',
      en: "The house's own log-in does not answer. Try again in a moment, or log in by password.",
    },
  },
  logOut: { id: 'Keluar', en: 'Log out' },
  loading: { id: 'Memuat…', en: 'Loading…' },
  cancel: { id: 'Batal', en: 'Cancel' },
  tryAgain: { id: 'Coba lagi', en: 'Try again' },
  offline: { id: 'Server tidak terjangkau.', en: 'The server cannot be reached.' },
  offlineHint: { id: 'Periksa jaringan, lalu coba lagi.', en: 'Check the network, then try again.' },
  unexpected: { id: 'Jawaban server tidak terbaca.', en: 'The answer of the server cannot be read.' },
  parts: { id: 'Bagian konsol', en: 'Parts of the console' },
  nav: {
    decisions: { id: 'Keputusan', en: 'Decisions' },
    queue: { id: 'Antrean', en: 'Queue' },
    reports: { id: 'Laporan', en: 'Reports' },
    findings: { id: 'Temuan', en: 'Findings' },
    coverage: { id: 'Cakupan', en: 'Coverage' },
    tickets: { id: 'Tanda per paslon', en: 'Flags per ticket' },
    audit: { id: 'Jejak audit', en: 'Audit log' },
    rules: { id: 'Aturan', en: 'Rules' },
  },
  skip: { id: 'Langsung ke isi', en: 'Skip to content' },
  language: { id: 'Bahasa', en: 'Language' },
  close: { id: 'Tutup', en: 'Close' },
  notFound: { id: 'Halaman ini tidak ada.', en: 'There is no such page.' },
  noPart: { id: 'Peran Anda tidak membuka bagian ini.', en: 'Your role does not open this part.' },
} as const satisfies Catalogue;
