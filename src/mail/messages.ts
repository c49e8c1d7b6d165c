import type { NotObservableReason } from '../domain/coverage.js';

export type Language = 'id' | 'en';
type Message = Readonly<Record<Language, string>>;

/** Every sentence of the mail. `{name}` is filled in by `say`. */
export const MESSAGES = {
  greeting: { id: 'Rekap harian netralitas ASN', en: 'Daily ASN neutrality digest' },
  scope: {
    id: '{office} dan kantor di bawahnya, {day} ({zone}).',
    en: '{office} and the offices below it, {day} ({zone}).',
  },
  subjectSent: {
    id: '[Netra] {office}, {day}: {new} tanda baru, {waiting} menunggu, {overdue} lewat waktu',
    en: '[Netra] {office}, {day}: {new} new marks, {waiting} waiting, {overdue} overdue',
  },
  subjectEmpty: {
    id: '[Netra] {office}, {day}: tidak ada tanda; {hidden} dari {signals} sinyal tidak dapat diamati',
    en: '[Netra] {office}, {day}: no marks; {hidden} of {signals} signals not observable',
  },
  subjectWithheld: {
    id: '[Netra] {office}, {day}: rekap ditahan, cakupan terlalu rendah',
    en: '[Netra] {office}, {day}: digest withheld, coverage too low',
  },
  empty: {
    id: 'Tidak ada satu pun tanda: tidak ada yang baru, menunggu, lewat waktu, atau diputus.',
    en: 'There is no mark at all: none new, waiting, overdue or decided.',
  },
  withheld: {
    id: 'Rekap ini ditahan. Hanya {looked} dari {signals} sinyal dapat dilihat, kurang dari {share} %: angka apa pun akan terbaca seolah tidak terjadi apa-apa.',
    en: 'This digest is withheld. Only {looked} of {signals} signals could be seen, less than {share} %: any number would read as if nothing had happened.',
  },
  withheldNothingDue: {
    id: 'Rekap ini ditahan. Pada hari itu tidak ada satu sinyal pun yang diperiksa: angka apa pun akan terbaca seolah tidak terjadi apa-apa.',
    en: 'This digest is withheld. Not one signal was looked at on that day: any number would read as if nothing had happened.',
  },
  marks: { id: 'Tanda', en: 'Marks' },
  new: { id: 'Baru pada hari itu', en: 'New on that day' },
  waiting: { id: 'Menunggu keputusan', en: 'Waiting for a decision' },
  overdue: { id: 'Di antaranya lewat {days} hari', en: 'Of these, overdue by {days} days' },
  decided: { id: 'Diputus pada hari itu', en: 'Decided on that day' },
  unproven: {
    id: 'Tanda adalah usulan aturan, belum terbukti; hanya orang yang ditunjuk yang memutus.',
    en: 'A mark is what a rule proposes, unproven; only a named person decides.',
  },
  notes: { id: 'Catatan edukasi (bukan temuan)', en: 'Education notes (not findings)' },
  coverage: { id: 'Cakupan', en: 'Coverage' },
  accounts: { id: 'Akun terdaftar yang tercakup', en: 'Registered accounts covered' },
  signals: {
    id: 'Sinyal (tiap akun: unggahan, bagikan, suka, komentar, ikuti)',
    en: 'Signals (each account: posts, shares, likes, comments, follows)',
  },
  seen: { id: 'Terlihat ada kegiatan', en: 'Activity seen' },
  none: { id: 'Terlihat tidak ada kegiatan', en: 'Looked at, no activity' },
  hidden: { id: 'Tidak dapat diamati', en: 'Not observable' },
  silence: {
    id: 'Diam bukan tanda bersih dan bukan tanda salah: yang tidak dapat diamati tidak berkata apa-apa tentang siapa pun.',
    en: 'Silence is neither innocence nor guilt: what could not be observed says nothing about anybody.',
  },
  actors: { id: 'Siapa yang perlu bertindak', en: 'Who should act' },
  actorRegistry: {
    id: 'Pengelola registri: lengkapi mandat dan bukti kepemilikan akun',
    en: 'Registry keeper: complete mandates and proofs of ownership',
  },
  actorOperator: {
    id: 'Pengelola sistem: jalankan netra doctor dan pulihkan kunjungan',
    en: 'System operator: run netra doctor and restore the visits',
  },
  actorNobody: {
    id: 'Tidak ada: batas platform atau pilihan pemilik akun, yang tidak ditembus',
    en: 'Nobody: limits of the platform or choice of the holder, which are not broken through',
  },
  open: { id: 'Buka konsol (perlu masuk)', en: 'Open the console (log-in needed)' },
  footer: {
    id: 'Surel ini dikirim otomatis, satu kali sehari. Nama dan kutipan tidak pernah dimuat di surel.',
    en: 'This mail is sent automatically, once a day. Names and quotes are never put in a mail.',
  },
} as const satisfies Record<string, Message>;
export type MessageKey = keyof typeof MESSAGES;

export type ReasonActor = 'actorRegistry' | 'actorOperator' | 'actorNobody';

/** In words, and who can change it. */
export const REASONS: Readonly<Record<NotObservableReason, Message & { readonly actor: ReasonActor }>> = {
  unproven: { id: 'belum terbukti pemiliknya', en: 'ownership not proven', actor: 'actorRegistry' },
  no_mandate: { id: 'tidak ada mandat yang berlaku', en: 'no mandate in force', actor: 'actorRegistry' },
  gone: { id: 'akun tidak ada lagi', en: 'account is gone', actor: 'actorRegistry' },
  no_collector: { id: 'platform belum dapat dibaca', en: 'platform cannot be read yet', actor: 'actorOperator' },
  drift: { id: 'bentuk halaman berubah', en: 'page layout changed', actor: 'actorOperator' },
  unreachable: { id: 'server tidak terjangkau', en: 'server unreachable', actor: 'actorOperator' },
  timeout: { id: 'server terlalu lambat', en: 'server too slow', actor: 'actorOperator' },
  unreadable: { id: 'jawaban tidak terbaca', en: 'answer unreadable', actor: 'actorOperator' },
  interrupted: { id: 'tidak dikunjungi sampai selesai', en: 'not visited to the end', actor: 'actorOperator' },
  rate_limited: { id: 'platform meminta jeda', en: 'platform asked to slow down', actor: 'actorNobody' },
  not_offered: { id: 'tidak disediakan platform', en: 'not offered by the platform', actor: 'actorNobody' },
  not_public: { id: 'tidak dibuka untuk umum', en: 'not public', actor: 'actorNobody' },
  login_wall: { id: 'tembok log masuk', en: 'log-in wall', actor: 'actorNobody' },
  robots: { id: 'dilarang robots.txt', en: 'forbidden by robots.txt', actor: 'actorNobody' },
};

export function say(
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return MESSAGES[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
