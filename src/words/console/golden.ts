import type { Advice, Catalogue } from '../say.js';

/** Golden flags: decided ones that people are asked about once more, to read rules alike. */
export const GOLDEN = {
  title: { id: 'Tanda acuan', en: 'Golden flags' },
  choose: { id: 'Jadikan tanda acuan', en: 'Make it a golden flag' },
  end: { id: 'Berhenti memakainya', en: 'Use it no more' },
  means: {
    id: 'Dua orang memutuskan tanda ini sama, tanpa melihat satu sama lain. Sebagai acuan, pertanyaannya sesekali diperlihatkan kepada pemutus lain di jangkauan yang sama, lalu dijelaskan. Bagi pemilik akun tidak ada yang berubah: tidak dihitung, tidak diberitahukan, tidak masuk berkas apa pun.',
    en: 'Two people decided this flag alike, neither seeing the other. As a golden one its question is shown now and then to others who decide in the same reach, and then explained. Nothing changes for whose account it is: it is not counted, told to nobody, and in no file.',
  },
  isOne: { id: 'Tanda ini dipakai sebagai acuan.', en: 'This flag is used as a golden one.' },

  told: { id: 'Ini tadi latihan', en: 'This was for calibration' },
  toldMeans: {
    id: 'Tanda ini sudah diputuskan dua orang, masing-masing tanpa melihat yang lain. Jawaban Anda bukan keputusan: tidak dihitung, tidak dikirim kepada siapa pun, dan hanya Anda yang melihatnya.',
    en: 'Two people had decided this flag, neither seeing the other. Your answer is no decision: it is not counted, sent to nobody, and only you can see it.',
  },
  said: { id: 'Jawaban Anda', en: 'Your answer' },
  agreed: { id: 'Yang disepakati', en: 'What was agreed' },
  original: { id: 'Buka tanda yang sudah diputuskan', en: 'Open the flag as it was decided' },
  disagree: {
    id: 'Bila menurut Anda yang disepakati itu keliru, bicarakan dengan penyelia: tanda itu dapat dibaca ulang.',
    en: 'If you think that what was agreed is wrong, talk to a supervisor: the flag can be read again.',
  },

  withAnswers: { id: 'Dengan tanda acuan', en: 'With golden flags' },
  withAnswersMeans: {
    id: 'Seberapa sering jawaban latihan sama dengan yang disepakati. Untuk semua pemutus bersama dan untuk tiap aturan, tidak pernah untuk seseorang.',
    en: 'How often answers given for calibration are what was agreed. Of all who decide together and of each rule, never of a person.',
  },
  answers: { id: 'Jawaban', en: 'Answers' },
  none: { id: 'Belum ada tanda acuan.', en: 'There are no golden flags yet.' },
  how: {
    id: 'Sebuah tanda menjadi acuan dari halamannya, bila dua orang memutuskannya sama. Setelah 180 hari berakhir sendiri.',
    en: 'A flag is made golden on its page, where two people decided it alike. After 180 days it ends by itself.',
  },
  flag: { id: 'Tanda', en: 'Flag' },
  open: { id: 'Buka', en: 'Open' },
  since: { id: 'Sejak', en: 'Since' },
  readAgain: { id: 'baca ulang', en: 'read again' },
  readAgainMeans: {
    id: '"Baca ulang": kebanyakan orang menjawab lain, atau keputusannya tidak lagi disepakati. Mungkin keputusan itu yang keliru: baca tandanya sekali lagi.',
    en: '"Read again": most people answered otherwise, or its verdict is agreed no more. The verdict may be what is wrong: read the flag once more.',
  },

  own: { id: 'Latihan saya', en: 'My calibration' },
  ownMeans: {
    id: 'Hanya Anda yang melihat ini. Tanda yang tidak lagi terbuka bagi Anda tidak dapat dibuka dari sini.',
    en: 'Only you see this. Flags that are open to you no more cannot be opened from here.',
  },
  ownCount: {
    id: '{agreed} dari {answered} jawaban sama dengan yang disepakati.',
    en: '{agreed} of {answered} answers were what was agreed.',
  },
  ownNone: {
    id: 'Anda belum menjawab tanda latihan dalam 180 hari terakhir.',
    en: 'You answered nothing for calibration in the last 180 days.',
  },
} as const satisfies Catalogue;

export const GOLDEN_REFUSALS = {
  calibration_only: {
    message: {
      id: 'Tanda ini latihan: tidak ada yang ditulis, ditugaskan, atau dikirim dari sini.',
      en: 'This flag is for calibration: nothing is written, assigned or sent from here.',
    },
    hint: {
      id: 'Putuskan seperti tanda lain, lalu baca penjelasannya.',
      en: 'Decide it like any other, then read why.',
    },
  },
  not_golden: {
    message: {
      id: 'Hanya tanda yang diputuskan sama oleh dua orang, tanpa pernah diperselisihkan, dapat menjadi acuan.',
      en: 'Only a flag that two people decided alike, and nobody otherwise, can be a golden one.',
    },
    hint: { id: 'Muat ulang halaman tandanya.', en: 'Reload the page of the flag.' },
  },
} as const satisfies Record<string, Advice>;
