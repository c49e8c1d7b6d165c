import type { ReportOutcome, ReportState } from '../../domain/report.js';
import type { Catalogue, Message } from '../say.js';

/** What is shown once a report is in. */
export const RECEIPT = {
  title: { id: 'Laporan diterima', en: 'Report received' },
  known: {
    id: 'Laporan ini sudah kami terima sebelumnya; tidak ada yang tercatat dua kali. Ada tambahan? Tulis lewat tanda terima.',
    en: 'We have had this report already; nothing is noted twice. Something to add? Write it by the receipt.',
  },
  yours: { id: 'Tanda terima Anda', en: 'Your receipt' },
  keep: {
    id: 'Catat sekarang: angka ini hanya ditampilkan sekali, dan tidak dapat kami carikan kembali. Siapa pun yang memegangnya dapat membaca laporan ini, di /lapor/buka.',
    en: 'Write it down now: it is shown once, and we cannot find it again. Whoever holds it can read this report, at /lapor/buka.',
  },
  open: { id: 'Buka laporan ini', en: 'Open this report' },
  another: { id: 'Buat laporan lain', en: 'Make another report' },
} as const satisfies Catalogue;

/** The page that a receipt opens. */
export const THREAD = {
  title: { id: 'Buka laporan', en: 'Open a report' },
  receipt: { id: 'Tanda terima (16 angka)', en: 'Receipt (16 digits)' },
  open: { id: 'Buka', en: 'Open' },
  state: { id: 'Keadaan laporan', en: 'Where it stands' },
  brought: { id: 'Diterima {day}.', en: 'Received on {day}.' },
  due: { id: 'Langkah berikutnya paling lambat {day}.', en: 'The next step is due on {day}.' },
  overdue: {
    id: 'Langkah berikutnya seharusnya selesai {day}; ini terlambat dan terlihat oleh penyelia.',
    en: 'The next step was due on {day}; it is late, and supervisors see that.',
  },
  messages: { id: 'Pertanyaan dan jawaban', en: 'Questions and answers' },
  none: { id: 'Belum ada pertanyaan dari petugas.', en: 'No questions yet.' },
  office: { id: 'Petugas', en: 'Office' },
  reporter: { id: 'Anda', en: 'You' },
  reply: { id: 'Tulis jawaban atau tambahan', en: 'Write an answer or something to add' },
  replyHint: { id: 'Jangan tulis nama Anda di sini.', en: 'Do not write your own name here.' },
  send: { id: 'Kirim', en: 'Send' },
  sent: { id: 'Terkirim.', en: 'Sent.' },
  full: {
    id: 'Percakapan ini penuh; buat laporan baru bila perlu.',
    en: 'This thread is full; make a new report if you need.',
  },
  expires: { id: 'Laporan ini terhapus sendiri pada {day}.', en: 'This report deletes itself on {day}.' },
  back: { id: 'Ke formulir laporan', en: 'To the report form' },
  closeHint: {
    id: 'Selesai? Tutup halaman ini, terutama pada telepon bersama.',
    en: 'Done? Close this page, above all on a shared device.',
  },
} as const satisfies Catalogue;

export const THREAD_FAULTS = {
  heading: { id: 'Belum berhasil', en: 'That did not work' },
  length: {
    message: { id: 'Tanda terima terdiri dari 16 angka.', en: 'A receipt has 16 digits.' },
    hint: { id: 'Periksa lagi angkanya.', en: 'Look at the digits again.' },
  },
  typo: {
    message: { id: 'Ada angka yang salah ketik.', en: 'A digit is mistyped.' },
    hint: { id: 'Bandingkan satu per satu dengan catatan Anda.', en: 'Compare them one by one with your note.' },
  },
  unknown: {
    message: { id: 'Tidak ada laporan dengan tanda terima ini.', en: 'There is no report with this receipt.' },
    hint: {
      id: 'Periksa lagi angkanya. Laporan yang sudah selesai terhapus setelah beberapa waktu.',
      en: 'Look at the digits again. Reports that are done are deleted after some time.',
    },
  },
  wait: {
    message: {
      id: 'Terlalu banyak tanda terima yang salah dari jaringan ini.',
      en: 'Too many wrong receipts from this network.',
    },
    hint: { id: 'Coba lagi {minutes} menit lagi.', en: 'Try again in {minutes} minutes.' },
  },
  empty: {
    message: { id: 'Jawaban masih kosong.', en: 'The answer is empty.' },
    hint: { id: 'Tulis sesuatu, lalu kirim.', en: 'Write something, then send.' },
  },
  too_long: {
    message: { id: 'Jawaban terlalu panjang: paling banyak {limit} huruf.', en: 'Too long: {limit} letters at most.' },
    hint: { id: 'Bagi menjadi dua jawaban.', en: 'Make two answers of it.' },
  },
  stale: {
    message: { id: 'Halaman ini sudah terlalu lama terbuka.', en: 'This page has been open for too long.' },
    hint: { id: 'Kirim sekali lagi.', en: 'Send once more.' },
  },
} as const satisfies Catalogue;

/** Where a report stands, said to whoever brought it. */
export const STATE_PLAIN = {
  new: { id: 'Petugas sedang mencari tahu akun siapa itu.', en: 'People are finding out whose account it is.' },
  waits_for_registry: {
    id: 'Akun itu belum terdaftar. Pengelola daftar memeriksa apakah pemiliknya ASN; bila tidak, laporan ini dihapus.',
    en: 'The account is not registered. Its owner is being looked for; if they are no civil servant, the report is deleted.',
  },
  identified: {
    id: 'Akunnya sudah dikenali; kebenaran laporan sedang diperiksa.',
    en: 'The account is known; people check whether it is true.',
  },
  duplicate: {
    id: 'Hal yang sama sudah dilaporkan orang lain; keduanya diperiksa bersama.',
    en: 'Somebody else reported the same; both are looked into together.',
  },
  decided: { id: 'Laporan ini sudah diputus.', en: 'This report is decided.' },
} as const satisfies Readonly<Record<ReportState, Message>>;

export const OUTCOME_PLAIN = {
  true: {
    id: 'Terbukti terjadi. Laporan masuk ke peninjauan dugaan pelanggaran; hasil akhirnya diputus oleh yang berwenang.',
    en: 'It did happen. It goes on to be reviewed as a possible breach; who is in charge decides the end of it.',
  },
  not_true: {
    id: 'Sesudah diperiksa, hal itu tidak terbukti terjadi.',
    en: 'It was looked into and did not happen as reported.',
  },
  cannot_be_shown: {
    id: 'Tidak dapat dibuktikan: bahannya belum cukup. Bila Anda punya bahan lain, buat laporan baru.',
    en: 'It cannot be shown: there is too little. If you have more, make a new report.',
  },
  not_asn: { id: 'Orangnya bukan ASN terdaftar di sini.', en: 'The person is no civil servant registered here.' },
  private_channel: {
    id: 'Kejadiannya di saluran tertutup, yang tidak kami masuki. Anda dapat membawanya sendiri ke Bawaslu.',
    en: 'It happened in a closed channel, which we do not enter. You can take it to Bawaslu yourself.',
  },
  not_our_matter: { id: 'Hal ini di luar kewenangan kami.', en: 'This is not for us to decide.' },
} as const satisfies Readonly<Record<ReportOutcome, Message>>;
