import type { Advice, Catalogue } from '../say.js';

export const CHAIN = {
  holds: {
    id: 'Rantai utuh: {entries} catatan, kepala {head}',
    en: 'The chain holds: {entries} entries, head {head}',
  },
  plain: {
    id: 'Catatan 1 sampai {n} ditulis sebelum catatan berkunci: sampai di situ hanya rantai biasa, yang dapat ditulis ulang oleh pengelola basis data waktu itu.',
    en: 'Entries 1 to {n} were written before the log had a key: up to there it is only a plain chain, which the keeper of the database could have rewritten then.',
  },
  broken: { id: 'Rantai putus pada catatan {seq}: {problem}.', en: 'The chain breaks at entry {seq}: {problem}.' },
  contradicts: {
    id: 'Tanda {flag}: {problem}.',
    en: 'Flag {flag}: {problem}.',
  },
  contradictsAt: {
    id: 'Tanda {flag}: {problem} (catatan {seq}).',
    en: 'Flag {flag}: {problem} (entry {seq}).',
  },
  reportContradicts: {
    id: 'Laporan {report}: {problem}.',
    en: 'Report {report}: {problem}.',
  },
  reportContradictsAt: {
    id: 'Laporan {report}: {problem} (catatan {seq}).',
    en: 'Report {report}: {problem} (entry {seq}).',
  },
  more: { id: '… dan {more} pertentangan lagi.', en: '… and {more} contradictions more.' },
  proven: {
    id: 'Terbukti dengan kepala dari luar sampai catatan {seq}, tanggal {day}.',
    en: 'Proven by heads from outside up to entry {seq}, day {day}.',
  },
  notProven: {
    id: 'Tidak satu pun kepala dari luar yang cocok.',
    en: 'None of the heads from outside agrees.',
  },
  noHeads: {
    id: 'Belum dibandingkan dengan kepala dari luar: pemegang kunci dan basis data dapat memotong ekornya. Salin kepala dari surel rekap: netra audit verify --head …',
    en: 'Not compared with a head from outside: who holds key and database could have cut the tail. Copy a head from a digest mail: netra audit verify --head …',
  },
  stamped: {
    id: '{n} cap waktu dari luar cocok; yang terakhir pada catatan {seq}, {at}.',
    en: '{n} time-stamps from outside agree; the latest is of entry {seq}, {at}.',
  },
  uncheckedStamps: {
    id: '{n} cap waktu tidak diperiksa: NETRA_TIMESTAMP_CA belum diatur.',
    en: '{n} time-stamps were not checked: NETRA_TIMESTAMP_CA is not set.',
  },
  badStamp: { id: 'Cap waktu catatan {seq}: {problem}.', en: 'Time-stamp of entry {seq}: {problem}.' },
  moreStamps: { id: '… dan {more} cap waktu lagi.', en: '… and {more} time-stamps more.' },
  answered: {
    id: '{n} pertentangan dengan basis data sudah dijawab dengan nama dan alasan:',
    en: '{n} contradictions with the database were answered for, with name and reason:',
  },
  lateContents: {
    id: 'Isi {n} tanda baru disegel sesudah tanda itu dibuka, yang terakhir pada {day}: isinya terbukti sejak disegel, perubahan sebelum itu tidak ditemukan.',
    en: 'What {n} flags say was sealed only after they had opened, the last on {day}: it is proven from its seal on, a change before that is not found.',
  },
  unsealedContents: {
    id: 'Isi {n} tanda yang sudah dibuka belum disegel: perubahannya tidak ditemukan. Disegel saat Netra berjalan lagi di atas catatan yang utuh.',
    en: 'What {n} opened flags say is not sealed yet: a change of it is not found. It is sealed when Netra next starts on a log that holds.',
  },
  resumed: {
    id: 'Rantai utuh sejak catatan {since}. Sebelumnya pernah putus:',
    en: 'The chain holds since entry {since}. Before that it was broken once:',
  },
  stretch: {
    id: 'Catatan {from} sampai sebelum {seq}: {problem}. Dilanjutkan oleh {by} pada {day} dengan catatan {seq}. Alasan: {reason}',
    en: 'Entry {from} to before {seq}: {problem}. Gone on with by {by} on {day} with entry {seq}. Reason: {reason}',
  },
  stretchChanged: {
    id: 'Isi bagian putus mulai catatan {from} tidak lagi seperti ketika dilanjutkan.',
    en: 'What stands in the broken part from entry {from} on is not what was found there.',
  },
  resume: {
    id: '  melanjutkan sesudah diperiksa: netra audit resume --at {seq} --by NAMA --reason ALASAN',
    en: '  to go on after looking into it: netra audit resume --at {seq} --by NAME --reason REASON',
  },
  next: {
    id: '  langkah berikut: hentikan pemakaian, amankan basis data, bandingkan dengan cadangan.',
    en: '  next: stop using it, secure the database, compare with a backup.',
  },
} as const satisfies Catalogue;

export const RESUME = {
  done: {
    id: 'Dilanjutkan dengan catatan {seq}. Bagian yang putus tetap di basis data dan disebut audit verify selamanya.',
    en: 'Gone on with by entry {seq}. What was broken stays in the database and is named by audit verify for ever.',
  },
} as const satisfies Catalogue;

export const RESUME_INCOMPLETE = {
  message: {
    id: 'Catatan putus tidak dilanjutkan: nomor, nama, atau alasan kurang.',
    en: 'A broken log is not gone on with: place, name or reason is missing.',
  },
  hint: {
    id: '--at NOMOR, --by NAMA (sampai {name} tanda), --reason ALASAN (sampai {reason} tanda).',
    en: '--at PLACE, --by NAME (up to {name} signs), --reason REASON (up to {reason} signs).',
  },
} as const satisfies Advice;

export const RESUME_UNREADABLE = {
  message: {
    id: 'Nama atau alasan memuat tanda yang tidak terlihat, atau tidak memuat huruf.',
    en: 'Name or reason holds signs that cannot be seen, or no letter.',
  },
  hint: {
    id: 'Tulis --by dan --reason dengan huruf biasa dalam satu baris, tanpa tanda kendali.',
    en: 'Write --by and --reason with plain letters in one line, without control signs.',
  },
} as const satisfies Advice;

export const STAMP = {
  done: { id: 'Kepala {head} dicap waktu {at}.', en: 'Head {head} was stamped {at}.' },
  empty: { id: 'Catatan audit masih kosong.', en: 'The audit log is empty still.' },
} as const satisfies Catalogue;

export const NO_AUTHORITY = {
  message: { id: 'Pemberi cap waktu belum diatur.', en: 'No time-stamping authority is set.' },
  hint: {
    id: 'NETRA_TIMESTAMP_URL=https://… (RFC 3161), NETRA_TIMESTAMP_CA=/jalur/ke/ca.pem',
    en: 'NETRA_TIMESTAMP_URL=https://… (RFC 3161), NETRA_TIMESTAMP_CA=/path/to/ca.pem',
  },
} as const satisfies Advice;

export const BAD_HEAD = {
  message: {
    id: 'Bukan kepala catatan, atau salah salin: {head}',
    en: 'No head of the log, or copied wrongly: {head}',
  },
  hint: {
    id: 'Salin utuh dari surel rekap: nomor, 40 tanda, 4 tanda, dengan tanda hubung.',
    en: 'Copy it whole from the digest mail: number, 40 signs, 4 signs, with hyphens.',
  },
} as const satisfies Advice;

export const NO_HEADS_FILE = {
  message: { id: 'Berkas {path} tidak terbaca.', en: 'The file {path} cannot be read.' },
  hint: { id: 'Tulis satu kepala per baris.', en: 'Write one head a line.' },
} as const satisfies Advice;

export const PACKS = {
  none: { id: 'Belum ada paket bukti yang disegel.', en: 'No evidence pack is sealed yet.' },
  whole: {
    id: '{packs} paket bukti diperiksa; semua sama dengan saat disegel.',
    en: '{packs} evidence packs checked; all are as they were sealed.',
  },
  broken: {
    id: '{packs} paket bukti diperiksa; {broken} tidak sama dengan saat disegel.',
    en: '{packs} evidence packs checked; {broken} are not as they were sealed.',
  },
  next: {
    id: '  langkah berikut: Jangan pakai paket yang rusak; pulihkan dari cadangan, lalu periksa lagi.',
    en: '  next: do not use a broken pack; restore it from a backup, then check again.',
  },
  problemLine: { id: '{flag} {file}: {problem}', en: '{flag} {file}: {problem}' },
  orphan: {
    no_flag: {
      id: '{path}: paket ini tidak punya tanda di basis data',
      en: '{path}: this pack has no flag in the database',
    },
    no_pack: { id: '{path}: bukan paket bukti', en: '{path}: not an evidence pack' },
  },
  orphans: {
    id: '{orphans} hal di folder bukti bukan milik tanda mana pun.',
    en: '{orphans} things in the evidence folder belong to no flag.',
  },
  row: { id: 'Bukti', en: 'Evidence' },
  notCompared: {
    id: 'belum dibandingkan: basis data tidak berjalan',
    en: 'not compared: the database is not running',
  },
  notReached: { id: 'belum dibandingkan: {why}', en: 'not compared: {why}' },
  noOrphans: { id: 'setiap paket punya tandanya', en: 'every pack has its flag' },
  orphansNext: {
    id: '  langkah berikut: bandingkan basis data dengan cadangan (tanda mungkin dihapus); jangan hapus paketnya.',
    en: '  next: compare the database with a backup (a flag may have been deleted); do not delete the pack.',
  },
} as const satisfies Catalogue;
