import type { Catalogue } from '../say.js';

export const RULES = {
  noElection: {
    id: 'Tidak ada pemilihan yang sedang berlangsung: tidak ada yang akan ditandai. Berkas pemilihan ditulis di rules/elections.',
    en: 'No election is in force: nothing will be flagged. Election files are written in rules/elections.',
  },
  title: { id: 'Aturan yang berlaku', en: 'Rules in force' },
  explain: {
    id: 'Hanya untuk dibaca: aturan adalah berkas, dan berlaku setelah diperiksa dua analis. Ketepatan adalah bagian tanda yang dikonfirmasi orang, dengan rentang 95 %; ia menilai aturan, bukan orang.',
    en: 'For reading only: rules are files, in force after two analysts checked them. Precision is the share of flags that people confirmed, with its 95 % interval; it judges the rule, nobody else.',
  },
  decided: { id: '{n} tanda diputuskan', en: '{n} flags decided' },
  empty: { id: 'Tidak ada aturan dalam set yang berlaku.', en: 'The set in force holds no rule.' },
  weak: { id: 'Masih lemah (diukur pada korpus sendiri)', en: 'Still weak (measured on our own corpora)' },
  colRule: { id: 'Aturan', en: 'Rule' },
  colStatus: { id: 'Status', en: 'Status' },
  colClause: { id: 'Butir', en: 'Clause' },
  colMarks: { id: 'Tanda, {n} hari', en: 'Flags, {n} days' },
  colVerdicts: { id: 'Dikonfirmasi / dikesampingkan', en: 'Confirmed / dismissed' },
  colPrecision: { id: 'Ketepatan', en: 'Precision' },
  noVerdicts: { id: 'belum ada keputusan', en: 'no decision yet' },
  effect: {
    clears: { id: 'meringankan', en: 'clears' },
    notes: { id: 'catatan edukasi', en: 'education note' },
  },
  alarm: {
    fell: { id: 'turun dari riwayatnya sendiri', en: 'fell out of its own history' },
    rose: { id: 'naik dari riwayatnya sendiri', en: 'rose out of its own history' },
  },
  shadowExplain: {
    id: 'Aturan shadow hanya dihitung, {n} hari terakhir: tindakan yang akan kena bila berlaku, dan akun yang berbeda. Tidak satu pun diperlihatkan kepada peninjau.',
    en: 'Shadow rules are only counted, over the last {n} days: acts on which they would fire if they were live, and distinct accounts. Nothing of it is shown to reviewers.',
  },
  wouldFire: { id: 'akan kena', en: 'would fire' },
  markedAnyway: { id: 'ditandai live juga', en: 'flagged by live too' },
  accountsUsual: { id: 'biasanya {n}', en: 'usually {n}' },
  noUsual: { id: 'belum ada riwayat', en: 'no history yet' },
  notesGiven: { id: 'catatan', en: 'notes' },
  accountsAlarm: {
    fell: { id: 'akun di bawah biasanya', en: 'accounts below the usual' },
    rose: { id: 'akun di atas biasanya', en: 'accounts above the usual' },
  },
  verdictsBefore: { id: 'sebelumnya {confirmed} / {dismissed}', en: 'before: {confirmed} / {dismissed}' },
  proposal: {
    shadow: { id: 'usulan: turunkan ke shadow', en: 'proposed: demote to shadow' },
  },
  alarmsExplain: {
    id: 'Usulan tidak mengubah apa pun. Lihat dulu netra rules explain, lalu dua analis mengubah status di berkasnya.',
    en: 'A proposal changes nothing. See netra rules explain first, then two analysts change the status in the file.',
  },
} as const satisfies Catalogue;

export const RULE_HEALTH = {
  title: { id: 'Keadaan set aturan', en: 'State of the rule set' },
  state: {
    sound: {
      id: 'Utuh: yang menilai sama dengan yang ada di berkas.',
      en: 'Sound: what judges is what the files say.',
    },
    broken: {
      id: 'Berkas aturan sedang rusak. Set yang lama tetap menilai sampai berkasnya diperbaiki.',
      en: 'The rule files are broken at the moment. The set before still judges until they are mended.',
    },
    silent: {
      id: 'Tidak ada proses yang melapor dalam semenit terakhir. Bila ini menetap, tidak ada yang menilai: periksa pekerja dengan netra doctor.',
      en: 'No process has reported within the last minute. If this stays, nothing is judged: check the workers with netra doctor.',
    },
  },
  more: { id: 'Lihat rincian', en: 'See the details' },
  set: {
    id: 'Berlaku: aturan {ruleset}, pemilihan {elections}, mesin {engine}, sejak {time}, pada {n} proses',
    en: 'In force: rules {ruleset}, elections {elections}, engine {engine}, since {time}, in {n} process(es)',
  },
  differ: {
    id: 'Lebih dari satu set sedang menilai: wajar sesaat ketika set berganti. Bila menetap, samakan berkas di semua mesin.',
    en: 'More than one set is judging: normal for a moment during a change. If it stays, give all machines the same files.',
  },
  noPlace: { id: 'di luar berkas', en: 'in no file' },
  hint: { id: 'perbaiki: {hint}', en: 'to mend: {hint}' },
  since: { id: 'sejak {time}, pada {n} proses', en: 'since {time}, in {n} process(es)' },
  left: { id: 'dan {n} lagi. Semuanya: npx netra rules check', en: 'and {n} more. All of them: npx netra rules check' },
} as const satisfies Catalogue;
