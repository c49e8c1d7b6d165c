import type { Catalogue } from '../say.js';

/** Headings and units of what commands print of rules. */
export const COLUMNS = {
  rule: { id: 'aturan', en: 'rule' },
  tickets: { id: 'pasangan calon', en: 'ticket' },
  old: { id: 'lama', en: 'old' },
  new: { id: 'baru', en: 'new' },
  oldPrecision: { id: 'ketepatan lama', en: 'old precision' },
  newPrecision: { id: 'ketepatan baru', en: 'new precision' },
  wouldFire: { id: 'akan kena', en: 'would fire' },
  alsoFlagged: { id: 'di antaranya ditandai aturan live', en: 'of these, flagged by live rules' },
  shadow: { id: 'aturan shadow (dihitung, tidak tampak)', en: 'shadow rule (counted, not shown)' },
  verdicts: { id: 'dikonfirmasi/dikesampingkan', en: 'confirmed/dismissed' },
  precision: { id: 'ketepatan', en: 'precision' },
  recentAccounts: { id: 'per akun, {days} hari terakhir', en: 'by account, last {days} days' },
  earlierAccounts: { id: 'per akun, sebelumnya', en: 'by account, before' },
  status: { id: 'status kini', en: 'status now' },
  acts: { id: 'tindakan', en: 'acts' },
  flaggedByLive: { id: 'ditandai aturan live juga', en: 'flagged by live rules too' },
  flaggedByOthers: { id: 'ditandai aturan lain juga', en: 'flagged by other rules too' },
  accounts: { id: 'akun berbeda', en: 'distinct accounts' },
  recent: { id: 'akun, {days} hari terakhir', en: 'accounts, last {days} days' },
  usual: { id: 'biasanya per {days} hari', en: 'usually in {days} days' },
} as const satisfies Catalogue;

export const RATES = {
  none: { id: 'belum ada keputusan', en: 'no decision yet' },
  rate: { id: '{rate} % ({low}–{high} %, {cases} {unit})', en: '{rate} % ({low}–{high} %, {cases} {unit})' },
  verdicts: { id: 'keputusan', en: 'decisions' },
  accounts: { id: 'akun', en: 'accounts' },
} as const satisfies Catalogue;

export const BACKTEST = {
  setBefore: { id: 'lama  {ruleset}', en: 'old   {ruleset}' },
  setAfter: { id: 'baru  {ruleset}', en: 'new   {ruleset}' },
  // Principle 7: what no rule marked left nothing to judge again.
  keptOnly: {
    id: 'Hanya isi yang masih disimpan yang dapat diuji balik. Tindakan yang dulu tidak ditandai tidak meninggalkan isi,\njadi tanda yang sama sekali baru hanya dapat dicari dalam berkas: --corpus BERKAS.',
    en: 'Only content that is still kept can be tested again. An act that was not flagged has left no content,\nso that a flag that is wholly new can only be looked for in a file: --corpus FILE.',
  },
  stored: {
    id: 'Tindakan tersimpan: {acts} dinilai ulang, {gone} sudah tanpa isi.',
    en: 'Stored acts: {acts} judged again, {gone} without content by now.',
  },
  storedSince: {
    id: 'Tindakan tersimpan sejak {since}: {acts} dinilai ulang, {gone} sudah tanpa isi.',
    en: 'Stored acts since {since}: {acts} judged again, {gone} without content by now.',
  },
  file: {
    id: 'Berkas: {acts} baris dinilai, {bad} tidak terbaca.',
    en: 'File: {acts} lines judged, {bad} unreadable.',
  },
  status: { id: '  {rule}: {before} → {after}{meaning}', en: '  {rule}: {before} → {after}{meaning}' },
  noRule: { id: 'tidak ada', en: 'none' },
  deleted: { id: 'dihapus', en: 'deleted' },
  toShadow: {
    id: ': dihitung, tidak tampak; tanda yang hilang di bawah ini tidak hilang dari hitungan',
    en: ': counted, not shown; flags lost below are not lost to the counts',
  },
  otherElections: {
    id: '! Berkas pemilihan kedua folder berbeda: sebagian perubahan berasal dari sana, bukan dari aturan.',
    en: '! The election files of the two folders differ: some of the change comes from there and not from the rules.',
  },
  flags: {
    id: '  tanda: {before} menjadi {after}; {added} baru, {lost} hilang, {changed} berubah isinya',
    en: '  flags: {before} become {after}; {added} new, {lost} lost, {changed} with other content',
  },
  precision: {
    id: '  ketepatan menurut keputusan: {before} menjadi {after}',
    en: '  precision by decisions: {before} becomes {after}',
  },
  newFlags: { id: 'tanda baru', en: 'new flags' },
  lostFlags: { id: 'tanda hilang', en: 'lost flags' },
  lostConfirmed: { id: 'HILANG padahal dikonfirmasi orang', en: 'LOST although a person confirmed it' },
} as const satisfies Catalogue;

export const FEEDBACK = {
  empty: { id: 'Belum ada tanda yang diputuskan.', en: 'No flag is decided yet.' },
  head: {
    id: '{decided} tanda diputuskan. Rentang 95 % (Wilson); tiap akun dihitung satu.',
    en: '{decided} flags decided. 95 % interval (Wilson); each account counts once.',
  },
  quiet: {
    id: 'Tidak ada aturan yang keluar dari riwayatnya (perlu sedikitnya {accounts} akun berbeda di tiap masa).',
    en: 'No rule has left its history (at least {accounts} distinct accounts are needed in each period).',
  },
  confirmedMoved: {
    fell: {
      id: '! {rule}: bagian yang dikonfirmasi turun di bawah riwayat aturan ini sendiri.',
      en: '! {rule}: the share confirmed fell below the history of this very rule.',
    },
    rose: {
      id: '! {rule}: bagian yang dikonfirmasi naik di atas riwayat aturan ini sendiri.',
      en: '! {rule}: the share confirmed rose above the history of this very rule.',
    },
  },
  accountsMoved: {
    fell: {
      id: '! {rule}: banyaknya akun yang akan kena turun di bawah riwayat aturan ini sendiri.',
      en: '! {rule}: the accounts on which it would fire fell below the history of this very rule.',
    },
    rose: {
      id: '! {rule}: banyaknya akun yang akan kena naik di atas riwayat aturan ini sendiri.',
      en: '! {rule}: the accounts on which it would fire rose above the history of this very rule.',
    },
  },
  proposal: {
    id: '? {rule}: USULAN turun ke "shadow": sebagian besar akun yang ditandai tidak dikonfirmasi.',
    en: '? {rule}: PROPOSED to go down to "shadow": most accounts it flagged were not confirmed.',
  },
  proposalNext: {
    id: '    Tidak ada yang berubah sendiri. Lihat dulu: netra rules explain {rule}; lalu, bila dua analis setuju, ubah "status" di berkasnya.',
    en: '    Nothing changes by itself. First see: netra rules explain {rule}; then, if two analysts agree, change "status" in its file.',
  },
  brokenFiles: {
    id: '! Berkas aturan sedang rusak, status tidak terbaca: netra rules check',
    en: '! The rule files are broken, the status cannot be read: netra rules check',
  },
  gone: { id: 'tidak ada lagi', en: 'gone' },
  unreadable: { id: 'tidak terbaca', en: 'unreadable' },
  noUsual: { id: 'belum ada riwayat', en: 'no history yet' },
  usual: { id: '{accounts} ({windows} masa)', en: '{accounts} ({windows} periods)' },
  shadow: {
    id: 'Aturan shadow: dihitung, tidak tampak. Yang akan kena bila berlaku:',
    en: 'Shadow rules: counted, not shown. What they would fire on if they were live:',
  },
  notes: {
    id: 'Catatan edukasi: bukan tanda, tidak menandai siapa pun.',
    en: 'Education notes: no flags, nobody is flagged by them.',
  },
} as const satisfies Catalogue;

export const REPLAY = {
  equal: {
    id: 'Tanda {flag} sama bita demi bita dengan hitungan ulang.',
    en: 'Flag {flag} comes out again byte for byte.',
  },
  differs: { id: 'Tanda {flag} BERBEDA dari hitungan ulang.', en: 'Flag {flag} comes out DIFFERENT.' },
  ruleset: { id: '  aturan     {hash}', en: '  rules      {hash}' },
  elections: { id: '  pemilihan  {hash}', en: '  elections  {hash}' },
  engine: { id: '  mesin      {engine}', en: '  engine     {engine}' },
  otherEngine: {
    id: '  mesin kini {present}: hitung ulang dengan Netra yang memakai mesin {stored}.',
    en: '  the engine is now {present}: recompute with a Netra that uses engine {stored}.',
  },
  compare: {
    id: '  langkah berikut: bandingkan dengan paket bukti (netra evidence verify) dan catatan audit (netra audit verify).',
    en: '  next: compare with the evidence pack (netra evidence verify) and the audit log (netra audit verify).',
  },
  place: {
    id: '  {path}: tersimpan {stored}, dihitung {recomputed}',
    en: '  {path}: stored {stored}, recomputed {recomputed}',
  },
} as const satisfies Catalogue;

export const RULES_DIFF = {
  none: { id: 'Tidak ada perbedaan: {ruleset}', en: 'No difference: {ruleset}' },
  from: { id: 'dari    {ruleset}', en: 'from    {ruleset}' },
  to: { id: 'menjadi {ruleset}', en: 'to      {ruleset}' },
  part: {
    rules: { id: 'aturan', en: 'rule' },
    lexicons: { id: 'daftar kata', en: 'word list' },
    clauses: { id: 'butir SKB', en: 'clause' },
    slang: { id: 'bentuk gaul', en: 'slang form' },
    scorecard: { id: 'poin', en: 'points of' },
  },
  absent: { id: '(tidak ada)', en: '(none)' },
} as const satisfies Catalogue;

/** What is wrong with the options of `netra rules backtest`. */
export const BACKTEST_INPUT = {
  nothing: {
    message: { id: 'Tidak ada yang diuji.', en: 'There is nothing to test.' },
    hint: { id: 'Beri --corpus BERKAS, atau hapus --no-stored.', en: 'Give --corpus FILE, or leave --no-stored out.' },
  },
  noDay: {
    message: { id: '"{day}" bukan hari.', en: '"{day}" is no day.' },
    hint: { id: 'Tulis --since YYYY-MM-DD, misalnya 2024-09-25.', en: 'Write --since YYYY-MM-DD, such as 2024-09-25.' },
  },
} as const satisfies Catalogue;
