import type { Catalogue } from './say.js';

/** The daily digest. A mail holds no name of a person and no quote, so that no gap here takes one. */
export const DIGEST = {
  greeting: { id: 'Rekap harian netralitas ASN', en: 'Daily ASN neutrality digest' },
  scope: {
    id: '{office} dan OPD di bawahnya, {day} ({zone}).',
    en: '{office} and the offices below it, {day} ({zone}).',
  },
  empty: {
    id: 'Tidak ada satu pun tanda: tidak ada yang baru, menunggu, lewat waktu, atau diputuskan.',
    en: 'There is no flag at all: none new, waiting, overdue or decided.',
  },
  withheld: {
    id: 'Angka tanda ditahan: hanya {looked} dari {signals} sinyal dapat dilihat, kurang dari {share} %. Angka apa pun akan terbaca seolah tidak terjadi apa-apa.',
    en: 'The numbers of flags are withheld: only {looked} of {signals} signals could be seen, less than {share} %. Any number would read as if nothing had happened.',
  },
  withheldNothingDue: {
    id: 'Angka tanda ditahan: pada hari itu tidak ada satu sinyal pun yang diperiksa. Angka apa pun akan terbaca seolah tidak terjadi apa-apa.',
    en: 'The numbers of flags are withheld: not one signal was looked at on that day. Any number would read as if nothing had happened.',
  },
  flags: { id: 'Tanda', en: 'Flags' },
  new: { id: 'Baru pada hari itu', en: 'New on that day' },
  waiting: { id: 'Menunggu keputusan', en: 'Waiting for a decision' },
  overdue: { id: 'Di antaranya lewat {days} hari', en: 'Of these, overdue by {days} days' },
  decided: { id: 'Diputuskan pada hari itu', en: 'Decided on that day' },
  unproven: {
    id: 'Tanda adalah usulan aturan, belum terbukti; hanya orang yang ditunjuk yang memutuskan.',
    en: 'A flag is what a rule proposes, unproven; only a named person decides.',
  },
  notes: { id: 'Catatan edukasi (bukan tanda)', en: 'Education notes (no flags)' },
  coverage: { id: 'Cakupan', en: 'Coverage' },
  accounts: { id: 'Akun terdaftar yang tercakup', en: 'Registered accounts covered' },
  signals: {
    id: 'Sinyal (tiap akun: unggahan, bagikan, suka, komentar, ikuti)',
    en: 'Signals (each account: posts, shares, likes, comments, follows)',
  },
  seen: { id: 'Terlihat: ada tindakan', en: 'Seen: there was an act' },
  none: { id: 'Nihil: dilihat, tidak ada tindakan', en: 'None: looked at, no act' },
  hidden: { id: 'Tidak dapat diamati', en: 'Not observable' },
  silence: {
    id: 'Diam bukan tanda bersih dan bukan tanda salah: yang tidak dapat diamati tidak berkata apa-apa tentang siapa pun.',
    en: 'Silence is neither innocence nor guilt: what could not be observed says nothing about anybody.',
  },
  actors: { id: 'Siapa yang perlu bertindak', en: 'Who should act' },
  actor: {
    registry: {
      id: 'Pengelola registri: lengkapi mandat dan bukti kepemilikan akun',
      en: 'Registry keeper: complete mandates and proofs of ownership',
    },
    operator: {
      id: 'Pengelola sistem: jalankan netra doctor dan pulihkan kunjungan',
      en: 'System operator: run netra doctor and restore the visits',
    },
    nobody: {
      id: 'Tidak ada: batas platform atau pilihan pemilik akun, yang tidak ditembus',
      en: 'Nobody: limits of the platform or choice of the holder, which are not broken through',
    },
  },
  open: { id: 'Buka konsol (perlu masuk)', en: 'Open the console (log-in needed)' },
  footer: {
    id: 'Surel ini dikirim otomatis, satu kali sehari. Nama dan kutipan tidak pernah dimuat di surel.',
    en: 'This mail is sent automatically, once a day. Names and quotes are never put in a mail.',
  },
} as const satisfies Catalogue;

/** By what the digest came to. */
export const DIGEST_SUBJECTS = {
  sent: {
    id: '[Netra] {office}, {day}: {new} tanda baru, {waiting} menunggu, {overdue} lewat waktu',
    en: '[Netra] {office}, {day}: {new} new flags, {waiting} waiting, {overdue} overdue',
  },
  sent_empty: {
    id: '[Netra] {office}, {day}: tidak ada tanda; {hidden} dari {signals} sinyal tidak dapat diamati',
    en: '[Netra] {office}, {day}: no flags; {hidden} of {signals} signals not observable',
  },
  withheld: {
    id: '[Netra] {office}, {day}: angka tanda ditahan, cakupan terlalu rendah',
    en: '[Netra] {office}, {day}: numbers withheld, coverage too low',
  },
} as const satisfies Catalogue;
