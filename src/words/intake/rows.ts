import type { Advice, Catalogue } from '../say.js';

/** Why a row of somebody's own table is no act, in the words of that table. */
export const ROW_FAULTS = {
  untoldWord: {
    message: {
      id: 'Kolom "{column}": "{value}" tidak ada di values pemetaan {mapping}.',
      en: 'Column "{column}": "{value}" is not among the values of the mapping {mapping}.',
    },
    hint: {
      id: 'Tambahkan katanya di {key}.values pada rules/recipes/imports; artinya salah satu dari: {known}.',
      en: 'Add the word to {key}.values in rules/recipes/imports; it means one of: {known}.',
    },
  },
  emptyCell: {
    message: { id: 'Kolom "{column}" kosong.', en: 'Column "{column}" is empty.' },
    hint: { id: 'Isi selnya di tabel itu, lalu impor lagi.', en: 'Fill in the cell, then import again.' },
  },
  shortLink: {
    message: {
      id: 'Kolom "{column}": tautan pendek "{value}" tidak memuat nomor kiriman.',
      en: 'Column "{column}": the short link "{value}" holds no number of a post.',
    },
    hint: {
      id: 'Cari tujuannya: npx netra link --follow TAUTAN, lalu tulis tujuan itu di selnya.',
      en: 'Find where it leads: npx netra link --follow LINK, and write that in the cell.',
    },
  },
  noPostLink: {
    message: {
      id: 'Kolom "{column}": "{value}" bukan tautan satu kiriman di platform baris ini.',
      en: 'Column "{column}": "{value}" is no link to one post on the platform of this row.',
    },
    hint: {
      id: 'Salin tautan kirimannya sendiri, bukan profilnya; memeriksanya: npx netra link TAUTAN.',
      en: 'Copy the link of the post itself, not of the profile; to check it: npx netra link LINK.',
    },
  },
  noAuthor: {
    message: {
      id: 'Kolom "{column}": "{value}" bukan nama atau nomor akun yang utuh (mungkin dibulatkan Excel).',
      en: 'Column "{column}": "{value}" is no whole name or number of an account (perhaps Excel rounded it).',
    },
    hint: {
      id: 'Tulis ulang nomornya dari sumbernya sebagai Teks, atau tambahkan kolom nama akun.',
      en: 'Write the number again from its source as Text, or add a column with the handle.',
    },
  },
  badTime: {
    message: {
      id: 'Kolom "{column}": "{value}" tidak terbaca sebagai waktu.',
      en: 'Column "{column}": "{value}" cannot be read as a time.',
    },
    hint: { id: 'Tulis seperti {example}.', en: 'Write it as {example}.' },
  },
} as const satisfies Readonly<Record<string, Advice>>;

/** By the format that a mapping names. */
export const TIME_EXAMPLES = {
  unix: { id: '1794971565 (detik sejak 1970)', en: '1794971565 (seconds since 1970)' },
  iso: {
    id: '2026-11-20T08:30:00+07:00, dengan zona waktunya',
    en: '2026-11-20T08:30:00+07:00, with its time zone',
  },
  local: {
    id: '2026-11-18 10:13 atau 18/11/2026 10.13, hari dulu',
    en: '2026-11-18 10:13 or 18/11/2026 10.13, day first',
  },
} as const satisfies Catalogue;
