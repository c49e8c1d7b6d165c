import type { Catalogue } from '../say.js';

/** Why a YAML file is refused before its shape is looked at. */
export const YAML_FAULTS = {
  empty: {
    message: { id: 'Berkas kosong', en: 'The file is empty' },
    hint: { id: 'berkas mungkin terpotong; simpan ulang', en: 'the file may be cut off; save it again' },
  },
  manyDocuments: {
    message: { id: 'Lebih dari satu dokumen dalam berkas', en: 'More than one document in the file' },
    hint: { id: 'hapus baris "---" kedua', en: 'delete the second line "---"' },
  },
  version: {
    message: { id: 'Hanya YAML 1.2 yang dibaca', en: 'Only YAML 1.2 is read' },
    hint: { id: 'hapus baris "%YAML"', en: 'delete the line "%YAML"' },
  },
  unreadable: {
    message: { id: 'YAML tidak dapat dibaca', en: 'The YAML cannot be read' },
    hint: { id: 'periksa penulisan baris ini', en: 'check how this line is written' },
  },
  unclosed: {
    message: { id: 'Berkas berakhir di tengah kutip atau kurung', en: 'The file ends inside a quotation or a bracket' },
    hint: { id: 'berkas mungkin terpotong; simpan ulang', en: 'the file may be cut off; save it again' },
  },
  tooLarge: {
    message: { id: 'Berkas lebih besar dari {limit} MB', en: 'The file is larger than {limit} MB' },
    hint: { id: 'pecah menjadi beberapa berkas', en: 'split it into several files' },
  },
  notUtf8: {
    message: { id: 'Berkas bukan UTF-8', en: 'The file is not UTF-8' },
    hint: { id: 'simpan ulang dengan pengodean UTF-8', en: 'save it again as UTF-8' },
  },
  nulByte: {
    message: { id: 'Berkas memuat byte nol', en: 'The file holds a zero byte' },
    hint: { id: 'simpan ulang sebagai teks UTF-8', en: 'save it again as UTF-8 text' },
  },
  lastLine: {
    message: { id: 'Baris terakhir tidak selesai', en: 'The last line does not end' },
    hint: { id: 'berkas mungkin terpotong; simpan ulang', en: 'the file may be cut off; save it again' },
  },
  more: {
    message: { id: '… dan kesalahan lain', en: '… and other faults' },
    hint: { id: 'perbaiki yang di atas lebih dahulu', en: 'mend those above first' },
  },
  alias: {
    message: { id: 'Alias tidak boleh dipakai: *{name}', en: 'Aliases may not be used: *{name}' },
    hint: { id: 'tulis ulang isinya', en: 'write its content again' },
  },
  anchor: {
    message: { id: 'Jangkar tidak boleh dipakai: &{name}', en: 'Anchors may not be used: &{name}' },
    hint: { id: 'hapus jangkar dan aliasnya', en: 'delete the anchor and its aliases' },
  },
  badKey: {
    message: { id: 'Kunci harus berupa satu kata', en: 'A key must be one word' },
    hint: { id: 'periksa titik dua dan kurung di baris ini', en: 'check the colons and brackets of this line' },
  },
  doubleKey: {
    message: { id: 'Kunci ditulis dua kali: {name}', en: 'A key stands there twice: {name}' },
    hint: { id: 'gabungkan atau hapus salah satunya', en: 'join them or delete one' },
  },
  tooDeep: {
    message: { id: 'Susunan lebih dalam dari {limit} tingkat', en: 'The structure is deeper than {limit} levels' },
    hint: { id: 'periksa kurung dan tanda hubung', en: 'check brackets and hyphens' },
  },
  tooMany: {
    message: { id: 'Berkas memuat terlalu banyak unsur', en: 'The file holds too many parts' },
    hint: { id: 'pecah menjadi beberapa berkas', en: 'split it into several files' },
  },
} as const satisfies Catalogue;

/** Faults of syntax by the code of the YAML library. */
export const SYNTAX_FAULTS = {
  TAB_AS_INDENT: {
    message: { id: 'Tab dipakai sebagai indentasi', en: 'A tab is used to indent' },
    hint: { id: 'ganti tab dengan spasi', en: 'replace it by spaces' },
  },
  TAG_RESOLVE_FAILED: {
    message: { id: 'Tanda "!" (tag) tidak boleh dipakai', en: 'The sign "!" (a tag) may not be used' },
    hint: {
      id: 'hapus tag, atau beri tanda kutip pada nilainya',
      en: 'delete the tag, or put the value between quotation marks',
    },
  },
  BAD_INDENT: {
    message: { id: 'Indentasi salah, atau kurung tidak ditutup', en: 'Wrong indent, or a bracket is not closed' },
    hint: { id: 'luruskan baris ini dengan saudaranya', en: 'align this line with its siblings' },
  },
  MISSING_CHAR: {
    message: {
      id: 'Ada tanda yang kurang, biasanya kutip, titik dua atau koma',
      en: 'A sign is missing, mostly a quotation mark, colon or comma',
    },
    hint: { id: 'periksa baris ini dan baris di atasnya', en: 'check this line and the one above' },
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: { id: 'Dua titik dua dalam satu baris', en: 'Two colons in one line' },
    hint: {
      id: 'beri tanda kutip pada nilai yang memuat ": "',
      en: 'put the value that holds ": " between quotation marks',
    },
  },
  BAD_DQ_ESCAPE: {
    message: {
      id: 'Garis miring terbalik tidak dikenal dalam tanda kutip ganda',
      en: 'A backslash that means nothing between double quotation marks',
    },
    hint: { id: 'pakai tanda kutip tunggal', en: 'use single ones' },
  },
  BAD_SCALAR_START: {
    message: { id: 'Nilai tidak boleh mulai dengan tanda ini', en: 'A value may not begin with this sign' },
    hint: { id: 'beri tanda kutip pada nilainya', en: 'put the value between quotation marks' },
  },
  UNEXPECTED_TOKEN: {
    message: { id: 'Ada tulisan yang tidak pada tempatnya', en: 'Something stands where it may not' },
    hint: { id: 'periksa kurung, koma dan tanda kutip', en: 'check brackets, commas and quotation marks' },
  },
  IMPOSSIBLE: {
    message: { id: 'Susunan tidak dapat dibaca', en: 'The structure cannot be read' },
    hint: { id: 'periksa baris ini', en: 'check this line' },
  },
} as const satisfies Catalogue;

/** What to do about a fault of shape where it depends on the value. */
export const SHAPE_HINTS = {
  meant: { id: 'maksudnya "{meant}"?', en: 'do you mean "{meant}"?' },
  keys: { id: 'kunci yang ada: {known}', en: 'the keys are: {known}' },
  choices: { id: 'pilihan: {known}', en: 'one of: {known}' },
  quote: { id: "beri tanda kutip: '{text}'", en: "put it between quotation marks: '{text}'" },
  there: { id: 'yang ada: {known}', en: 'there are: {known}' },
} as const satisfies Catalogue;

/** What is wrong with the shape of a file. */
export const SHAPE_FAULTS = {
  unknownKey: { id: 'Kunci tidak dikenal: {key}', en: 'Unknown key: {key}' },
  mustBe: { id: '{name} harus {shapes}', en: '{name} must be {shapes}' },
  missingKey: {
    message: { id: 'Kunci wajib tidak ada: {quoted}', en: 'A required key is missing: {quoted}' },
    hint: { id: 'tambahkan "{key}: …"', en: 'add "{key}: …"' },
  },
  invalid: {
    message: { id: '{name} tidak sah', en: '{name} is not valid' },
    hint: { id: 'perbaiki nilainya', en: 'mend the value' },
  },
  wrongType: { id: '{name} harus {wanted}, bukan {found}', en: '{name} must be {wanted}, not {found}' },
  tooFew: {
    message: { id: '{name} kurang: sedikitnya {limit}', en: '{name} is short: at least {limit}' },
    hint: { id: 'lengkapi nilainya', en: 'complete the value' },
  },
  tooMuch: {
    message: { id: '{name} terlalu besar: paling banyak {limit}', en: '{name} is too large: at most {limit}' },
    hint: { id: 'kurangi nilainya', en: 'make the value smaller' },
  },
  wrongForm: {
    message: { id: '{name} salah bentuk: {value}', en: '{name} has the wrong form: {value}' },
    hint: { id: 'bandingkan dengan contoh di docs/', en: 'compare it with the examples in docs/' },
  },
  unknownValue: { id: 'Nilai {name} tidak dikenal: {value}', en: 'The value of {name} is not known: {value}' },
} as const satisfies Catalogue;

/** How kinds of values are named in these faults. */
export const SHAPE_WORDS = {
  other: { id: 'lain', en: 'another' },
  or: { id: ' atau ', en: ' or ' },
  content: { id: 'Isi berkas', en: 'The content of the file' },
  nth: { id: '{list} ke-{n}', en: '{list} no. {n}' },
} as const satisfies Catalogue;

/** By the names of the schema library. */
export const TYPE_WORDS = {
  string: { id: 'teks', en: 'a text' },
  number: { id: 'angka', en: 'a number' },
  int: { id: 'angka bulat', en: 'a whole number' },
  boolean: { id: 'true atau false', en: 'true or false' },
  array: { id: 'daftar', en: 'a list' },
  object: { id: 'pasangan kunci dan nilai', en: 'pairs of key and value' },
  record: { id: 'pasangan kunci dan nilai', en: 'pairs of key and value' },
  null: { id: 'kosong', en: 'empty' },
} as const satisfies Catalogue;

/** What is counted, by the same. */
export const UNIT_WORDS = {
  string: { id: ' huruf', en: ' letters' },
  array: { id: ' entri', en: ' entries' },
  map: { id: ' kunci', en: ' keys' },
  object: { id: ' kunci', en: ' keys' },
} as const satisfies Catalogue;
