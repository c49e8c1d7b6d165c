import type { Advice, Catalogue } from '../say.js';

export const PENDING = {
  counts: {
    id: 'Keputusan Anda ({verdict}) berlaku dalam {n} detik.',
    en: 'Your decision ({verdict}) counts in {n} seconds.',
  },
  countsNow: { id: 'Keputusan Anda ({verdict}) sedang disimpan.', en: 'Your decision ({verdict}) is being saved.' },
  given: { id: 'Keputusan Anda berlaku dalam {n} detik.', en: 'Your decision counts in {n} seconds.' },
  givenNow: { id: 'Keputusan Anda sedang disimpan.', en: 'Your decision is being saved.' },
  nobodyKnows: {
    id: 'Sampai saat itu belum dihitung dan belum dilihat siapa pun. Sesudahnya hanya penyelia yang dapat meninjaunya lagi.',
    en: 'Until then it is not counted and nobody sees it. After that only a supervisor can look at it again.',
  },
  otherAfterwards: {
    id: 'Keputusan pertama terlihat sesudah keputusan Anda berlaku, dan keputusan Anda tidak dapat diurungkan lagi.',
    en: 'You see the first decision once yours counts, and yours can be undone no more.',
  },
  undo: { id: 'Urungkan', en: 'Undo' },
  settle: { id: 'Berlakukan sekarang', en: 'Let it count now' },
  row: { id: 'keputusan Anda segera berlaku', en: 'your decision is about to count' },
  cameBack: {
    id: 'Keputusan Anda tidak jadi berlaku: tandanya, atau hak Anda, berubah lebih dulu. Isinya kembali sebagai draf.',
    en: 'Your decision did not come to count: the flag, or your rights, changed first. It is a draft again.',
  },
  openCameBack: { id: 'Buka tandanya', en: 'Open the flag' },
} as const satisfies Catalogue;

export const UNREADABLE_DECISION = {
  message: {
    id: 'Sebuah keputusan yang menunggu berlaku tidak terbaca dengan kunci yang dipakai.',
    en: 'A decision that waited to count cannot be read with the key in use.',
  },
  hint: {
    id: 'Tandanya kembali ke antrean; periksa NETRA_HASH_KEY: netra doctor',
    en: 'Its flag is back in the queue; look at NETRA_HASH_KEY: netra doctor',
  },
} as const satisfies Advice;
