import type { Advice } from './say.js';

/** Why a picture says nothing: to whoever brought it, or runs a command on it. */
export const PICTURE_FAULTS = {
  unreadable: {
    message: { id: 'Bukan gambar yang dapat dibaca.', en: 'No picture that can be read.' },
    hint: {
      id: 'Simpan ulang sebagai JPEG atau PNG, lalu coba lagi.',
      en: 'Save it again as JPEG or PNG, and try again.',
    },
  },
  late: {
    message: {
      id: 'Teks gambar tidak terbaca dalam batas waktu.',
      en: 'The text of the picture was not read in time.',
    },
    hint: { id: 'Potong bagian yang bertulisan, lalu coba lagi.', en: 'Cut out the part with writing, and try again.' },
  },
} as const satisfies Record<string, Advice>;

/** What is wrong with a folder of campaign pictures. */
export const POSTER_FAULTS = {
  folder: {
    message: {
      id: 'Folder gambar kampanye tidak terbaca: {folder}',
      en: 'The folder of campaign pictures cannot be read: {folder}',
    },
    hint: {
      id: 'Periksa nama dan hak aksesnya (docs/gambar.md).',
      en: 'Check its name and access rights (docs/gambar.md).',
    },
  },
  place: {
    message: {
      id: '{file}: bukan di <pemilihan>/<kontes>/<nomor>/.',
      en: '{file}: not in <election>/<contest>/<number>/.',
    },
    hint: {
      id: 'Pindahkan ke folder paslonnya (docs/gambar.md).',
      en: 'Move it to the folder of its ticket (docs/gambar.md).',
    },
  },
  ticket: {
    message: {
      id: '{file}: pemilihan atau paslonnya tidak dimuat.',
      en: '{file}: its election or ticket is not loaded.',
    },
    hint: {
      id: 'Samakan nama foldernya dengan id pada berkas pemilihan (docs/elections.md).',
      en: 'Name its folders as the election file does (docs/elections.md).',
    },
  },
  full: {
    message: {
      id: '{file}: daftar gambar kampanye sudah penuh.',
      en: '{file}: the list of campaign pictures is full.',
    },
    hint: { id: 'Hapus yang tidak dipakai lagi di konsol.', en: 'Remove what is no longer used in the console.' },
  },
  picture: {
    message: { id: '{file}: bukan gambar yang dapat dibaca.', en: '{file}: no picture that can be read.' },
    hint: { id: 'Simpan ulang sebagai JPEG atau PNG.', en: 'Save it again as JPEG or PNG.' },
  },
} as const satisfies Record<string, Advice>;
