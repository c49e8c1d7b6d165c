import type { Advice, Catalogue } from '../say.js';

/** A file that a command was given. */
export const FILE_FAULTS = {
  cannotOpen: {
    message: { id: 'Berkas {file} tidak dapat dibuka.', en: 'The file {file} cannot be opened.' },
    hint: { id: 'Periksa nama dan hak baca berkasnya.', en: 'Check its name and whether it may be read.' },
  },
  notAFile: {
    message: { id: '{file} bukan berkas.', en: '{file} is no file.' },
    hint: {
      id: 'Tulis nama satu berkas, bukan folder.',
      en: 'Name one file, no folder.',
    },
  },
} as const satisfies Readonly<Record<string, Advice>>;

export const IMPORTED = {
  lines: { id: 'baris', en: 'lines' },
  head: {
    id: '{lines} baris: {added} baru, {known} sudah dikenal, {cut} dipotong',
    en: '{lines} lines: {added} new, {known} known already, {cut} cut',
  },
  skipped: { id: '  dilewati, {reason}: {count}', en: '  skipped, {reason}: {count}' },
  fault: {
    id: '  baris {line}: {problem}\n    langkah berikut: {hint}',
    en: '  line {line}: {problem}\n    next: {hint}',
  },
  where: {
    id: 'Tanda, bila ada, muncul di konsol setelah buktinya disegel.',
    en: 'Flags, if there are any, appear in the console once their evidence is sealed.',
  },
  note: { id: '{problem}\n  langkah berikut: {hint}', en: '{problem}\n  next: {hint}' },
} as const satisfies Catalogue;

/** A folder of campaign pictures that is registered. */
export const CAMPAIGN_PICTURES = {
  about: { id: 'gambar kampanye yang terdaftar', en: 'registered campaign pictures' },
  aboutImport: {
    id: 'daftarkan isi folder <pemilihan>/<kontes>/<nomor>/ atas nama seorang pengguna; yang sudah ada dilewati',
    en: 'register what lies in a folder <election>/<contest>/<number>/ in the name of a user; what is there is passed over',
  },
  by: {
    id: 'nama pengguna yang mendaftarkan (penyelia atau analis); tercatat di jejak audit',
    en: 'username of who registers them (supervisor or analyst); it stands in the audit log',
  },
  imported: {
    id: 'Gambar kampanye: {added} ditambahkan, {known} sudah terdaftar, {refused} tidak diterima.',
    en: 'Campaign pictures: {added} added, {known} registered already, {refused} not taken.',
  },
  notTheirs: {
    message: {
      id: 'Pengguna {username} tidak ada, dinonaktifkan, atau tidak mengurus gambar kampanye.',
      en: 'There is no user {username}, or they are disabled or do not keep campaign pictures.',
    },
    hint: {
      id: 'Sebut penyelia atau analis: netra user list',
      en: 'Name a supervisor or an analyst: netra user list',
    },
  },
} as const satisfies Catalogue;

export const REGISTRY = {
  checked: { id: 'Berkas baik; bila diimpor:', en: 'The files are good; if imported:' },
  imported: { id: 'Registri diimpor:', en: 'Registry imported:' },
  accounts: { id: '  akun: {counts}', en: '  accounts: {counts}' },
  offices: { id: '  OPD: {counts}', en: '  offices: {counts}' },
  reportsTied: {
    id: '  laporan yang menunggu registri, kini terhubung ke akunnya: {count}',
    en: '  reports that waited for the registry, now tied to their account: {count}',
  },
  incomparable: {
    id: '{count} NIP di basis data tidak dibuka oleh kunci mana pun di sini: pemegangnya dibandingkan menurut nama dan tiga angka terakhir. Cari kuncinya: netra keys rotate',
    en: '{count} NIPs of the database are opened by no key held here: their holders are compared by name and last three digits. Look for the key: netra keys rotate',
  },
  counts: {
    id: '{created} baru, {updated} diperbarui, {unchanged} tetap',
    en: '{created} new, {updated} updated, {unchanged} as before',
  },
  rowFault: { id: '{file} baris {row}: {reason} Langkah: {hint}', en: '{file} row {row}: {reason} Next: {hint}' },
  cellFault: {
    id: '{file} baris {row}, kolom {column}: {reason} Langkah: {hint}',
    en: '{file} row {row}, column {column}: {reason} Next: {hint}',
  },
  faults: { id: '{count} kesalahan; tidak ada yang diimpor.', en: '{count} faults; nothing was imported.' },
} as const satisfies Catalogue;
