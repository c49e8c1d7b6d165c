import type { ImportFormat } from '../../domain/import-format.js';
import type { Advice, Catalogue } from '../say.js';
import type { Terms } from '../terms.js';

export const FORMAT_TERMS = {
  ndjson: { id: 'NDJSON Netra', en: "Netra's own NDJSON" },
  csv: { id: 'tabel Netra', en: "Netra's own table" },
  'zeeschuimer-tiktok': { id: 'Zeeschuimer, TikTok', en: 'Zeeschuimer, TikTok' },
  'zeeschuimer-tiktok-comments': { id: 'Zeeschuimer, komentar TikTok', en: 'Zeeschuimer, TikTok comments' },
  'zeeschuimer-instagram': { id: 'Zeeschuimer, Instagram', en: 'Zeeschuimer, Instagram' },
  'zeeschuimer-x': { id: 'Zeeschuimer, X', en: 'Zeeschuimer, X' },
  'zeeschuimer-threads': { id: 'Zeeschuimer, Threads', en: 'Zeeschuimer, Threads' },
  '4cat-tiktok': { id: '4CAT, TikTok', en: '4CAT, TikTok' },
  '4cat-tiktok-comments': { id: '4CAT, komentar TikTok', en: '4CAT, TikTok comments' },
  '4cat-instagram': { id: '4CAT, Instagram', en: '4CAT, Instagram' },
  '4cat-x': { id: '4CAT, X', en: '4CAT, X' },
  '4cat-threads': { id: '4CAT, Threads', en: '4CAT, Threads' },
  'mcl-facebook': { id: 'Meta Content Library, Facebook', en: 'Meta Content Library, Facebook' },
  'mcl-instagram': { id: 'Meta Content Library, Instagram', en: 'Meta Content Library, Instagram' },
  junkipedia: { id: 'Junkipedia', en: 'Junkipedia' },
} as const satisfies Terms<ImportFormat>;

/** What is said of a file before its acts. */
export const RECOGNISED = {
  head: { id: 'Dikenali: {title} (--as {name})', en: 'Recognised: {title} (--as {name})' },
  told: { id: 'Dibaca sebagai: {title} (--as {name})', en: 'Read as: {title} (--as {name})' },
  column: { id: '  {from} menjadi {to}', en: '  {from} becomes {to}' },
  leftAlone: { id: '  tidak diambil: {columns}', en: '  not taken: {columns}' },
  missing: {
    id: '  berubah: yang diharapkan tetapi tidak ada: {columns}',
    en: '  changed: expected and not there: {columns}',
  },
  unknown: { id: '  berubah: baru, tidak dibaca: {columns}', en: '  changed: new, not read: {columns}' },
  unverified: {
    id: '  format ini belum dipastikan dari sumber pembuatnya: periksa beberapa baris dengan mata',
    en: "  this format is not verified by its makers' source: look at some rows yourself",
  },
  dryRun: {
    id: 'Percobaan: tidak ada yang disimpan, aturan tidak dijalankan.',
    en: 'A trial: nothing was stored, no rule was run.',
  },
} as const satisfies Catalogue;

/** Why a file is not read at all. */
export const RECOGNITION_FAULTS = {
  ambiguous: {
    message: {
      id: 'Berkas ini cocok dengan lebih dari satu format: {names}.',
      en: 'This file fits more than one format: {names}.',
    },
    hint: {
      id: 'Sebutkan yang benar, misalnya: netra import BERKAS --as {first}',
      en: 'Name the right one, such as: netra import FILE --as {first}',
    },
  },
  unknownName: {
    message: { id: 'Format "{name}" tidak dikenal.', en: 'There is no format "{name}".' },
    hint: { id: 'Pilih salah satu: {known}', en: 'Choose one of: {known}' },
  },
  drifted: {
    message: {
      id: 'Berkas ini mirip {title}, tetapi tidak memuat: {missing}.',
      en: 'This file looks like {title}, but lacks: {missing}.',
    },
    hint: {
      id: 'Ekspor ulang dengan semua kolom. Bila bentuk ekspornya berubah, tulis pemetaan: docs/impor.md.',
      en: 'Export again with all columns. If the export changed its form, write a mapping: docs/impor.md.',
    },
  },
  unknownTable: {
    message: { id: 'Bentuk tabel {medium} ini tidak dikenal.', en: 'The form of this {medium} table is not known.' },
    hint: {
      id: 'Tulis satu pemetaan yang menyebut arti kolomnya: docs/impor.md, "Tabel sendiri". Bila baris judulnya terhapus, tulis dulu di baris pertama.',
      en: 'Write a mapping that says what its columns mean: docs/impor.md, "Tabel sendiri". If the row of titles was deleted, write it first.',
    },
  },
  wrongKind: {
    message: { id: 'Isi berkas bukan {title}.', en: 'What stands in the file is not {title}.' },
    hint: {
      id: 'Hilangkan --as agar dikenali dari isinya, atau sebutkan format yang benar.',
      en: 'Leave --as out to have it recognised by its content, or name the right format.',
    },
  },
} as const satisfies Readonly<Record<string, Advice>>;

/** What is wrong with a mapping file. */
export const MAPPING_FAULTS = {
  takenId: {
    message: { id: 'Id ini milik format Netra sendiri', en: 'This id is of one of our own formats' },
    hint: { id: 'beri id lain', en: 'give it another id' },
  },
  noId: {
    message: { id: 'Tidak ada kolom untuk nomor kiriman', en: 'No column holds the number of the post' },
    hint: { id: 'tulis "link" (tautan kiriman) atau "id"', en: 'write "link" (of the post) or "id"' },
  },
  noAuthor: {
    message: { id: 'Tidak ada kolom untuk penulisnya', en: 'No column holds the author' },
    hint: {
      id: 'tulis "handle" (nama akun) atau "author_id"; nama pada tautan tidak dipakai',
      en: 'write "handle" or "author_id"; the name in a link is not used',
    },
  },
  doubleId: {
    message: { id: 'Pemetaan dengan id "{id}" sudah ada', en: 'There is a mapping with the id "{id}" already' },
    hint: { id: 'beri id lain, sama dengan nama berkasnya', en: 'give it another id, the same as its file name' },
  },
} as const satisfies Readonly<Record<string, Advice>>;

/** Of a mapping file that an import cannot use. */
export const MAPPING_NOT_USED = {
  message: {
    id: 'Pemetaan {path} rusak dan tidak dipakai: {problem}',
    en: 'The mapping {path} is broken and not used: {problem}',
  },
  hint: { id: '{hint}; semuanya: netra rules check', en: '{hint}; all of them: netra rules check' },
} as const satisfies Advice;
