import type { Catalogue } from './say.js';

/** What the log says to whoever keeps the program. */
export const LOG = {
  failures: { id: 'kegagalan selama proses ini berjalan', en: 'failures while this process ran' },
  connectionLost: { id: 'Sambungan terputus.', en: 'The connection was lost.' },
  triedAgain: { id: '{words} Dicoba lagi sendiri.', en: '{words} It is tried again by itself.' },
  letGo: {
    id: '{name} tidak menjawab: sambungannya ditutup tanpa ditunggu.',
    en: '{name} does not answer: its connection is closed without waiting.',
  },
  withheld: {
    id: 'gagal; pesan aslinya ditahan karena dapat memuat isi',
    en: 'failed; its own message is withheld, as it may quote content',
  },
  picturesUnread: { id: 'gambar yang tidak dibaca', en: 'pictures that were not read' },
  rulesNew: { id: 'aturan baru berlaku', en: 'new rules are in force' },
  rulesOld: { id: 'aturan lama tetap berlaku: {problem}', en: 'the old rules stay in force: {problem}' },
  rulesMended: { id: 'berkas aturan utuh kembali', en: 'the rule files are whole again' },
  browserStays: { id: 'peramban tidak dapat ditutup', en: 'the browser could not be closed' },
  browserLost: { id: 'sebuah peramban atau sambungannya gagal', en: 'a browser or its connection failed' },
  browserApart: { id: 'peramban berjalan di tempat lain', en: 'browsers run elsewhere' },
  sandbox: { id: 'peramban berjalan dengan sandbox', en: 'the browser runs with sandbox' },
  chooseRoles: { id: 'pilih dari: {roles}', en: 'choose from: {roles}' },
  noSandbox: {
    id: 'peramban berjalan tanpa sandbox: netra doctor',
    en: 'the browser runs without sandbox: netra doctor',
  },
} as const satisfies Catalogue;

/** Why the program cannot do what it was told. */
export const APP_FAULTS = {
  noChromium: {
    message: { id: 'Chromium tidak ditemukan.', en: 'Chromium was not found.' },
    hint: { id: 'node scripts/setup.mjs', en: 'node scripts/setup.mjs' },
  },
  linkPackChanged: {
    message: {
      id: 'Bukti tersegel dari sebuah tautan tidak lagi seperti saat disegel.',
      en: 'The sealed evidence of a link is not as it was sealed any more.',
    },
    hint: {
      id: 'Periksa siapa yang dapat menulis ke folder data.',
      en: 'Look who can write to the data folder.',
    },
  },
  noAccount: {
    message: { id: 'Akun {account} tidak ada di registri.', en: 'There is no account {account} in the registry.' },
    hint: { id: 'Lihat id akun: netra registry list', en: 'See the ids: netra registry list' },
  },
  stuck: {
    message: { id: 'Pekerjaan tidak maju lagi: {left}.', en: 'The work does not go on: {left}.' },
    hint: { id: 'Jalankan lagi dengan NETRA_LOG_LEVEL=info.', en: 'Run it again with NETRA_LOG_LEVEL=info.' },
  },
  unfinished: {
    message: {
      id: '{jobs} pekerjaan yang sedang berjalan tidak dapat dikembalikan: layanan tidak menjawab.',
      en: '{jobs} jobs under way could not be handed back: a service does not answer.',
    },
    hint: {
      id: 'Hidupkan lagi MongoDB dan Redis, lalu jalankan lagi; pekerjaan itu diambil alih sendiri.',
      en: 'Start MongoDB and Redis again, then run this again; the jobs are taken over by themselves.',
    },
  },
  noQueue: {
    message: { id: 'Antrean tidak dikenal: {names}.', en: 'No such queue: {names}.' },
    hint: { id: 'Pilih dari: {known}.', en: 'Choose from: {known}.' },
  },
} as const satisfies Catalogue;
