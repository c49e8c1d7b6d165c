import type { RegistryGap } from '../../domain/registry-gap.js';
import type { Catalogue } from '../say.js';
import type { Terms } from '../terms.js';

/** As a heading over a count and as a badge on a line. */
export const GAP_TERMS = {
  unproven: { id: 'belum terbukti', en: 'not proven' },
  disputed: { id: 'disanggah pemiliknya', en: 'disputed by the holder' },
  no_mandate: { id: 'tanpa mandat yang berlaku', en: 'no mandate in force' },
  no_reader: { id: 'tanpa pembaca mesin', en: 'no machine reads it' },
} as const satisfies Terms<RegistryGap>;

/** What closes a gap; whose work it is stands before it. */
export const GAP_STEPS = {
  unproven: {
    id: 'mintakan bukti kepada pemegang akun, tulis proven di kolom proof, lalu impor daftarnya lagi. Sampai itu akunnya tidak diamati.',
    en: 'ask the holder for a proof, write proven in the column proof, then import the list again. Until then it is not watched.',
  },
  disputed: {
    id: 'periksa sanggahannya: bila benar, akhiri mandatnya; bila tidak, buktikan lagi. Selama disanggah akunnya tidak diamati.',
    en: 'look into the dispute: if it is right, end the mandate; if not, prove it again. It is not watched meanwhile.',
  },
  no_mandate: {
    id: 'mintakan keputusan kepada OPD, perbarui kolom mandate, lalu impor daftarnya lagi. Di luar hari mandat tidak ada yang diamati.',
    en: 'ask the office for a decree, renew the column mandate, then import the list again. Nothing is watched outside of its days.',
  },
  no_reader: {
    id: 'yang kurang: platform ini tidak dapat dibaca tanpa masuk. Tindakannya sampai ke sini hanya bila dibawa orang.',
    en: 'what is missing: this platform cannot be read without a log-in. Acts come here only where people bring them.',
  },
} as const satisfies Terms<RegistryGap>;

export const REGISTRY_PAGE = {
  title: { id: 'Registri', en: 'Registry' },
  account: { id: 'Akun terdaftar', en: 'Registered account' },
  explain: {
    id: 'Akun yang terdaftar, dan apa yang masih kurang supaya tindakannya dapat diamati. Daftar diubah dengan impor; di sini tidak ada yang dapat diubah, dan tidak tertulis apa yang dilakukan siapa.',
    en: 'The accounts that are registered, and what each lacks to be watched. The list is changed by an import; nothing can be changed here, and nothing is said of what anybody did.',
  },
  all: { id: 'Semua', en: 'All' },
  gaps: { id: 'Yang kurang', en: 'What is missing' },
  gapLine: { id: '{n} akun {gap}', en: '{n} accounts: {gap}' },
  fitting: { id: '{n} dari {all} akun', en: '{n} of {all} accounts' },
  search: {
    id: 'Nama, akun, tiga angka akhir NIP, atau OPD',
    en: 'Name, handle, last three digits of the NIP, or office',
  },
  find: { id: 'Cari', en: 'Search' },
  clear: { id: 'Hapus saringan', en: 'Drop filters' },
  filterPlatform: { id: 'Saring platform', en: 'Filter platform' },
  filterProof: { id: 'Saring pembuktian', en: 'Filter proof' },
  allProofs: { id: 'Semua pembuktian', en: 'Any proof' },
  list: { id: 'Akun', en: 'Accounts' },
  empty: { id: 'Belum ada akun terdaftar di OPD Anda.', en: 'No account of your offices is registered yet.' },
  emptyFiltered: { id: 'Tidak ada akun yang cocok dengan saringan ini.', en: 'No account fits these filters.' },
  more: { id: 'Muat lagi', en: 'Load more' },
  back: { id: 'Registri', en: 'Registry' },
  office: { id: 'OPD', en: 'Office' },
  position: { id: 'Jabatan', en: 'Position' },
  nip: { id: 'NIP', en: 'NIP' },
  proof: { id: 'Pembuktian', en: 'Proof' },
  mandate: { id: 'Mandat', en: 'Mandate' },
  mandateSays: { id: '{decree}, {office}, {from} sampai {to}', en: '{decree}, {office}, {from} to {to}' },
  inForce: { id: 'berlaku', en: 'in force' },
  notInForce: { id: 'tidak berlaku hari ini', en: 'not in force today' },
  renames: { id: 'Nama akun sebelumnya', en: 'Former handles' },
  noRenames: { id: 'belum pernah berganti selama diamati', en: 'has not changed while it was watched' },
  followed: {
    id: 'Dikenali dengan nomor tetap dari platformnya: bila berganti nama, tetap akun yang sama.',
    en: 'Known by the platform’s own unchanging number: renamed, it stays the same account.',
  },
  notFollowed: {
    id: 'Nomor tetapnya belum diketahui: ia dibaca pada kunjungan pertama.',
    en: 'Its unchanging number is not known yet: it is read at the first visit.',
  },
  others: { id: 'Akun lain orang ini', en: 'Other accounts of this person' },
  noOthers: { id: 'tidak ada yang terdaftar di OPD Anda', en: 'none is registered in your offices' },
  nothingMissing: {
    id: 'Tidak ada yang kurang: akun ini diamati.',
    en: 'Nothing is missing: this account is watched.',
  },
  signals: { id: 'Terlihat pada {day}', en: 'Seen on {day}' },
  notYet: { id: 'belum dikunjungi', en: 'not visited yet' },
} as const satisfies Catalogue;
