/** What a person reads about a line that was not taken in. `{…}` is filled in by `say`. */
export const MESSAGES = {
  utf16: {
    id: 'Berkas disimpan sebagai UTF-16, bukan UTF-8.',
    en: 'The file is saved as UTF-16, not UTF-8.',
    hint: 'Simpan ulang sebagai "CSV UTF-8" atau "UTF-8", lalu impor lagi.',
  },
  notUtf8: {
    id: 'Baris ini bukan UTF-8 yang sah (mungkin Latin-1 atau Windows-1252).',
    en: 'This line is not valid UTF-8 (perhaps Latin-1 or Windows-1252).',
    hint: 'Simpan ulang berkas sebagai UTF-8, lalu impor lagi; baris yang sudah masuk tidak menjadi ganda.',
  },
  lineTooLong: {
    id: 'Baris ini lebih dari {limit} MB.',
    en: 'This line is longer than {limit} MB.',
    hint: 'Periksa apakah ganti baris hilang; satu kegiatan satu baris.',
  },
  cutOff: {
    id: 'Baris terakhir terpotong di tengah.',
    en: 'The last line breaks off in the middle.',
    hint: 'Berkas mungkin belum selesai disalin: salin ulang, lalu impor lagi.',
  },
  notJson: {
    id: 'Baris ini bukan JSON yang sah.',
    en: 'This line is not valid JSON.',
    hint: 'Satu objek JSON utuh pada satu baris; periksa tanda kutip, koma, dan kurung.',
  },
  notObject: {
    id: 'Baris ini bukan objek JSON.',
    en: 'This line is not a JSON object.',
    hint: 'Tulis {"id":…,"kind":…,"text":…,"publishedAt":…,"platform":…,"handle":…}.',
  },
  badField: {
    id: 'Kolom "{field}" tidak dapat dibaca: {problem}.',
    en: 'Field "{field}" cannot be read: {problem}.',
    hint: 'Perbaiki kolom itu; contoh lengkap ada di docs/collectors.md.',
  },
  unknownPlatform: {
    id: 'Platform tidak dikenal: "{value}".',
    en: 'Unknown platform: "{value}".',
    hint: 'Pakai salah satu dari: {known}.',
  },
  badHandle: {
    id: 'Nama akun pada "{field}" memuat karakter yang tidak boleh ada, atau panjangnya bukan 1 sampai 300.',
    en: 'The handle in "{field}" holds characters that cannot be there, or is not 1 to 300 long.',
    hint: 'Ketik ulang nama akun; karakter kendali tak terlihat sering ikut saat menyalin.',
  },
  badDate: {
    id: 'Waktu "publishedAt" tidak dapat dibaca.',
    en: 'The time in "publishedAt" cannot be read.',
    hint: 'Tulis dengan zona waktu, misalnya 2026-11-20T08:30:00+07:00.',
  },
  inFuture: {
    id: 'Waktu "publishedAt" ada di masa depan.',
    en: 'The time in "publishedAt" lies in the future.',
    hint: 'Periksa tahun dan zona waktunya.',
  },
  badUrl: {
    id: 'Alamat pada "{field}" bukan alamat http atau https.',
    en: 'The address in "{field}" is not an http or https address.',
    hint: 'Tulis alamat lengkap yang dimulai dengan https://, atau kosongkan.',
  },
  noHeader: {
    id: 'Baris judul CSV tidak memuat kolom: {missing}.',
    en: 'The CSV header lacks the columns: {missing}.',
    hint: 'Baris pertama: id,kind,text,publishedAt,platform,handle,targetHandle,targetText,targetUrl,url',
  },
  openQuote: {
    id: 'Tanda kutip yang dibuka pada baris ini tidak pernah ditutup.',
    en: 'A quotation mark opened on this line is never closed.',
    hint: 'Tutup tanda kutipnya; tanda kutip di dalam teks ditulis dua kali ("").',
  },
  cellCount: {
    id: 'Baris ini mempunyai {found} sel, judulnya {wanted}.',
    en: 'This line has {found} cells, the header {wanted}.',
    hint: 'Teks yang memuat koma harus diapit tanda kutip.',
  },
} as const;
export type MessageKey = keyof typeof MESSAGES;

/** The message and its hint in Indonesian. Values from the file are cut, and shown without control characters. */
export function say(key: MessageKey, values: Readonly<Record<string, string>> = {}): { error: string; hint: string } {
  const fill = (text: string): string =>
    text.replace(/\{([a-z]+)\}/g, (whole, name: string) => (name in values ? printable(values[name]!) : whole));
  return { error: fill(MESSAGES[key].id), hint: fill(MESSAGES[key].hint) };
}

function printable(value: string): string {
  return value.slice(0, 200).replace(/[\p{C}]/gu, '\uFFFD');
}
