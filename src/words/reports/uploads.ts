import type { Catalogue } from '../say.js';

/** Why a file was not taken: said to whoever brings it. `{n}`: which of them, as they were chosen. */
export const UPLOAD_FAULTS = {
  empty: {
    message: { id: 'Berkas ke-{n} kosong.', en: 'File {n} is empty.' },
    hint: { id: 'Pilih berkas itu sekali lagi, atau kirim tanpa berkas.', en: 'Choose it again, or send without it.' },
  },
  too_many: {
    message: { id: 'Paling banyak {limit} berkas dalam satu laporan.', en: 'A report takes {limit} files at most.' },
    hint: { id: 'Pilih yang terpenting saja.', en: 'Choose the most important ones.' },
  },
  too_large: {
    message: { id: 'Berkas ke-{n} lebih dari {limit} MB.', en: 'File {n} is larger than {limit} MB.' },
    hint: {
      id: 'Potong videonya, atau kirim tangkapan layarnya.',
      en: 'Cut the video, or send a screenshot of it.',
    },
  },
  all_too_large: {
    message: { id: 'Semua berkas bersama lebih dari {limit} MB.', en: 'All files together exceed {limit} MB.' },
    hint: { id: 'Kirim lebih sedikit berkas.', en: 'Send fewer files.' },
  },
  type: {
    message: {
      id: 'Berkas ke-{n} bukan gambar, PDF atau video yang dapat diterima.',
      en: 'File {n} is no picture, PDF or video that can be taken.',
    },
    hint: {
      id: 'Yang diterima: JPEG, PNG, WebP, GIF, PDF, MP4, WebM, MOV, 3GP. Untuk yang lain, kirim tangkapan layarnya.',
      en: 'Taken are: JPEG, PNG, WebP, GIF, PDF, MP4, WebM, MOV, 3GP. Of anything else send a screenshot.',
    },
  },
  heic: {
    message: {
      id: 'Berkas ke-{n} adalah gambar HEIC, yang tidak dapat dibaca di sini.',
      en: 'File {n} is a HEIC picture, which cannot be read here.',
    },
    hint: {
      id: 'Kirim tangkapan layarnya, atau simpan dulu sebagai JPEG.',
      en: 'Send a screenshot of it, or save it as JPEG first.',
    },
  },
  broken: {
    message: {
      id: 'Gambar pada berkas ke-{n} rusak atau terpotong.',
      en: 'The picture in file {n} is damaged or cut off.',
    },
    hint: { id: 'Kirim tangkapan layarnya.', en: 'Send a screenshot of it.' },
  },
  pixels: {
    message: { id: 'Gambar pada berkas ke-{n} terlalu besar.', en: 'The picture in file {n} is too large.' },
    hint: { id: 'Perkecil gambarnya, atau kirim tangkapan layarnya.', en: 'Make it smaller, or send a screenshot.' },
  },
  infected: {
    message: {
      id: 'Berkas ke-{n} ditolak oleh pemindai virus.',
      en: 'File {n} was refused by the virus scanner.',
    },
    hint: { id: 'Kirim tangkapan layarnya sebagai gantinya.', en: 'Send a screenshot in its place.' },
  },
} as const satisfies Catalogue;

/** The same files go through later. */
export const SCANNER_AWAY = {
  message: {
    id: 'Pemindai virus tidak menjawab; berkas belum dapat diterima.',
    en: 'The virus scanner does not answer; files cannot be taken yet.',
  },
  hint: {
    id: 'Coba lagi beberapa menit lagi, atau kirim tanpa berkas.',
    en: 'Try again in a few minutes, or send without files.',
  },
} as const satisfies Catalogue;
