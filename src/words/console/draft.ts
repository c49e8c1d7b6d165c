import type { Catalogue } from '../say.js';

export const DRAFT = {
  idle: { id: 'Ketikan Anda disimpan sebagai draf.', en: 'What you type is kept as a draft.' },
  waiting: { id: 'Menyimpan draf…', en: 'Keeping the draft…' },
  saved: {
    id: 'Draf tersimpan. Hanya Anda yang dapat melihatnya.',
    en: 'Draft kept. Only you can see it.',
  },
  failed: {
    id: 'Draf belum tersimpan; dicoba lagi. Ketikan Anda tetap ada di halaman ini.',
    en: 'The draft is not kept yet; it is tried again. What you typed stays on this page.',
  },
  note: {
    restored: {
      id: 'Draf Anda dikembalikan seperti terakhir diketik.',
      en: 'Your draft is back as you last typed it.',
    },
    newer: {
      id: 'Draf ini diganti ketikan yang lebih baru dari tab atau perangkat lain.',
      en: 'This draft was replaced by newer typing from another tab or device.',
    },
    replaced: {
      id: 'Ketikan di sini lebih baru dan menggantikan draf dari tab atau perangkat lain.',
      en: 'The typing here is newer and replaced a draft from another tab or device.',
    },
    cameBack: {
      id: 'Keputusan Anda tidak jadi berlaku: tandanya, atau hak Anda, berubah lebih dulu. Inilah isinya; bacalah tandanya lagi.',
      en: 'Your decision did not come to count: the flag, or your rights, changed first. This is what it said; read the flag again.',
    },
    unread: {
      id: 'Draf yang tersimpan belum terbaca; dicoba lagi.',
      en: 'The kept draft could not be read yet; it is tried again.',
    },
  },
  bringBack: { id: 'Pakai yang digantikan', en: 'Use the replaced one' },
  ungiven: { id: 'Draf Anda yang tidak menjadi keputusan:', en: 'Your draft that became no decision:' },
} as const satisfies Catalogue;
