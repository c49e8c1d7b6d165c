import type { Catalogue } from '../say.js';

/** The list of everything decided. */
export const DECISIONS = {
  title: { id: 'Yang sudah diputuskan', en: 'What is decided' },
  filterVerdict: { id: 'Saring keputusan', en: 'Filter verdict' },
  allVerdicts: { id: 'Semua', en: 'All' },
  filterPerson: { id: 'Saring pemutus', en: 'Filter who decided' },
  everybody: { id: 'Semua pemutus', en: 'Everybody' },
  day: { id: 'Hari', en: 'Day' },
  filterDay: { id: 'Saring hari keputusan', en: 'Filter day of the decision' },
  by: { id: 'oleh {name}', en: 'by {name}' },
  after: { id: 'sesudah keputusan {names}', en: 'after a verdict of {names}' },
  hidden: {
    id: 'Belum ada di sini: {n} tanda yang menunggu tinjauan kedua Anda. Keputusan pertamanya tertutup sampai Anda memutuskan sendiri.',
    en: 'Not here yet: {n} flag(s) waiting for your second review. The first verdict stays closed until you have decided yourself.',
  },
  openHidden: { id: 'Buka daftarnya', en: 'Open that list' },
  empty: { id: 'Belum ada yang diputuskan.', en: 'Nothing is decided yet.' },
  emptyMeans: {
    id: 'Di OPD Anda belum ada tanda yang mendapat keputusan. Tanda yang menunggu ada di antrean.',
    en: 'In your offices no flag has a verdict yet. Flags that wait are in the queue.',
  },
  emptyHidden: { id: 'Belum ada yang dapat ditampilkan.', en: 'There is nothing to show yet.' },
  emptyHiddenMeans: {
    id: 'Semua yang sudah diputuskan di OPD Anda masih menunggu tinjauan kedua Anda.',
    en: 'Whatever is decided in your offices still waits for your second review.',
  },
  emptyFiltered: {
    id: 'Tidak ada keputusan yang cocok dengan saringan ini.',
    en: 'No decision fits this filter.',
  },
  emptyFilteredMeans: {
    id: 'Longgarkan atau hapus saringan. Hari dihitung menurut waktu setempat OPD.',
    en: 'Loosen or clear the filter. Days are those of the local time of the office.',
  },
  list: { id: 'Lihat daftar yang sudah diputuskan', en: 'See the list of what is decided' },
} as const satisfies Catalogue;
