import type { NoticeKind } from '../domain/notice.js';
import type { Catalogue } from './say.js';
import type { Terms } from './terms.js';

/** To one person: how many news wait in the console, and nothing of what they are about. */
export const NOTICE_MAIL = {
  subject: { id: '[Netra] {n} kabar menunggu Anda', en: '[Netra] {n} news wait for you' },
  waits: {
    id: 'Yang belum Anda baca di konsol Netra. Isinya tidak pernah ada di surel.',
    en: 'What you have not read in the console of Netra. What it says never stands in a mail.',
  },
  open: { id: 'Buka kabar Anda', en: 'Open your news' },
  off: {
    id: 'Paling banyak satu surel sehari. Tidak mau lagi? Matikan di konsol, pada "Akun saya".',
    en: 'At most one mail a day. No more? Turn it off in the console, at "My account".',
  },
} as const satisfies Catalogue;

export const NOTICE_MAIL_TERMS = {
  asked: { id: 'pertanyaan untuk Anda', en: 'questions for you' },
  answered: { id: 'pertanyaan Anda sudah dijawab', en: 'questions of yours answered' },
  late: { id: 'pertanyaan Anda lewat hari', en: 'questions of yours past their day' },
  gone: { id: 'pertanyaan Anda, yang ditanya sudah tidak bertugas', en: 'questions of yours to somebody who left' },
  assigned: { id: 'tugas baru', en: 'new work' },
  mentioned: { id: 'sebutan dalam catatan', en: 'mentions in remarks' },
  contrary: { id: 'keputusan Anda berlawanan', en: 'contrary verdicts, one of them yours' },
  settled: { id: 'dua keputusan sudah diselesaikan', en: 'contrary verdicts settled' },
} as const satisfies Terms<NoticeKind>;
