import type { Catalogue } from '../say.js';

/** What may stand there only once. */
export const DOUBLE_WORDS = {
  contest: { id: 'Id kontes', en: 'The contest id' },
  number: { id: 'Nomor urut', en: 'The ballot number' },
  account: { id: 'Akun', en: 'The account' },
  election: { id: 'Id pemilihan', en: 'The election id' },
  colour: { id: 'Warna', en: 'The colour' },
  position: { id: 'Letak di surat suara', en: 'The place on the ballot paper' },
} as const satisfies Catalogue;

/** What is wrong with an election file. */
export const ELECTION_FAULTS = {
  noStages: {
    message: { id: 'Kontes {contest} tidak punya tahapan', en: 'The contest {contest} has no stages' },
    hint: {
      id: 'tulis "stages" pada pemilihan atau pada kontes ini',
      en: 'write "stages" for the election or for this contest',
    },
  },
  unknownRegion: {
    message: { id: 'Kode wilayah tidak dikenal: {region}', en: 'Unknown region code: {region}' },
    hint: {
      id: "pakai kode Kemendagri, misalnya '35' atau '35.78'",
      en: "use the codes of Kemendagri, such as '35' or '35.78'",
    },
  },
  double: {
    message: { id: '{what} dipakai dua kali: {value}', en: '{what} is used twice: {value}' },
    hint: { id: 'ubah salah satunya', en: 'change one of them' },
  },
  uneven: {
    message: {
      id: 'Pasangan nomor {number} tidak punya "{field}", padahal pasangan lain di kontes ini punya',
      en: 'Ticket number {number} has no "{field}", though others of this contest have it',
    },
    hint: {
      id: 'isi untuk setiap pasangan, atau hapus dari semua: tanda yang hanya dimiliki satu pihak berat sebelah',
      en: 'fill it in for every ticket, or delete it from all: a sign that one side alone has is unfair',
    },
  },
  twoIncumbents: {
    message: {
      id: 'Petahana hanya satu: pasangan yang memegang jabatan itu',
      en: 'Only one ticket is the incumbent: the one that holds the office',
    },
    hint: { id: 'tulis "incumbent: false" pada yang lain', en: 'write "incumbent: false" for the others' },
  },
  oddPlace: {
    message: { id: 'Letak tidak mungkin: {places}', en: 'No such place: {places}' },
    hint: {
      id: 'satu dari left, middle, right dan paling banyak satu dari top, bottom',
      en: 'one of left, middle, right and at most one of top, bottom',
    },
  },
  endsBefore: {
    message: { id: 'Tahap {stage} berakhir sebelum mulai', en: 'The stage {stage} ends before it begins' },
    hint: { id: 'tukar tanggalnya', en: 'swap its dates' },
  },
  order: {
    message: {
      id: 'Urutan tahap salah: {stage} sesudah {previous}',
      en: 'Wrong order of stages: {stage} after {previous}',
    },
    hint: { id: 'urutan: {stages}', en: 'the order is: {stages}' },
  },
  beginsBefore: {
    message: {
      id: 'Tahap {stage} mulai sebelum {previous} ({from})',
      en: 'The stage {stage} begins before {previous} ({from})',
    },
    hint: { id: 'tulis tahap menurut tanggal mulainya', en: 'write the stages in the order in which they begin' },
  },
  outlasts: {
    message: {
      id: 'Tahap {previous} (sampai {until}) melewati akhir tahap {stage} ({end})',
      en: 'The stage {previous} (until {until}) goes on after the end of {stage} ({end})',
    },
    hint: { id: 'akhiri {previous} sebelum {from}', en: 'end {previous} before {from}' },
  },
  clashElection: {
    message: { id: 'Id pemilihan {id} sudah dipakai di {file}', en: 'The election id {id} is used in {file} already' },
    hint: {
      id: 'beri id lain, misalnya dengan tahun di belakangnya',
      en: 'give it another id, with the year behind it for instance',
    },
  },
  clashContest: {
    message: {
      id: 'Id kontes {id} pada masa yang sama sudah dipakai di {file}',
      en: 'The contest id {id} is used for the same time in {file} already',
    },
    hint: {
      id: 'beri id lain, misalnya dengan tahun di belakangnya',
      en: 'give it another id, with the year behind it for instance',
    },
  },
  noFolder: {
    message: { id: 'Folder pemilihan tidak dapat dibaca', en: 'The folder of elections cannot be read' },
    hint: { id: 'periksa nama folder dan hak bacanya', en: 'check its name and whether it may be read' },
  },
} as const satisfies Catalogue;

/** What is wrong with one text, date or name in it. */
export const SIGN_FAULTS = {
  empty: {
    message: { id: 'Teks kosong', en: 'An empty text' },
    hint: { id: 'isi, atau hapus entri ini', en: 'fill it in, or delete this entry' },
  },
  tooLong: {
    message: { id: 'Teks lebih panjang dari {maximum} huruf', en: 'A text longer than {maximum} letters' },
    hint: { id: 'persingkat', en: 'shorten it' },
  },
  hidden: {
    message: {
      id: 'Teks memuat tanda tersembunyi (kendali atau arah tulis)',
      en: 'The text holds hidden characters (control or direction of writing)',
    },
    hint: { id: 'ketik ulang teksnya, jangan tempel', en: 'type it again, do not paste it' },
  },
  spaces: {
    message: { id: 'Ada spasi di awal atau akhir teks', en: 'A space at the beginning or the end' },
    hint: { id: 'hapus spasinya', en: 'delete it' },
  },
  tooShort: {
    message: { id: 'Tanda terlalu pendek untuk dikenali', en: 'Too short to be recognised' },
    hint: { id: 'pakai sedikitnya dua huruf atau angka', en: 'use at least two letters or digits' },
  },
  colour: {
    message: { id: 'Warna tidak sah', en: 'No colour' },
    hint: {
      id: 'satu atau dua kata, misalnya merah atau biru muda',
      en: 'one or two words, such as merah or biru muda',
    },
  },
  hashtag: {
    message: { id: 'Tagar harus mulai dengan # dan tanpa spasi', en: 'A hashtag must begin with # and hold no space' },
    hint: {
      id: "tulis misalnya '#PasanganSatu', dengan tanda kutip",
      en: "write '#PasanganSatu' for instance, between quotation marks",
    },
  },
  day: {
    message: { id: 'Tanggal tidak sah', en: 'No date' },
    hint: { id: 'tulis tahun-bulan-hari, misalnya 2024-11-27', en: 'write year-month-day, such as 2024-11-27' },
  },
  slug: {
    message: {
      id: '{what} hanya memuat huruf kecil, angka, titik dan tanda hubung',
      en: '{what} may hold small letters, digits, dots and hyphens',
    },
    hint: { id: 'misalnya pilgub-35', en: 'such as pilgub-35' },
  },
  handle: {
    message: { id: 'Nama akun tidak sah', en: 'No account name' },
    hint: {
      id: 'tulis nama akun tanpa spasi, misalnya pasangan.example',
      en: 'write the account name without spaces, such as pasangan.example',
    },
  },
  region: {
    message: { id: 'Kode wilayah salah bentuk', en: 'A region code of the wrong form' },
    hint: {
      id: "tulis '35' untuk provinsi, '35.78' untuk kabupaten/kota, ID untuk nasional",
      en: "write '35' for a province, '35.78' for a city or regency, ID for the nation",
    },
  },
} as const satisfies Catalogue;
