import type { Standing } from '../../domain/standing.js';
import type { Catalogue } from '../say.js';
import type { Terms } from '../terms.js';

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
  closed: {
    id: 'Belum ada di sini: {n} tanda yang diputuskan satu orang lain. Keputusannya tertutup bagi rekan yang mungkin menjadi orang kedua.',
    en: 'Not here yet: {n} flag(s) that one other person has decided. The verdict is closed to colleagues who may come to be the second.',
  },
  contrary: {
    id: '{n} tanda mendapat dua keputusan yang berlawanan: tidak dihitung sebagai apa pun sampai penyelia lain memutuskan.',
    en: '{n} flag(s) have two contrary verdicts: counted as neither until another supervisor decides.',
  },
  openContrary: { id: 'Selesaikan', en: 'Settle them' },
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
  emptyClosedMeans: {
    id: 'Semua yang sudah diputuskan di OPD Anda baru diputuskan satu orang lain.',
    en: 'Whatever is decided in your offices was decided by one other person so far.',
  },
  emptyFiltered: {
    id: 'Tidak ada keputusan yang cocok dengan saringan ini.',
    en: 'No decision fits this filter.',
  },
  emptyFilteredMeans: {
    id: 'Longgarkan atau hapus saringan. Hari dihitung menurut waktu setempat OPD.',
    en: 'Loosen or clear the filter. Days are those of the local time of the office.',
  },
  until: { id: 's.d.', en: 'to' },
  filterUntil: { id: 'Saring sampai hari', en: 'Filter up to day' },
  export: { id: 'Unduh {n} keputusan ini sebagai', en: 'Download these {n} decisions as' },
  list: { id: 'Lihat daftar yang sudah diputuskan', en: 'See the list of what is decided' },
} as const satisfies Catalogue;

/** What the verdicts on a flag come to. */
export const STANDING = {
  none: { id: 'belum ada', en: 'none yet' },
  one: { id: 'satu orang', en: 'one person' },
  awaitsSecond: { id: 'satu orang, menunggu orang kedua', en: 'one person, waits for a second one' },
  agreed: { id: 'dua orang sepakat', en: 'two people agree' },
  contrary: { id: 'dua keputusan berlawanan, belum dihitung', en: 'two contrary verdicts, counted as neither' },
  settled: { id: 'diselesaikan penyelia', en: 'settled by a supervisor' },
} as const satisfies Terms<Standing['as'] | 'awaitsSecond'>;

/** Columns of the list as a file, in their order. */
export const SHEET = {
  decidedAt: { id: 'Diputuskan pada', en: 'Decided at' },
  verdict: { id: 'Keputusan', en: 'Verdict' },
  people: { id: 'Pemutus', en: 'Decided by' },
  reason: { id: 'Alasan', en: 'Reason' },
  officeCode: { id: 'Kode OPD', en: 'Office code' },
  office: { id: 'OPD', en: 'Office' },
  name: { id: 'Nama', en: 'Name' },
  nip: { id: 'Akhir NIP', en: 'End of NIP' },
  position: { id: 'Jabatan', en: 'Position' },
  handle: { id: 'Akun', en: 'Account' },
  platform: { id: 'Tempat', en: 'Platform' },
  kind: { id: 'Tindakan', en: 'Act' },
  actedAt: { id: 'Waktu tindakan', en: 'Time of the act' },
  stage: { id: 'Tahapan', en: 'Stage' },
  rules: { id: 'Aturan', en: 'Rules' },
  basis: { id: 'Butir SKB', en: 'Items of the decree' },
  standing: { id: 'Kedudukan keputusan', en: 'Standing of the verdict' },
  page: { id: 'Halaman tanda', en: 'Page of the flag' },
} as const satisfies Catalogue;
