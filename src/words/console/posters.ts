import type { Catalogue } from '../say.js';

/** Where the bank of campaign pictures is kept. */
export const POSTERS = {
  title: { id: 'Gambar kampanye', en: 'Campaign pictures' },
  explain: {
    id: 'Poster dan baliho resmi tiap pasangan calon. Gambar yang sama dikenali walau dikompres ulang, diperkecil atau dipotong sampai sepersepuluh tiap sisi, dan menjadi satu tanda bagi aturan. Daftarkan semua pasangan calon dengan cara yang sama.',
    en: 'Official posters of every ticket. The same picture is known when it is recompressed, scaled or cut by up to a tenth each side, and is one sign for the rules. Register all tickets in the same way.',
  },
  ticket: { id: 'Pasangan calon', en: 'Ticket' },
  chooseTicket: { id: 'pilih pasangan calon', en: 'choose a ticket' },
  choose: { id: 'Pilih gambar dan tambahkan', en: 'Choose pictures and add them' },
  noTickets: { id: 'Tidak ada berkas pemilihan yang terbaca.', en: 'No election file is loaded.' },
  added: { id: '{n} gambar ditambahkan.', en: '{n} pictures added.' },
  count: { id: '{n} gambar', en: '{n} pictures' },
  gone: { id: 'tidak ada lagi di berkas pemilihan', en: 'no longer in an election file' },
  picture: { id: 'Gambar kampanye {n} dari {ticket}', en: 'Campaign picture {n} of {ticket}' },
  addedBy: { id: 'Ditambahkan {name}, {when}', en: 'Added by {name}, {when}' },
  remove: { id: 'Hapus', en: 'Remove' },
  removeOf: { id: 'Hapus gambar {n} dari {ticket}', en: 'Remove picture {n} of {ticket}' },
} as const satisfies Catalogue;
