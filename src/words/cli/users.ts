import type { Advice, Catalogue } from '../say.js';

/** What `netra user` says of people who log in. */
export const USERS = {
  created: { id: 'Pengguna {username} ({role}) dibuat.', en: 'User {username} ({role}) created.' },
  disabled: { id: 'Akun {username} ditutup.', en: 'The account {username} is closed.' },
  enabled: { id: 'Akun {username} dibuka lagi.', en: 'The account {username} is open again.' },
  passwordSet: { id: 'Kata sandi {username} diganti.', en: 'The password of {username} was changed.' },
  roleSet: { id: 'Peran {username} kini {role}.', en: 'The role of {username} is {role} now.' },
  officesSet: { id: 'OPD {username} kini: {offices}.', en: 'The offices of {username} are now: {offices}.' },
  sessionsEnded: { id: 'Sesi {username} diakhiri.', en: 'The sessions of {username} were ended.' },
  secondStepOn: {
    id: '{username} masuk dengan langkah kedua; kode pemulihan yang belum dipakai: {count}.',
    en: '{username} logs in with a second step; recovery codes not yet used: {count}.',
  },
  secondStepOff: {
    id: '{username} masuk tanpa langkah kedua.',
    en: '{username} logs in without a second step.',
  },
  secondStepReset: {
    id: 'Langkah kedua {username} dicabut; kata sandi saja kini cukup untuk masuk.',
    en: 'The second step of {username} was taken off; the password alone lets in now.',
  },
  openIdTied: {
    id: '{username} dikenal layanan masuk instansi.',
    en: "{username} is known to the house's own log-in.",
  },
  openIdFree: {
    id: '{username} belum pernah masuk lewat layanan masuk instansi.',
    en: "{username} has never logged in by the house's own log-in.",
  },
  openIdUntied: {
    id: 'Kaitan {username} dengan layanan masuk instansi dilepas; pada masuk berikutnya ia dikenali lagi dari alamat surelnya.',
    en: "{username} is untied from the house's own log-in; the next time they are known by their mail address again.",
  },
  told: { id: '{username} diberi tahu lewat surel.', en: '{username} was told by mail.' },
  notTold: {
    id: 'Surel tidak terkirim: beri tahu {username} langsung.',
    en: 'No mail went out: tell {username} yourself.',
  },
  unchanged: {
    id: '{username} sudah begitu; tidak ada yang diubah.',
    en: '{username} is so already; nothing changed.',
  },
  ended: { id: '{count} sesi berakhir.', en: '{count} sessions ended.' },
  endedNone: { id: 'Tidak ada sesi yang terbuka.', en: 'No session was open.' },
  seesNothing: {
    id: '{username} belum punya OPD dan tidak melihat apa pun: netra user office {username} KODE',
    en: '{username} has no office and sees nothing: netra user office {username} CODE',
  },
  none: {
    id: 'Belum ada pengguna. Buat: netra user create NAMA --name "…" --role admin',
    en: 'There is no user yet. Create one: netra user create NAME --name "…" --role admin',
  },
  noSessions: { id: 'Tidak ada sesi yang terbuka.', en: 'No session is open.' },
  active: { id: 'aktif', en: 'active' },
  closed: { id: 'ditutup', en: 'closed' },
  column: {
    username: { id: 'pengguna', en: 'user' },
    name: { id: 'nama', en: 'name' },
    role: { id: 'peran', en: 'role' },
    offices: { id: 'OPD', en: 'offices' },
    state: { id: 'keadaan', en: 'state' },
    sessions: { id: 'sesi', en: 'sessions' },
  },
  sessionColumn: {
    username: { id: 'pengguna', en: 'user' },
    opened: { id: 'dibuka', en: 'opened' },
    ends: { id: 'berakhir', en: 'ends' },
  },
  askPassword: {
    id: 'Kata sandi (paling sedikit {min} karakter, terlihat saat diketik): ',
    en: 'Password (at least {min} characters, seen while typed): ',
  },
} as const satisfies Catalogue;

/** What was left out on the command line. */
export const USER_INPUT = {
  noPassword: {
    message: { id: 'Tidak ada kata sandi pada masukan standar.', en: 'There is no password on standard input.' },
    hint: {
      id: 'Ketik satu baris, atau: netra user password NAMA < berkas',
      en: 'Type one line, or: netra user password NAME < file',
    },
  },
  noOffice: {
    message: { id: 'Sebut OPD-nya, atau --none; tidak keduanya.', en: 'Name the offices, or --none; not both.' },
    hint: { id: 'netra user office NAMA KODE…', en: 'netra user office NAME CODE…' },
  },
  endWhose: {
    message: { id: '--end perlu nama pengguna.', en: '--end needs a user name.' },
    hint: { id: 'netra user sessions NAMA --end', en: 'netra user sessions NAME --end' },
  },
} as const satisfies Readonly<Record<string, Advice>>;
