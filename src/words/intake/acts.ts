import type { Advice, Catalogue } from '../say.js';

/** Why a line of a file of acts was not taken in. */
export const ACT_FAULTS = {
  cutOff: {
    message: { id: 'Baris terakhir terpotong di tengah.', en: 'The last line breaks off in the middle.' },
    hint: {
      id: 'Berkas mungkin belum selesai disalin: salin ulang, lalu impor lagi.',
      en: 'Perhaps the file was not copied to its end: copy it again, then import again.',
    },
  },
  notJson: {
    message: { id: 'Baris ini bukan JSON yang sah.', en: 'This line is not valid JSON.' },
    hint: {
      id: 'Satu objek JSON utuh pada satu baris; periksa tanda kutip, koma, dan kurung.',
      en: 'One whole JSON object on one line; check quotation marks, commas and brackets.',
    },
  },
  notObject: {
    message: { id: 'Baris ini bukan objek JSON.', en: 'This line is not a JSON object.' },
    hint: {
      id: 'Tulis {"id":…,"kind":…,"text":…,"publishedAt":…,"platform":…,"handle":…}.',
      en: 'Write {"id":…,"kind":…,"text":…,"publishedAt":…,"platform":…,"handle":…}.',
    },
  },
  badField: {
    message: {
      id: 'Kolom "{field}" tidak dapat dibaca: {problem}.',
      en: 'Field "{field}" cannot be read: {problem}.',
    },
    hint: {
      id: 'Perbaiki kolom itu; contoh lengkap ada di docs/collectors.md.',
      en: 'Mend that field; a whole example stands in docs/collectors.md.',
    },
  },
  badCell: {
    message: {
      id: 'Kolom "{field}" tidak dapat dibaca: {problem}.',
      en: 'Column "{field}" cannot be read: {problem}.',
    },
    hint: {
      id: 'Perbaiki isinya pada berkas itu, lalu impor lagi; bagaimana kolom dibaca: docs/impor.md.',
      en: 'Mend it in the file, then import again; how columns are read: docs/impor.md.',
    },
  },
  unknownPlatform: {
    message: { id: 'Platform tidak dikenal: "{value}".', en: 'Unknown platform: "{value}".' },
    hint: { id: 'Pakai salah satu dari: {known}.', en: 'Use one of: {known}.' },
  },
  badHandle: {
    message: {
      id: 'Nama akun pada "{field}" memuat karakter yang tidak boleh ada, atau panjangnya bukan 1 sampai 300.',
      en: 'The handle in "{field}" holds characters that cannot be there, or is not 1 to 300 long.',
    },
    hint: {
      id: 'Ketik ulang nama akun; karakter kendali tak terlihat sering ikut saat menyalin.',
      en: 'Type the handle again; invisible control characters often come along when copying.',
    },
  },
  badDate: {
    message: { id: 'Waktu "{field}" tidak dapat dibaca.', en: 'The time in "{field}" cannot be read.' },
    hint: {
      id: 'Tulis dengan zona waktu, misalnya 2026-11-20T08:30:00+07:00.',
      en: 'Write it with its time zone, such as 2026-11-20T08:30:00+07:00.',
    },
  },
  roundedId: {
    message: {
      id: 'Nomor kiriman telah dibulatkan Excel (E+…): angka terakhirnya hilang.',
      en: 'Excel rounded the number of the post (E+…): its last digits are gone.',
    },
    hint: {
      id: 'Ekspor ulang, dan impor berkasnya tanpa dibuka di Excel; atau sertakan kolom tautan.',
      en: 'Export again, and import the file without opening it in Excel; or add a column with the link.',
    },
  },
  inFuture: {
    message: { id: 'Waktu "{field}" ada di masa depan.', en: 'The time in "{field}" lies in the future.' },
    hint: { id: 'Periksa tahun dan zona waktunya.', en: 'Check its year and its time zone.' },
  },
  badUrl: {
    message: {
      id: 'Alamat pada "{field}" bukan alamat http atau https.',
      en: 'The address in "{field}" is not an http or https address.',
    },
    hint: {
      id: 'Tulis alamat lengkap yang dimulai dengan https://, atau kosongkan.',
      en: 'Write a whole address that begins with https://, or leave it empty.',
    },
  },
  noHeader: {
    message: {
      id: 'Baris judul tabel ini tidak memuat kolom: {missing}.',
      en: 'The header of this table lacks the columns: {missing}.',
    },
    hint: {
      id: 'Baris pertama: id,kind,text,publishedAt,platform,handle,targetHandle,targetText,targetUrl,url',
      en: 'First line: id,kind,text,publishedAt,platform,handle,targetHandle,targetText,targetUrl,url',
    },
  },
} as const satisfies Readonly<Record<string, Advice>>;

/** What is told once of a whole file of acts. */
export const ACT_FILE_NOTES = {
  nothingRead: {
    message: { id: 'Tidak ada satu baris pun yang terbaca dari {file}.', en: 'Not a single line of {file} was read.' },
    hint: {
      id: 'Berkas mungkin kosong, atau hanya berisi judul kolom: periksa apakah berkas yang benar yang disimpan.',
      en: 'Perhaps the file is empty, or holds nothing but a header: check whether the right file was saved.',
    },
  },
  itemTooLong: {
    message: {
      id: 'Kiriman ini lebih dari {limit} huruf: lebih panjang dari kiriman mana pun.',
      en: 'This item has more than {limit} letters: longer than any post.',
    },
    hint: {
      id: 'Periksa apakah ganti baris hilang; satu kiriman satu baris.',
      en: 'Check whether line ends are lost; one post is one line.',
    },
  },
  unreadColumns: {
    message: { id: 'Kolom yang tidak dibaca: {columns}.', en: 'Columns that are not read: {columns}.' },
    hint: {
      id: 'Yang dibaca hanya: {known}. Ganti judulnya bila isinya diperlukan.',
      en: 'Only these are read: {known}. Change the title if the column is needed.',
    },
  },
} as const satisfies Readonly<Record<string, Advice>>;

/** What is wrong with one field. */
export const FIELD_PROBLEMS = {
  absent: { id: 'tidak ada', en: 'missing' },
  type: { id: 'jenis nilainya salah', en: 'a value of the wrong type' },
  choice: { id: 'harus salah satu dari {choices}', en: 'must be one of {choices}' },
  empty: { id: 'kosong', en: 'empty' },
  tooLong: { id: 'terlalu panjang', en: 'too long' },
  shape: { id: 'bentuknya salah', en: 'of the wrong form' },
} as const satisfies Catalogue;
