import type { Advice, Catalogue } from '../say.js';

export const ROLE_TEXTS = {
  done: {
    id: 'Pengguna {user} di basis data {database} sekarang hanya dapat menambah dan membaca jejak audit.',
    en: 'User {user} of database {database} can only add to and read the audit log now.',
  },
  row: { id: 'Jejak audit', en: 'Audit log' },
  notAsked: { id: 'belum diperiksa: basis data tidak berjalan', en: 'not examined: the database is not running' },
  notReached: { id: 'belum diperiksa: {why}', en: 'not examined: {why}' },
  unknown: {
    id: 'server ini tidak mengatakan hak penggunanya',
    en: 'this server does not say what its user may do',
  },
  appendOnly: {
    id: 'hanya dapat ditambah dan dibaca oleh pengguna {user}',
    en: 'can only be added to and read by user {user}',
  },
  rewritable: {
    id: 'dapat diubah atau dihapus oleh pengguna Netra sendiri ({actions}); ketahuan, tetapi tidak tercegah',
    en: 'could be changed or deleted by the user of Netra itself ({actions}); found out, but not prevented',
  },
  stamped: { id: 'cap waktu terakhir {at}', en: 'latest time-stamp {at}' },
  stampLate: {
    id: 'cap waktu terakhir {at}: lebih dari sehari yang lalu',
    en: 'latest time-stamp {at}: more than a day ago',
  },
  neverStamped: { id: 'belum pernah dicap waktu', en: 'never stamped yet' },
} as const satisfies Catalogue;

/** Stands as comments in what `netra audit role` prints for mongosh; one line each. */
export const ROLE_SCRIPT = {
  role: {
    id: '1. Peran {role}: jejak audit hanya dapat ditambah dan dibaca. Jalankan sebagai pengelola; ulangi sesudah setiap pembaruan Netra.',
    en: '1. Role {role}: the audit log can only be added to and read. Run it as a keeper; again after each update of Netra.',
  },
  user: {
    id: '2. Pengguna {user} hanya mendapat peran itu: hak lamanya (misalnya readWrite) dicabut. Bila belum ada, ia dibuat dan kata sandinya ditanyakan.',
    en: '2. User {user} gets that role and no other: former rights (readWrite, for instance) are taken away. One that is not there is made, and its password asked for.',
  },
  proof: {
    id: '3. Bukti, sebagai {user} dan bukan sebagai pengelola: masing-masing harus ditolak dengan "not authorized" (kode 13) dan tidak mengubah apa pun.',
    en: '3. The proof, as {user} and not as a keeper: each has to be refused with "not authorized" (code 13), and changes nothing.',
  },
  works: {
    id: 'Lalu: npx netra doctor (baris "Jejak audit") dan npx netra audit verify.',
    en: 'Then: npx netra doctor (line "Audit log") and npx netra audit verify.',
  },
} as const satisfies Catalogue;

export const NO_ADMIN_FILE = {
  message: { id: 'Tidak ada alamat MongoDB di {path}.', en: 'There is no address of MongoDB in {path}.' },
  hint: {
    id: 'Tulis satu baris: mongodb://pengelola:…@host:27017/?authSource=admin',
    en: 'Write one line: mongodb://keeper:…@host:27017/?authSource=admin',
  },
} as const satisfies Advice;
