import type { ProofState } from '../../domain/account.js';
import type { Catalogue } from '../say.js';
import type { Terms } from '../terms.js';

/** How a state of proof is written in a cell, in either language. */
export const PROOF_CELLS = {
  unproven: { id: 'belum', en: 'unproven' },
  claimed: { id: 'diakui', en: 'claimed' },
  proven: { id: 'terbukti', en: 'proven' },
  disputed: { id: 'disanggah', en: 'disputed' },
} as const satisfies Terms<ProofState>;

/** What does not fit with another row, an office or what is stored. */
export const ROW_FAULTS = {
  takenOver: {
    message: {
      id: 'Akun ini terdaftar atas NIP {nip} dan sudah pernah diamati.',
      en: 'This account is registered to the NIP {nip} and was visited before.',
    },
    hint: {
      id: 'Akun tidak berpindah orang: perbaiki NIP-nya, atau hubungi admin bila pemiliknya memang berganti.',
      en: 'An account does not change hands: mend the NIP, or ask an admin if its owner did change.',
    },
  },
  otherOrLostKey: {
    message: {
      id: 'Akun ini sudah pernah diamati dan terdaftar atas NIP {nip} yang kuncinya tidak ada di sini; nama atau tiga angka terakhir NIP di baris ini berbeda.',
      en: 'This account was visited before and is registered to the NIP {nip}, whose key is not here; the name or the last three digits on this row differ.',
    },
    hint: {
      id: 'Cari kunci lamanya (netra keys rotate). Bila hilang dan orangnya sama, tulis nama seperti terdaftar; akun tidak berpindah orang.',
      en: 'Look for its key (netra keys rotate). If it is lost and the person the same, write the name as registered; an account does not change hands.',
    },
  },
  unknownOffice: { id: 'OPD {office} tidak dikenal.', en: 'The office {office} is not known.' },
  registerOffice: {
    id: 'Daftarkan OPD-nya lebih dulu: netra registry import accounts.csv --offices offices.csv',
    en: 'Register the office first: netra registry import accounts.csv --offices offices.csv',
  },
  repeated: {
    message: { id: 'Akun ini sudah ada pada baris {row}.', en: 'This account stands on row {row} already.' },
    hint: { id: 'Hapus salah satu barisnya.', en: 'Delete one of the rows.' },
  },
  repeatedByOther: {
    message: {
      id: 'Akun ini sudah ada pada baris {row} dengan NIP lain.',
      en: 'This account stands on row {row} already, with another NIP.',
    },
    hint: {
      id: 'Satu akun hanya milik satu pegawai; pastikan pemiliknya, lalu hapus baris yang salah.',
      en: 'An account belongs to one person; find out whose it is, then delete the wrong row.',
    },
  },
  repeatedOffice: {
    message: { id: 'Kode OPD ini sudah ada pada baris {row}.', en: 'This office code stands on row {row} already.' },
    hint: { id: 'Hapus salah satu barisnya.', en: 'Delete one of the rows.' },
  },
  unknownParent: {
    message: { id: 'OPD induk {office} tidak dikenal.', en: 'The parent office {office} is not known.' },
    hint: {
      id: 'Tambahkan OPD induknya ke berkas ini, atau kosongkan.',
      en: 'Add the parent to this file, or leave it empty.',
    },
  },
  ownParent: {
    message: { id: 'OPD ini menjadi induk dari dirinya sendiri.', en: 'This office is its own parent.' },
    hint: { id: 'Periksa rantai induk: {chain}', en: 'Check the chain of parents: {chain}' },
  },
} as const satisfies Catalogue;

/** What is wrong with one cell of a registry file. */
export const CELL_FAULTS = {
  meant: { id: 'Maksudnya {meant}? {hint}', en: 'Do you mean {meant}? {hint}' },
  formula: {
    message: {
      id: 'Isi {value} diawali tanda rumus (=, +, -, @, tab).',
      en: '{value} begins with the sign of a formula (=, +, -, @, tab).',
    },
    hint: {
      id: 'Hapus tanda di awal; sel rumus tidak diterima karena dapat dijalankan oleh lembar kerja.',
      en: 'Delete the sign; cells with formulas are refused, since a spreadsheet may run them.',
    },
  },
  hidden: {
    message: { id: 'Isi {value} memuat karakter tersembunyi.', en: '{value} holds a hidden character.' },
    hint: {
      id: 'Ketik ulang isinya; jangan menyalin dari peramban.',
      en: 'Type it again; do not copy it from a browser.',
    },
  },
  broken: {
    message: { id: 'Isi {value} memuat huruf yang rusak (�).', en: '{value} holds a broken letter (�).' },
    hint: { id: 'Ketik ulang isinya, lalu simpan sebagai CSV UTF-8.', en: 'Type it again, then save as CSV UTF-8.' },
  },
  tooLong: {
    message: {
      id: 'Isi sepanjang {length} huruf; paling panjang {limit}.',
      en: '{length} letters; {limit} is the most.',
    },
    hint: { id: 'Pendekkan isinya.', en: 'Shorten it.' },
  },
  empty: { message: { id: 'Isi kosong.', en: 'Empty.' }, hint: { id: 'Isi sel ini.', en: 'Fill this cell in.' } },
  chooseOne: { id: 'Pilih salah satu: {choices}.', en: 'Choose one of: {choices}.' },
  unknownPlatform: { id: 'Platform {value} tidak dikenal.', en: 'The platform {value} is not known.' },
  badHandle: {
    message: {
      id: 'Nama pengguna {value} memuat karakter yang tidak mungkin.',
      en: 'The user name {value} holds a character that it cannot hold.',
    },
    hint: { id: 'Salin ulang dari halaman profil.', en: 'Copy it again from the profile page.' },
  },
  isAddress: {
    message: { id: '{value} adalah alamat, bukan nama pengguna.', en: '{value} is an address, no user name.' },
    hint: { id: 'Tulis nama penggunanya saja, tanpa https://….', en: 'Write the user name alone, without https://….' },
  },
  unknownProof: { id: 'Status bukti {value} tidak dikenal.', en: 'The state of proof {value} is not known.' },
  mandateShape: {
    id: 'Tulis: nomor keputusan|YYYY-MM-DD|YYYY-MM-DD, misalnya SK-12/2024|2024-08-01|2025-01-31.',
    en: 'Write: number of the decree|YYYY-MM-DD|YYYY-MM-DD, such as SK-12/2024|2024-08-01|2025-01-31.',
  },
  dayOrder: {
    id: 'Hari dan bulan dapat tertukar: tulis tahun-bulan-hari, misalnya 2024-08-01 untuk 1 Agustus 2024.',
    en: 'Day and month can be mistaken: write year-month-day, such as 2024-08-01 for 1 August 2024.',
  },
  mandateParts: {
    id: 'Mandat {value} tidak terdiri atas tiga bagian.',
    en: 'The mandate {value} is not made of three parts.',
  },
  noDay: { id: '{value} bukan tanggal.', en: '{value} is no date.' },
  mandateOrder: {
    message: {
      id: 'Mandat berakhir ({last}) sebelum dimulai ({first}).',
      en: 'The mandate ends ({last}) before it begins ({first}).',
    },
    hint: { id: 'Periksa kedua tanggalnya.', en: 'Check both dates.' },
  },
  noRegion: {
    message: { id: 'Kode wilayah {value} tidak ada.', en: 'There is no region code {value}.' },
    hint: {
      id: 'Pakai kode Kemendagri: 35 provinsi, 35.78 kota atau kabupaten, 35.78.01 kecamatan; ID untuk pusat. Ubah kolomnya menjadi Teks agar Excel tidak membulatkan.',
      en: 'Use the codes of Kemendagri: 35 a province, 35.78 a city or regency, 35.78.01 a district; ID for the nation. Make the column Text, so that Excel does not round it.',
    },
  },
  noRhythm: {
    message: { id: '{value} bukan jadwal rekap.', en: '{value} is no rhythm of digests.' },
    hint: {
      id: 'Tulis salah satu: {choices}; kosong berarti harian.',
      en: 'Write one of: {choices}; empty means daily.',
    },
  },
  badMail: {
    message: { id: '{value} bukan satu alamat surel.', en: '{value} is not one mail address.' },
    hint: {
      id: 'Tulis satu alamat, misalnya sekda@contoh.go.id, atau kosongkan.',
      en: 'Write one address, such as sekda@contoh.go.id, or leave it empty.',
    },
  },
} as const satisfies Catalogue;

/** What is wrong with a NIP. The number itself is in no message. */
export const NIP_FAULTS = {
  asText: {
    id: 'Di Excel ubah kolom nip menjadi Teks sebelum mengisi, lalu tulis ulang dari sumbernya.',
    en: 'In Excel make the column nip Text before filling it, then write it again from its source.',
  },
  exponent: { id: 'NIP telah diubah Excel menjadi bilangan (E+17).', en: 'Excel turned the NIP into a number (E+17).' },
  notDigits: {
    message: { id: 'NIP memuat selain angka.', en: 'The NIP holds other things than digits.' },
    hint: { id: 'NIP terdiri atas 18 angka.', en: 'A NIP is 18 digits.' },
  },
  length: {
    message: { id: 'NIP berisi {length} angka, seharusnya 18.', en: 'The NIP has {length} digits, it should have 18.' },
    hint: { id: 'Periksa NIP pada SK pegawai.', en: 'Check the NIP on the decree of appointment.' },
  },
  birth: {
    message: {
      id: 'Delapan angka pertama NIP bukan tanggal lahir yang masuk akal.',
      en: 'The first eight digits of the NIP are no plausible date of birth.',
    },
    hint: { id: 'Periksa NIP pada SK pegawai.', en: 'Check the NIP on the decree of appointment.' },
  },
  rounded: {
    id: 'NIP berakhir 000: angka terakhirnya hilang karena dibulatkan Excel.',
    en: 'The NIP ends in 000: Excel rounded its last digits away.',
  },
} as const satisfies Catalogue;
