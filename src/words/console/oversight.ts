import type { Catalogue } from '../say.js';

export const COVERAGE = {
  title: { id: 'Cakupan pengamatan', en: 'Coverage of observation' },
  explain: {
    id: 'Setiap akun dan sinyal berakhir sebagai terlihat, nihil, atau tidak dapat diamati. Diam bukan tanda bersih dan bukan tanda salah.',
    en: 'Each account and signal ends as seen, none or not observable. Silence is neither innocence nor guilt.',
  },
  day: { id: 'Hari', en: 'Day' },
  office: { id: 'OPD', en: 'Office' },
  accounts: { id: '{n} akun', en: '{n} accounts' },
  whyHidden: { id: 'Mengapa tidak dapat diamati', en: 'Why not observable' },
  byPlatform: { id: 'Menurut platform', en: 'By platform' },
  byOffice: { id: 'Menurut OPD', en: 'By office' },
  platform: { id: 'Platform', en: 'Platform' },
  waysExplain: {
    id: 'Yang hanya dibawa orang masuk lewat laporan, temuan patroli, atau berkas: tanpa itu platformnya diam.',
    en: 'What is only brought by people comes by reports, patrol findings or files: without them the platform is silent.',
  },
  noVisit: { id: 'belum dikunjungi', en: 'not visited' },
  allTogether: { id: 'Seluruhnya', en: 'All together' },
  line: {
    id: 'Cakupan {day}: {looked} dari {all} sinyal terlihat atau nihil, {hidden} tidak dapat diamati',
    en: 'Coverage {day}: {looked} of {all} signals seen or none, {hidden} not observable',
  },
  none: {
    id: 'Belum ada kunjungan pada {day}: tidak ada yang dapat disimpulkan.',
    en: 'No visit yet on {day}: nothing can be concluded.',
  },
  ofAccount: {
    id: 'Cakupan akun ini pada {day}, hari tanda dibuat',
    en: 'Coverage of this account on {day}, the day the flag was made',
  },
  unknown: { id: 'Tidak ada catatan cakupan hari itu.', en: 'No coverage noted for that day.' },
} as const satisfies Catalogue;

export const TICKETS = {
  title: { id: 'Tanda per paslon', en: 'Flags per ticket' },
  explain: {
    id: 'Menurut nomor urut, bukan menurut jumlah. Ini pemeriksaan aturan kita: selisih besar antarpasangan calon perlu dijelaskan, dan bukan ukuran siapa pun.',
    en: 'In ballot order, not by number. This checks our rules: a large difference between tickets needs an explanation; it measures nobody.',
  },
  empty: { id: 'Belum ada tanda.', en: 'No flags yet.' },
  ticket: { id: 'Pasangan calon', en: 'Ticket' },
  marks: { id: 'Tanda', en: 'Flags' },
  contest: { id: 'Pemilihan', en: 'Contest' },
} as const satisfies Catalogue;

export const AUDIT = {
  title: { id: 'Jejak audit', en: 'Audit log' },
  ok: {
    id: 'Rantai utuh: {n} catatan. Isi tanda dan putusan dibandingkan oleh netra audit verify.',
    en: 'The chain holds: {n} entries. Flags and verdicts are compared by netra audit verify.',
  },
  resumed: {
    id: 'Rantai pernah putus pada catatan {n} ({problem}); utuh sejak catatan {since}, dilanjutkan oleh {by}.',
    en: 'The chain was broken at entry {n} ({problem}); it holds since entry {since}, gone on with by {by}.',
  },
  broken: { id: 'Rantai PUTUS pada catatan {n} ({problem}).', en: 'The chain is BROKEN at entry {n} ({problem}).' },
  checking: { id: 'Memeriksa rantai…', en: 'Checking the chain…' },
  at: { id: 'Waktu', en: 'Time' },
  actor: { id: 'Siapa', en: 'Who' },
  action: { id: 'Apa', en: 'What' },
  subject: { id: 'Mengenai', en: 'About' },
  hash: { id: 'Sidik', en: 'Hash' },
} as const satisfies Catalogue;
