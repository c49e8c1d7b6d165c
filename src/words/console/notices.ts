import type { NoticeKind } from '../../domain/notice.js';
import type { Catalogue } from '../say.js';
import type { Terms } from '../terms.js';

export const NOTICES = {
  title: { id: 'Kabar', en: 'News' },
  unread: { id: 'belum dibaca', en: 'unread' },
  empty: { id: 'Belum ada kabar untuk Anda.', en: 'There is nothing to tell you yet.' },
  allRead: { id: 'Tandai semua sudah dibaca', en: 'Mark all as read' },
  open: { id: 'Buka tandanya', en: 'Open the flag' },
  mail: { id: 'Surel kabar', en: 'Mail of news' },
  mailWanted: {
    id: 'Kirim paling banyak satu surel sehari bila ada kabar baru, hanya jumlahnya',
    en: 'Send at most one mail a day when there is news, with numbers alone',
  },
  mailTo: { id: 'Ke {mail}.', en: 'To {mail}.' },
  mailNone: {
    id: 'Anda belum punya alamat surel di sini; mintalah admin mengisinya.',
    en: 'You have no mail address here yet; ask an admin to set it.',
  },
  kept: { id: 'Kabar dihapus sesudah 90 hari.', en: 'News are removed after 90 days.' },
} as const satisfies Catalogue;

/** What happened, without a word of what stands there. */
export const NOTICE_TERMS = {
  contrary: {
    id: 'Keputusan Anda dan keputusan orang lain berlawanan. Penyelia ketiga yang menyelesaikan.',
    en: "Your verdict and another person's are contrary. A third supervisor settles it.",
  },
  mentioned: {
    id: 'Seorang rekan menyebut Anda dalam catatan pada sebuah tanda.',
    en: 'A colleague mentioned you in a remark on a flag.',
  },
  assigned: {
    id: 'Sebuah tanda ditugaskan kepada Anda.',
    en: 'A flag was assigned to you.',
  },
  asked: {
    id: 'Sebuah pertanyaan menunggu jawaban Anda.',
    en: 'A question waits for your answer.',
  },
  answered: {
    id: 'Pertanyaan Anda tentang sebuah tanda sudah dijawab.',
    en: 'Your question on a flag was answered.',
  },
  late: {
    id: 'Pertanyaan Anda tentang sebuah tanda tidak dijawab sampai harinya; tanda itu kembali ke antrean.',
    en: 'Your question on a flag was not answered by its day; the flag is back in the queue.',
  },
  gone: {
    id: 'Yang Anda tanya tentang sebuah tanda sudah tidak bertugas; tanda itu kembali ke antrean.',
    en: 'Whoever you asked about a flag is here no more; the flag is back in the queue.',
  },
  settled: {
    id: 'Dua keputusan yang berlawanan, satu di antaranya milik Anda, sudah diselesaikan penyelia.',
    en: 'Two contrary verdicts, one of them yours, were settled by a supervisor.',
  },
} as const satisfies Terms<NoticeKind>;
