import type { Advice } from '../say.js';

/** Why a file that people bring, or a row of it, cannot be read: acts and registry in the same words. */
export const CSV_FAULTS = {
  utf16: {
    message: { id: 'Berkas disimpan sebagai UTF-16, bukan UTF-8.', en: 'The file is saved as UTF-16, not UTF-8.' },
    hint: {
      id: 'Simpan ulang sebagai "CSV UTF-8" atau "UTF-8", lalu impor lagi.',
      en: 'Save it again as "CSV UTF-8" or "UTF-8", then import again.',
    },
  },
  workbook: {
    message: {
      id: 'Ini berkas Excel (.xlsx, .xls) atau ZIP, bukan teks.',
      en: 'This is an Excel workbook (.xlsx, .xls) or a ZIP file, not text.',
    },
    hint: {
      id: 'Di Excel pilih Simpan Sebagai, lalu "CSV UTF-8 (Comma delimited)".',
      en: 'In Excel choose Save As, then "CSV UTF-8 (Comma delimited)".',
    },
  },
  notUtf8: {
    message: {
      id: 'Baris ini bukan UTF-8 yang sah (mungkin Latin-1 atau Windows-1252).',
      en: 'This line is not valid UTF-8 (perhaps Latin-1 or Windows-1252).',
    },
    hint: {
      id: 'Simpan ulang berkas sebagai UTF-8, lalu impor lagi; baris yang sudah masuk tidak menjadi ganda.',
      en: 'Save the file again as UTF-8, then import again; lines that are in already do not double.',
    },
  },
  tooLong: {
    message: { id: 'Baris ini lebih dari {limit} MB.', en: 'This line is longer than {limit} MB.' },
    hint: {
      id: 'Periksa apakah ganti baris hilang; satu tindakan satu baris.',
      en: 'Check whether line ends are lost; one act is one line.',
    },
  },
  recordTooLong: {
    message: {
      id: 'Baris sepanjang {length} huruf; paling panjang {limit}.',
      en: 'A row of {length} letters; {limit} is the most.',
    },
    hint: {
      id: 'Pendekkan isinya, atau cari tanda kutip yang tidak ditutup.',
      en: 'Shorten it, or look for a quotation mark that is not closed.',
    },
  },
  openQuote: {
    message: {
      id: 'Tanda kutip yang dibuka pada baris ini tidak pernah ditutup.',
      en: 'A quotation mark opened on this line is never closed.',
    },
    hint: {
      id: 'Tutup tanda kutipnya; tanda kutip di dalam teks ditulis dua kali ("").',
      en: 'Close the quotation mark; inside a text it is written twice ("").',
    },
  },
  cellCount: {
    message: {
      id: 'Baris ini mempunyai {found} sel, judulnya {wanted}.',
      en: 'This line has {found} cells, the header {wanted}.',
    },
    hint: {
      id: 'Teks yang memuat koma harus diapit tanda kutip.',
      en: 'A text that holds a comma must stand between quotation marks.',
    },
  },
  cutOff: {
    message: {
      id: 'Baris terakhir terpotong: {found} dari {wanted} kolom.',
      en: 'The last line breaks off: {found} of {wanted} columns.',
    },
    hint: {
      id: 'Berkas belum selesai ditulis atau disalin; simpan atau salin ulang.',
      en: 'The file was not written or copied to its end: save or copy it again.',
    },
  },
  untitledCell: {
    message: {
      id: 'Kolom ke-{column} berisi, tetapi tanpa judul.',
      en: 'Something stands in column {column}, which has no title.',
    },
    hint: {
      id: 'Beri judul kolomnya pada baris pertama, atau hapus isinya.',
      en: 'Give the column a title on the first line, or delete what stands there.',
    },
  },
} as const satisfies Readonly<Record<string, Advice>>;

/** Why a registry file is refused as a whole. */
export const REGISTRY_FILE_FAULTS = {
  tooLarge: {
    message: { id: 'Berkas lebih besar dari {limit} MB.', en: 'The file is larger than {limit} MB.' },
    hint: { id: 'Bagi menjadi beberapa berkas.', en: 'Split it into several files.' },
  },
  notUtf8: {
    message: {
      id: 'Berkas bukan UTF-8 (tampaknya Windows-1252 atau Latin-1), mulai baris {line}.',
      en: 'The file is not UTF-8 (it looks like Windows-1252 or Latin-1), from line {line} on.',
    },
    hint: {
      id: 'Simpan ulang dari Excel sebagai "CSV UTF-8 (Comma delimited)".',
      en: 'Save it again from Excel as "CSV UTF-8 (Comma delimited)".',
    },
  },
  nulByte: {
    message: {
      id: 'Berkas memuat bita nol: berkas biner atau rusak.',
      en: 'The file holds a zero byte: it is binary or damaged.',
    },
    hint: {
      id: 'Simpan ulang dari Excel sebagai "CSV UTF-8 (Comma delimited)".',
      en: 'Save it again from Excel as "CSV UTF-8 (Comma delimited)".',
    },
  },
  empty: {
    message: { id: 'Berkas kosong atau tanpa judul kolom.', en: 'The file is empty, or without column titles.' },
    hint: { id: 'Baris 1 harus: {columns}', en: 'Line 1 must be: {columns}' },
  },
  noRows: {
    message: {
      id: 'Tidak ada satu baris pun di bawah judul kolom.',
      en: 'There is not a single row below the column titles.',
    },
    hint: {
      id: 'Isi barisnya; periksa apakah lembar yang benar yang disimpan.',
      en: 'Fill in the rows; check whether the right sheet was saved.',
    },
  },
  tooManyRows: {
    message: { id: 'Lebih dari {limit} baris.', en: 'More than {limit} rows.' },
    hint: {
      id: 'Bagi menjadi beberapa berkas, lalu impor satu per satu.',
      en: 'Split it into several files, then import one by one.',
    },
  },
  missingColumn: {
    message: { id: 'Kolom {column} tidak ada.', en: 'Column {column} is missing.' },
    hint: { id: 'Baris 1 harus: {columns}', en: 'Line 1 must be: {columns}' },
  },
  unknownColumn: {
    message: { id: 'Kolom {column} tidak dikenal.', en: 'Column {column} is not known.' },
    hint: { id: 'Baris 1 harus: {columns}', en: 'Line 1 must be: {columns}' },
  },
  doubledColumn: {
    message: { id: 'Kolom {column} ada lebih dari satu.', en: 'Column {column} stands there more than once.' },
    hint: { id: 'Baris 1 harus: {columns}', en: 'Line 1 must be: {columns}' },
  },
} as const satisfies Readonly<Record<string, Advice>>;

/** Why a workbook is refused as a whole. */
export const WORKBOOK_FAULTS = {
  notOne: {
    message: {
      id: 'Berkas ZIP ini bukan buku kerja Excel (.xlsx).',
      en: 'This ZIP file is no Excel workbook (.xlsx).',
    },
    hint: {
      id: 'Buka ZIP-nya dan impor berkas di dalamnya satu per satu; paling besar {file} MB.',
      en: 'Unpack it and import the files in it one by one; {file} MB at most.',
    },
  },
  tooLarge: {
    message: {
      id: 'Buku kerja ini lebih besar dari {file} MB, atau {unpacked} MB setelah dibuka.',
      en: 'This workbook is larger than {file} MB, or {unpacked} MB unpacked.',
    },
    hint: {
      id: 'Bagi menjadi beberapa berkas, atau simpan sebagai CSV UTF-8.',
      en: 'Split it, or save it as CSV UTF-8.',
    },
  },
  tooManyRows: {
    message: { id: 'Lembar pertama memuat lebih dari {rows} baris.', en: 'The first sheet has more than {rows} rows.' },
    hint: {
      id: 'Bagi menjadi beberapa berkas, atau simpan sebagai CSV UTF-8.',
      en: 'Split it, or save it as CSV UTF-8.',
    },
  },
  broken: {
    message: {
      id: 'Lembar pertama buku kerja ini tidak dapat dibaca.',
      en: 'The first sheet of this workbook cannot be read.',
    },
    hint: {
      id: 'Buka di Excel lalu simpan ulang sebagai .xlsx, atau simpan sebagai CSV UTF-8.',
      en: 'Open it in Excel and save it again as .xlsx, or save it as CSV UTF-8.',
    },
  },
} as const satisfies Readonly<Record<string, Advice>>;
