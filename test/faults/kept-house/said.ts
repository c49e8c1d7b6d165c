import type { ReportKeyFile } from '../../../src/domain/report-key.js';

/** What people hold of a kept house, and must go on opening. Guards nothing but invented texts. */
export interface Said {
  readonly receipt: string;
  /** The report that the receipt opens. */
  readonly report: string;
  readonly keyFile: ReportKeyFile;
  readonly passphrase: string;
  /** Of the second step of `dua-langkah`, base 32. */
  readonly secret: string;
  /** Not used yet. */
  readonly recoveryCode: string;
  /** Of the supervisor; reads the queue. */
  readonly token: string;
  /** The end of the log, as it leaves the house. */
  readonly head: string;
}

/** What people typed, in every house: all of it is invented ("contoh"). */
export const TYPED = {
  reporter: { name: 'Wulandari Pelapor Karangan', contact: 'contoh@contoh.test' },
  story: 'Lurah Contoh (karangan) mengajak memilih pasangan contoh di grup RT.',
  document: '%PDF-1.7 contoh',
  question: 'Grup RT yang mana? (contoh)',
  reply: 'Grup RT 4 (contoh).',
  words: 'TANDA ayo menangkan (contoh)',
  decision: 'Dicocokkan dengan tangkapan layar (contoh).',
  finding: 'Akun itu menyukai video ini (contoh).',
  link: 'https://bsky.app/profile/wiratmoko.contoh.test/post/3kabcdefghijk',
  reason: 'Ajakan terang-terangan (contoh).',
  remark: 'Tanyakan dulu kepada Bu Contoh (karangan).',
  draft: 'Belum selesai ditulis (contoh).',
  pending: 'Alasan yang belum berlaku (contoh).',
  view: 'Suka di Dinas (contoh)',
  template: 'Contoh alasan milik kota.',
  post: 'Ayo menangkan pasangan contoh (karangan).',
} as const;
