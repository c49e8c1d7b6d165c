import type { Catalogue } from '../say.js';

/** Two contrary verdicts, and who decides between them. */
export const ADJUDICATION = {
  title: { id: 'Dua pendapat', en: 'Two opinions' },
  heading: { id: 'Dua pendapat yang berlawanan', en: 'Two contrary opinions' },
  explain: {
    id: 'Dua orang memutuskan tanda ini berlawanan, masing-masing tanpa melihat yang lain. Sampai Anda memutuskan, tanda tidak dihitung sebagai apa pun. Nama pemutus dan pasangan calon disamarkan.',
    en: 'Two people decided these against each other, neither seeing the other. Until you decide they count as neither. Names of who decided and of tickets are hidden.',
  },
  empty: { id: 'Tidak ada yang menunggu Anda di sini.', en: 'Nothing waits for you here.' },
  ofOthers: {
    id: '{n} lagi menunggu penyelia lain: di sana Anda sendiri sudah memutuskan.',
    en: '{n} more wait for another supervisor: you have given a verdict on them yourself.',
  },
  noOther: {
    id: 'Bila di OPD ini tidak ada penyelia lain, mintalah admin memberi peran penyelia kepada orang yang belum memutuskannya.',
    en: 'If these offices have no other supervisor, ask an admin to give that role to somebody who has not decided them.',
  },
  since: { id: 'berlawanan sejak', en: 'contrary since' },
  given: { id: 'sedang diputuskan penyelia lain', en: 'another supervisor is deciding' },
  both: { id: 'Kedua alasan', en: 'Both reasons' },
  says: { id: 'Yang memutuskan: {verdict}', en: 'Who decided: {verdict}' },
  weighed: { id: 'Ditimbang: {reasons}', en: 'Weighed: {reasons}' },
  hidden: {
    id: 'Orangnya, akunnya, bukti dan laporan terlihat sesudah keputusan Anda berlaku: di sana terbaca pasangan calon mana yang dimaksud. Huruf di halaman ini dipilih acak.',
    en: 'The person, the account, evidence and reports you see once your decision counts: they show which ticket is meant. A and B on this page are chosen at random.',
  },
  closed: {
    id: 'Dua orang memutuskan berlawanan. Tidak dihitung sebagai apa pun sampai penyelia yang belum memutuskannya menyelesaikan.',
    en: 'Two people decided against each other. It counts as neither until a supervisor who gave neither verdict settles it.',
  },
  awaitsSecond: { id: 'menunggu orang kedua', en: 'waits for a second person' },
} as const satisfies Catalogue;
