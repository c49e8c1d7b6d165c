import type { Catalogue } from '../say.js';

/** Why something could not be read or written. */
export const STORED = {
  noAccount: {
    message: { id: 'Akun {id} tidak ada di registri.', en: 'There is no account {id} in the registry.' },
    hint: {
      id: 'Impor daftar akun: netra registry import accounts.csv',
      en: 'Import the list of accounts: netra registry import accounts.csv',
    },
  },
  otherIdentity: {
    message: {
      id: 'Nama pengguna akun {id} kini milik identitas lain di platformnya.',
      en: 'The user name of account {id} belongs to another identity on its platform now.',
    },
    hint: {
      id: 'Jangan diamati: periksa kepemilikan akun, lalu perbaiki daftar akun.',
      en: 'Do not watch it: check whose account it is, then mend the list of accounts.',
    },
  },
  handleTaken: {
    message: {
      id: 'Nama pengguna baru atau identitas akun {id} sudah terdaftar pada akun lain.',
      en: 'The new user name or the identity of account {id} is registered for another account.',
    },
    hint: {
      id: 'Periksa kedua akun di daftar akun; satu akun hanya boleh terdaftar sekali.',
      en: 'Check both in the list of accounts; an account may be registered once only.',
    },
  },
  noPage: {
    message: { id: 'Halaman antrean ini tidak dikenal.', en: 'This page of the queue is not known.' },
    hint: { id: 'Buka antrean dari awal.', en: 'Open the queue from its beginning.' },
  },
  noFlag: {
    message: { id: 'Tanda ini tidak ada.', en: 'There is no such flag.' },
    hint: { id: 'Kembali ke antrean dan muat ulang.', en: 'Go back to the queue and load it again.' },
  },
  flagChanged: {
    message: { id: 'Tanda ini sudah berubah sejak Anda membukanya.', en: 'This flag changed since you opened it.' },
    hint: { id: 'Muat ulang halaman, lalu putuskan lagi.', en: 'Load the page again, then decide again.' },
  },
  noReport: {
    message: { id: 'Laporan ini tidak ada.', en: 'There is no such report.' },
    hint: { id: 'Kembali ke daftar laporan dan muat ulang.', en: 'Go back to the list of reports and load it again.' },
  },
  reportChanged: {
    message: { id: 'Laporan ini sudah berubah sejak Anda membukanya.', en: 'This report changed since you opened it.' },
    hint: { id: 'Muat ulang halaman, lalu lanjutkan.', en: 'Load the page again, then go on.' },
  },
  threadFull: {
    message: { id: 'Percakapan laporan ini sudah penuh.', en: 'The thread of this report is full.' },
    hint: { id: 'Buat laporan baru untuk hal yang baru.', en: 'Make a new report of what is new.' },
  },
  usernameTaken: {
    message: { id: 'Nama masuk ini sudah dipakai.', en: 'This user name is taken.' },
    hint: { id: 'Pilih nama masuk lain.', en: 'Choose another one.' },
  },
} as const satisfies Catalogue;

/** What is wrong with the key that opens a NIP. */
export const NIP_KEY = {
  notHeld: {
    message: { id: 'Proses ini tidak memegang kunci NIP.', en: 'This process does not hold the key of NIPs.' },
    hint: {
      id: 'NIP hanya dibuka, disegel dan dibandingkan oleh: netra registry, netra keys',
      en: 'NIPs are opened, sealed and compared by these only: netra registry, netra keys',
    },
  },
  length: {
    message: { id: 'Kunci bidang harus 32 byte.', en: 'The field key must have 32 bytes.' },
    hint: { id: 'Buat kunci baru: openssl rand -base64 32', en: 'Make a new one: openssl rand -base64 32' },
  },
  cannotOpen: {
    message: { id: 'NIP tersegel tidak dapat dibuka.', en: 'The sealed NIP cannot be opened.' },
    hint: {
      id: 'Pasang kunci bidang yang dipakai saat impor; segel yang berubah tidak dapat dipulihkan.',
      en: 'Set the field key that was used for the import; a seal that was changed cannot be restored.',
    },
  },
} as const satisfies Catalogue;

/** What is wrong with the queues. */
export const QUEUES = {
  away: {
    message: { id: 'Redis tidak menjawab.', en: 'Redis does not answer.' },
    hint: {
      id: 'Periksa REDIS_URL dan servernya, lalu jalankan: netra doctor',
      en: 'Check REDIS_URL and its server, then run: netra doctor',
    },
  },
  full: {
    message: { id: 'Redis penuh: pekerjaan baru ditolak.', en: 'Redis is full: new jobs are refused.' },
    hint: {
      id: 'Naikkan maxmemory Redis; yang belum masuk antrean diantrekan lagi sendiri.',
      en: 'Raise its maxmemory; what is not in a queue is queued again by itself.',
    },
  },
} as const satisfies Catalogue;
