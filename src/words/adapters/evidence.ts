import type { Catalogue } from '../say.js';

/** What is not in a pack, and why: details that are sealed with it, in small letters. */
export const CAPTURE = {
  archiveTooLarge: { id: '{bytes} dari paling banyak {limit} bita', en: '{bytes} of at most {limit} bytes' },
  cutAt: { id: 'terekam {taken} dari {height} piksel', en: '{taken} of {height} pixels taken' },
  firstLetters: { id: 'terekam {count} huruf pertama', en: 'the first {count} letters taken' },
  stepTooSlow: { id: '{name}: lebih dari {ms} ms', en: '{name}: more than {ms} ms' },
  noAddress: { id: 'tindakan ini datang tanpa alamat', en: 'this act came without an address' },
  notWeb: { id: 'alamat bukan http atau https', en: 'the address is neither http nor https' },
  holdsPassword: { id: 'alamat membawa kata sandi', en: 'the address holds a password' },
  packTooLarge: { id: '{bytes} bita; paket paling besar {limit}', en: '{bytes} bytes; a pack holds at most {limit}' },
  neverStill: { id: 'halaman terus berganti', en: 'the page keeps changing' },
  stopTooSlow: { id: 'menghentikan muatan: lebih dari {ms} ms', en: 'stopping the load: more than {ms} ms' },
  isDownload: { id: 'alamat berisi unduhan', en: 'the address is a download' },
  badPort: { id: 'peramban tidak membuka porta ini', en: 'the browser does not open this port' },
  silent: { id: 'server tidak menjawab', en: 'the server does not answer' },
  cutOff: { id: 'sambungan putus', en: 'the connection broke' },
  askedToWait: { id: 'situs meminta jeda', en: 'the site asks for a pause' },
  robots: { id: 'robots.txt situs menutup halaman ini', en: 'robots.txt of the site closes this page' },
  challenge: {
    id: '{detail}, situs meminta pembuktian bukan robot',
    en: '{detail}, the site asks for proof of not being a robot',
  },
  ledToLogin: { id: 'dialihkan ke halaman masuk', en: 'led to a log-in page' },
  asksPassword: { id: 'halaman meminta kata sandi', en: 'the page asks for a password' },
} as const satisfies Catalogue;

/** What is wrong with a pack or the folder of packs. */
export const PACK_FAULTS = {
  linked: {
    message: {
      id: 'Folder bukti tanda {flag} adalah tautan, bukan folder.',
      en: 'The evidence folder of flag {flag} is a link, no folder.',
    },
    hint: {
      id: 'Hapus tautan itu dan pulihkan paketnya dari cadangan, lalu: netra evidence verify',
      en: 'Delete the link and restore the pack from a backup, then: netra evidence verify',
    },
  },
  unknownCode: { id: 'tidak diketahui', en: 'unknown' },
  notWritten: {
    message: {
      id: 'Paket bukti tanda {flag} tidak dapat ditulis ({code}).',
      en: 'The pack of flag {flag} could not be written ({code}).',
    },
    hint: {
      id: 'Periksa ruang dan hak tulis pada folder bukti; penyegelan diulang sendiri.',
      en: 'Check room and rights of the evidence folder; sealing is tried again by itself.',
    },
  },
  badFlagId: {
    message: { id: 'Nomor tanda tidak sah.', en: 'No id of a flag.' },
    hint: {
      id: 'Nomor tanda hanya berisi huruf, angka, "_" dan "-".',
      en: 'An id of a flag holds letters, digits, "_" and "-" only.',
    },
  },
  noItem: {
    message: { id: 'Bukti ini tidak ada dalam paket.', en: 'This evidence is not in the pack.' },
    hint: { id: 'Lihat daftar "tidak terekam" pada tanda.', en: 'See the list "not captured" of the flag.' },
  },
  folder: {
    message: {
      id: 'Folder bukti tidak dapat ditulis ({code}).',
      en: 'The evidence folder cannot be written ({code}).',
    },
    hint: {
      id: 'Periksa ruang dan hak tulis pada folder bukti, lalu mulai lagi.',
      en: 'Check its room and rights, then start again.',
    },
  },
  badName: {
    message: { id: 'Nama berkas bukti tidak sah.', en: 'No name of an evidence file.' },
    hint: { id: 'Periksa paketnya: netra evidence verify', en: 'Check the pack: netra evidence verify' },
  },
  brokenManifest: {
    message: { id: 'Manifes bukti tanda {flag} rusak.', en: 'The manifest of flag {flag} is damaged.' },
    hint: { id: 'Jalankan: netra evidence verify', en: 'Run: netra evidence verify' },
  },
  foreign: {
    message: {
      id: 'Paket bukti tanda {flag} sudah ada dan bukan dari tindakan ini.',
      en: 'Flag {flag} has a pack already, and not of this act.',
    },
    hint: {
      id: 'Pindahkan folder paket itu ke tempat aman dan cari tahu siapa yang menaruhnya; tanda belum dibuka.',
      en: 'Move the folder of that pack to a safe place and find out who put it there; the flag is not open yet.',
    },
  },
} as const satisfies Catalogue;

/** Why a capture did not come to its end. */
export const CAPTURE_FAULTS = {
  notYet: {
    message: {
      id: 'Halaman belum dapat direkam ({reason}): {detail}',
      en: 'The page could not be captured yet ({reason}): {detail}',
    },
    hint: {
      id: 'Perekaman diulang sendiri; yang tetap tidak terekam dicatat pada tanda.',
      en: 'It is tried again by itself; what stays missing is written down with the flag.',
    },
  },
  closed: {
    message: { id: 'Halaman tidak direkam ({reason}): {detail}', en: 'The page is not captured ({reason}): {detail}' },
    hint: { id: 'Alasan ini tercatat pada tanda.', en: 'This reason is written down with the flag.' },
  },
  interrupted: {
    message: {
      id: 'Perekaman dihentikan karena program berhenti.',
      en: 'The capture was ended because the program is stopping.',
    },
    hint: { id: 'Tidak perlu tindakan: perekaman diulang sendiri.', en: 'Nothing to do: it is tried again by itself.' },
  },
} as const satisfies Catalogue;

/** What is wrong with a file that somebody brought, or the folder of these. */
export const BROUGHT_FAULTS = {
  badId: {
    message: { id: 'Nomor berkas laporan tidak sah.', en: 'No id of a file of a report.' },
    hint: { id: 'Buka lagi laporannya, lalu pilih berkasnya.', en: 'Open the report again and choose the file.' },
  },
  gone: {
    message: { id: 'Berkas laporan ini tidak ada lagi.', en: 'This file of a report is gone.' },
    hint: {
      id: 'Masa simpannya habis, atau pulihkan folder reports dari cadangan.',
      en: 'Its time is over, or restore the folder reports from a backup.',
    },
  },
  changed: {
    message: {
      id: 'Berkas laporan ini tidak sama dengan yang disimpan.',
      en: 'This file of a report is not what was kept.',
    },
    hint: {
      id: 'Pulihkan folder reports dari cadangan; periksa juga NETRA_HASH_KEY.',
      en: 'Restore the folder reports from a backup; look at NETRA_HASH_KEY as well.',
    },
  },
  notWritten: {
    message: {
      id: 'Berkas laporan tidak dapat ditulis ({code}).',
      en: 'A file of a report could not be written ({code}).',
    },
    hint: {
      id: 'Periksa ruang dan hak tulis folder reports di folder data, lalu kirim lagi.',
      en: 'Check room and rights of the folder reports in the data folder, then send again.',
    },
  },
} as const satisfies Catalogue;
