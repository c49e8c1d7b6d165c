import type { DigestRhythm } from '../domain/account.js';
import type { Advice, Catalogue, Message } from './say.js';

/** The daily digest. A mail holds no name of a person and no quote, so that no gap here takes one. */
export const DIGEST = {
  scope: {
    id: '{office} dan OPD di bawahnya, {day} ({zone}).',
    en: '{office} and the offices below it, {day} ({zone}).',
  },
  empty: {
    id: 'Tidak ada satu pun tanda: tidak ada yang baru, menunggu, lewat waktu, atau diputuskan.',
    en: 'There is no flag at all: none new, waiting, overdue or decided.',
  },
  withheld: {
    id: 'Angka tanda ditahan: hanya {looked} dari {signals} sinyal dapat dilihat, kurang dari {share} %. Angka apa pun akan terbaca seolah tidak terjadi apa-apa.',
    en: 'The numbers of flags are withheld: only {looked} of {signals} signals could be seen, less than {share} %. Any number would read as if nothing had happened.',
  },
  withheldNothingDue: {
    id: 'Angka tanda ditahan: selama itu tidak ada satu sinyal pun yang diperiksa. Angka apa pun akan terbaca seolah tidak terjadi apa-apa.',
    en: 'The numbers of flags are withheld: not one signal was looked at in that time. Any number would read as if nothing had happened.',
  },
  flags: { id: 'Tanda', en: 'Flags' },
  waiting: { id: 'Menunggu keputusan', en: 'Waiting for a decision' },
  overdue: { id: 'Di antaranya lewat {days} hari', en: 'Of these, overdue by {days} days' },
  waitingSince: { id: 'terlama sejak {day}', en: 'the oldest since {day}' },
  dueThisWeek: {
    id: 'Lewat waktu minggu ini bila tidak diputuskan',
    en: 'Overdue this week unless decided',
  },
  newByOffice: { id: 'Yang baru, menurut OPD', en: 'New ones, by office' },
  otherOffices: { id: '{count} OPD lain', en: '{count} other offices' },
  newByKind: { id: 'Yang baru, menurut jenisnya', en: 'New ones, by kind' },
  kinds: { id: 'Tindakan', en: 'Acts' },
  stages: { id: 'Tahapan', en: 'Stages' },
  platforms: { id: 'Tempat', en: 'Places' },
  waitsFor: { id: 'Siapa yang ditunggu', en: 'Who is waited for' },
  waiter: {
    evidence: {
      id: 'Sistem: buktinya belum selesai disegel',
      en: 'The system: evidence is not sealed yet',
    },
    decision: { id: 'Satuan tugas: keputusan pertama', en: 'Task force: a first decision' },
    context: {
      id: 'Satuan tugas: konteks yang diminta belum terjawab',
      en: 'Task force: context asked for, no answer',
    },
    settling: {
      id: 'Penyelia ketiga: dua keputusan berlawanan, belum dihitung sebagai apa pun',
      en: 'A third supervisor: two contrary verdicts, counted as neither',
    },
  },
  overdueReports: { id: 'Laporan yang lewat tenggat', en: 'Reports past their deadline' },
  overdueStep: { id: '{owner}: {step}', en: '{owner}: {step}' },
  week: { id: 'Tanda baru, tujuh hari terakhir', en: 'New flags, the last seven days' },
  besideWeek: { id: '{new}, pekan sebelumnya {before}', en: '{new}, the week before {before}' },
  unproven: {
    id: 'Tanda adalah usulan aturan, belum terbukti; hanya orang yang ditunjuk yang memutuskan.',
    en: 'A flag is what a rule proposes, unproven; only a named person decides.',
  },
  notes: { id: 'Catatan edukasi (bukan tanda)', en: 'Education notes (no flags)' },
  coverage: { id: 'Cakupan', en: 'Coverage' },
  accounts: { id: 'Akun terdaftar yang tercakup', en: 'Registered accounts covered' },
  seen: { id: 'Terlihat: ada tindakan', en: 'Seen: there was an act' },
  none: { id: 'Nihil: dilihat, tidak ada tindakan', en: 'None: looked at, no act' },
  hidden: { id: 'Tidak dapat diamati', en: 'Not observable' },
  watchedFrom: {
    id: 'Netra mulai mengamati pada {day}. Hari-hari sebelumnya tidak ikut dihitung: belum diamati, bukan tidak terlihat.',
    en: 'Netra began to watch on {day}. The days before it are not counted: not watched yet, which is not unseen.',
  },
  silence: {
    id: 'Diam bukan tanda bersih dan bukan tanda salah: yang tidak dapat diamati tidak berkata apa-apa tentang siapa pun.',
    en: 'Silence is neither innocence nor guilt: what could not be observed says nothing about anybody.',
  },
  actors: { id: 'Siapa yang perlu bertindak', en: 'Who should act' },
  changers: { id: 'Siapa yang dapat mengubahnya', en: 'Who can change that' },
  ways: { id: 'Bagaimana tindakan sampai ke sini', en: 'How acts come here' },
  open: { id: 'Buka konsol (perlu masuk)', en: 'Open the console (log-in needed)' },
  inConsole: { id: 'Rinciannya ada di konsol, setelah masuk.', en: 'Details are in the console, after log-in.' },
  auditHead: {
    id: 'Kepala jejak audit saat rekap ini disusun: {head} . Simpan surel ini: dengannya jejak yang dipotong atau ditulis ulang dapat dibuktikan.',
    en: 'Head of the audit log when this digest was made: {head} . Keep this mail: it proves a log that was cut or rewritten.',
  },
} as const satisfies Catalogue;

/** By how often the office is written to. */
export const DIGEST_RHYTHM = {
  daily: {
    greeting: { id: 'Rekap harian netralitas ASN', en: 'Daily ASN neutrality digest' },
    signals: {
      id: 'Sinyal (tiap akun: unggahan, bagikan, suka, komentar, ikuti)',
      en: 'Signals (each account: posts, shares, likes, comments, follows)',
    },
    new: { id: 'Baru pada hari itu', en: 'New on that day' },
    decided: { id: 'Diputuskan pada hari itu', en: 'Decided on that day' },
    footer: {
      id: 'Surel ini dikirim otomatis, satu kali sehari. Nama dan kutipan tidak pernah dimuat di surel.',
      en: 'This mail is sent automatically, once a day. Names and quotes are never put in a mail.',
    },
  },
  weekly: {
    greeting: { id: 'Rekap mingguan netralitas ASN', en: 'Weekly ASN neutrality digest' },
    signals: {
      id: 'Sinyal (tiap akun dan hari: unggahan, bagikan, suka, komentar, ikuti)',
      en: 'Signals (each account and day: posts, shares, likes, comments, follows)',
    },
    new: { id: 'Baru dalam pekan itu', en: 'New in that week' },
    decided: { id: 'Diputuskan dalam pekan itu', en: 'Decided in that week' },
    footer: {
      id: 'Surel ini dikirim otomatis, satu kali sepekan. Nama dan kutipan tidak pernah dimuat di surel.',
      en: 'This mail is sent automatically, once a week. Names and quotes are never put in a mail.',
    },
  },
} as const satisfies Readonly<Record<DigestRhythm, Catalogue>>;

/** By what the digest came to. */
export const DIGEST_SUBJECTS = {
  sent: {
    id: '[Netra] {office}, {day}: {new} tanda baru, {waiting} menunggu, {overdue} lewat waktu',
    en: '[Netra] {office}, {day}: {new} new flags, {waiting} waiting, {overdue} overdue',
  },
  sent_empty: {
    id: '[Netra] {office}, {day}: tidak ada tanda; {hidden} dari {signals} sinyal tidak dapat diamati',
    en: '[Netra] {office}, {day}: no flags; {hidden} of {signals} signals not observable',
  },
  withheld: {
    id: '[Netra] {office}, {day}: angka tanda ditahan, cakupan terlalu rendah',
    en: '[Netra] {office}, {day}: numbers withheld, coverage too low',
  },
} as const satisfies Catalogue;

const REFUSED_HINT = {
  id: 'Periksa alamat penerima di daftar OPD dan SMTP_URL, lalu: netra digest --send --force',
  en: 'Check the recipient in the list of offices and SMTP_URL, then: netra digest --send --force',
} as const satisfies Message;
const DEFERRED_HINT = {
  id: 'Tidak perlu tindakan: dicoba lagi sendiri. Bila menetap: netra doctor',
  en: 'Nothing to do: it is tried again by itself. If it stays: netra doctor',
} as const satisfies Message;
const ONE_ADDRESS_HINT = {
  id: 'Perbaiki alamat itu: satu alamat polos seperti sekda@contoh.example.',
  en: 'Mend that address: one plain address such as sekda@contoh.example.',
} as const satisfies Message;

/** Why a mail did not go out; `said` is the server's own answer. */
export const MAIL_FAULTS = {
  refused: {
    message: { id: 'Server surel menolak: {said}', en: 'The mail server refuses: {said}' },
    hint: REFUSED_HINT,
  },
  cannotTake: {
    message: { id: 'Server surel tidak dapat menerima: {said}', en: 'The mail server cannot take it: {said}' },
    hint: REFUSED_HINT,
  },
  later: {
    message: { id: 'Server surel meminta nanti: {said}', en: 'The mail server asks for later: {said}' },
    hint: DEFERRED_HINT,
  },
  noAnswer: {
    message: {
      id: 'Server surel tidak menjawab dengan benar: {said}',
      en: 'The mail server does not answer as it should: {said}',
    },
    hint: DEFERRED_HINT,
  },
  answerLost: {
    message: { id: 'Jawaban server surel hilang: {said}', en: 'The answer of the mail server is lost: {said}' },
    hint: {
      id: 'Tanyakan kepada penerima apakah surel tiba; bila tidak: netra digest --send --force',
      en: 'Ask the recipient whether the mail came; if not: netra digest --send --force',
    },
  },
  notSecure: {
    message: {
      id: 'Sambungan aman ke server surel gagal: {said}',
      en: 'The secure connection to the mail server fails: {said}',
    },
    hint: {
      id: 'Pasang sertifikat CA server itu (NODE_EXTRA_CA_CERTS), atau tulis ?tls=off di SMTP_URL jaringan sendiri.',
      en: "Install that server's CA certificate (NODE_EXTRA_CA_CERTS), or write ?tls=off in SMTP_URL on a network of your own.",
    },
  },
  notSet: {
    message: {
      id: 'SMTP_URL belum diisi: surel tidak dapat dikirim.',
      en: 'SMTP_URL is not set: no mail can be sent.',
    },
    hint: { id: 'Isi SMTP_URL, lalu mulai ulang.', en: 'Set SMTP_URL, then start again.' },
  },
  badUrl: {
    message: { id: 'SMTP_URL tidak dapat dipakai: {problem}.', en: 'SMTP_URL cannot be used: {problem}.' },
    hint: {
      id: 'Tulis SMTP_URL seperti smtp://nama:sandi@surel.contoh.example:587; huruf khusus ditulis dengan %.',
      en: 'Write SMTP_URL like smtp://name:password@mail.contoh.example:587; special letters are written with %.',
    },
  },
  badSender: {
    message: {
      id: 'Alamat pengirim bukan satu alamat surel yang sah.',
      en: "The sender's address is not one valid mail address.",
    },
    hint: ONE_ADDRESS_HINT,
  },
  badRecipient: {
    message: {
      id: 'Alamat penerima bukan satu alamat surel yang sah.',
      en: "The recipient's address is not one valid mail address.",
    },
    hint: ONE_ADDRESS_HINT,
  },
} as const satisfies Readonly<Record<string, Advice>>;

export const SMTP_URL_PROBLEMS = {
  scheme: { id: 'bukan alamat smtp:// atau smtps://', en: 'it is no smtp:// or smtps:// address' },
  tls: { id: 'tls hanya boleh "required" atau "off"', en: 'tls may only be "required" or "off"' },
  percent: {
    id: 'nama atau kata sandi memuat % yang tidak sah',
    en: 'name or password holds a % that is not valid',
  },
} as const satisfies Catalogue;

/** What the connection itself says where the server said nothing. */
export const CONNECTION_ENDS = {
  stopped: { id: 'Dihentikan bersama program', en: 'Stopped with the program' },
  deadline: { id: 'Batas waktu habis', en: 'The time limit is up' },
} as const satisfies Catalogue;

/** The list's name in a mail's head. */
export const MAILING_LIST = { id: 'Rekap Netra', en: 'Netra digest' } as const satisfies Message;
