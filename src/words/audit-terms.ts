import type { AuditAction } from '../domain/audit.js';
import type { ChainProblem } from '../domain/audit-break.js';
import type { FactProblem, ReportProblem } from '../domain/audit-contradiction.js';
import type { TimestampProblem } from '../domain/audit-timestamps.js';
import type { Terms } from './terms.js';

export const AUDIT_TERMS = {
  log_keyed: { id: 'catatan mulai berkunci', en: 'log keyed from here' },
  log_resumed: { id: 'catatan yang putus dilanjutkan', en: 'broken log gone on with' },
  head_timestamped: { id: 'ujung catatan dicap waktu', en: 'head of the log timestamped' },
  flags_adopted: { id: 'tanda yang sudah ada dicatat', en: 'standing flags taken over' },
  flags_answered: { id: 'pertentangan tanda dijawab', en: 'contradicting flags answered for' },
  reports_answered: { id: 'pertentangan laporan dijawab', en: 'contradicting reports answered for' },
  contents_sealed: { id: 'isi tanda lama disegel', en: 'contents of older flags sealed' },
  flags_marked: { id: 'tanda dibuat', en: 'flags made' },
  flag_opened: { id: 'bukti disegel, tanda dibuka', en: 'evidence sealed, flag opened' },
  login: { id: 'masuk', en: 'log-in' },
  login_failed: { id: 'gagal masuk', en: 'log-in failed' },
  logout: { id: 'keluar', en: 'log-out' },
  queue_viewed: { id: 'melihat antrean', en: 'queue viewed' },
  searched: { id: 'mencari', en: 'searched' },
  registry_viewed: { id: 'melihat daftar registri', en: 'registry viewed' },
  account_viewed: { id: 'melihat akun di registri', en: 'account of the registry viewed' },
  flag_viewed: { id: 'melihat tanda', en: 'flag viewed' },
  evidence_viewed: { id: 'melihat bukti', en: 'evidence viewed' },
  flag_claimed: { id: 'memegang tanda', en: 'flag claimed' },
  flag_released: { id: 'melepas tanda', en: 'flag released' },
  flag_assigned: { id: 'menugaskan tanda', en: 'flag assigned' },
  verdict_given: { id: 'memutuskan', en: 'verdict given' },
  decision_undone: { id: 'membatalkan keputusan sebelum berlaku', en: 'decision undone before it counted' },
  remark_written: { id: 'menulis catatan pada tanda', en: 'remark on a flag written' },
  question_answered: { id: 'menjawab pertanyaan', en: 'question answered' },
  registry_imported: { id: 'impor registri', en: 'registry imported' },
  activities_import_begun: { id: 'impor tindakan dimulai', en: 'import of activities begun' },
  activities_imported: { id: 'impor tindakan', en: 'activities imported' },
  rules_changed: { id: 'aturan berubah', en: 'rules changed' },
  digest_sending: { id: 'rekap akan dikirim', en: 'digest about to be sent' },
  digest_sent: { id: 'rekap terkirim', en: 'digest sent' },
  digest_failed: { id: 'rekap gagal', en: 'digest failed' },
  reports_brought: { id: 'laporan diterima', en: 'reports brought' },
  reports_viewed: { id: 'melihat daftar laporan', en: 'list of reports viewed' },
  report_viewed: { id: 'melihat laporan', en: 'report viewed' },
  report_link_read: { id: 'melihat tautan laporan', en: 'link of a report looked at' },
  report_moved: { id: 'langkah laporan', en: 'report moved on' },
  report_answered: { id: 'menulis kepada pelapor', en: 'reporter written to' },
  report_decided: { id: 'memutuskan laporan', en: 'report decided' },
  report_key_made: { id: 'kunci pelapor baru', en: 'new reporter key' },
  reporter_viewed: { id: 'membuka identitas pelapor', en: 'identity of a reporter opened' },
  exported: { id: 'ekspor', en: 'exported' },
  token_used: { id: 'token API mencatat', en: 'API token wrote' },
  user_changed: { id: 'pengguna berubah', en: 'user changed' },
  view_changed: { id: 'tampilan tersimpan berubah', en: 'saved view changed' },
  campaign_picture_changed: { id: 'gambar kampanye berubah', en: 'campaign picture changed' },
  template_changed: { id: 'contoh alasan berubah', en: 'reason template changed' },
  nip_key_changed: { id: 'kunci NIP diganti', en: 'key of NIPs changed' },
  golden_changed: { id: 'tanda acuan berubah', en: 'golden flag changed' },
  calibration_begun: { id: 'latihan pada tanda acuan dimulai', en: 'calibration on a golden flag begun' },
  calibration_answered: { id: 'latihan dijawab, bukan keputusan', en: 'calibration answered, no decision' },
  nip_key_forgotten: { id: 'kunci NIP lama dibuang', en: 'former key of NIPs dropped' },
} as const satisfies Terms<AuditAction>;

export const CHAIN_PROBLEM_TERMS = {
  gap: { id: 'catatan ini hilang', en: 'this entry is missing' },
  previous_hash: {
    id: 'catatan ini tidak menyambung pada yang sebelumnya: ada yang diubah, ditukar, atau dihapus',
    en: 'this entry does not follow the one before: something was changed, swapped or deleted',
  },
  hash: {
    id: 'isi catatan ini tidak cocok dengan sidiknya: ada yang mengubahnya',
    en: 'this entry does not match its hash: somebody changed it',
  },
  not_keyed: {
    id: 'catatan ini tidak berkunci, padahal yang sebelumnya berkunci: bukan buatan Netra',
    en: 'this entry has no key while those before it have: Netra did not write it',
  },
  not_begun: {
    id: 'bagian berkunci tidak dimulai dengan catatan yang mengikat bagian lama',
    en: 'the keyed part does not begin with the entry that fixes the old part',
  },
  head_missing: {
    id: 'kepala catatan hilang: ada yang menghapusnya',
    en: 'the head of the log is missing: somebody removed it',
  },
  head_forged: {
    id: 'kepala catatan tidak dibuat dengan kunci Netra',
    en: 'the head of the log was not made with the key of Netra',
  },
  head_behind: {
    id: 'catatan ini ditulis di luar Netra: kepala catatan tidak mengenalnya',
    en: 'this entry was written outside of Netra: the head of the log does not know it',
  },
  head_outside: {
    id: 'catatan ini lain daripada kepala yang disalin dari luar: ekor dipotong atau isi ditulis ulang',
    en: 'this entry is not what the head copied from outside says: the tail was cut or the log rewritten',
  },
  stretch_changed: {
    id: 'mulai dari catatan ini log pernah putus; isinya tidak lagi seperti ketika dilanjutkan',
    en: 'from this entry on the log was broken once; what stands there is not what stood there when it was gone on with',
  },
} as const satisfies Terms<ChainProblem>;

export const TIMESTAMP_PROBLEM_TERMS = {
  unreachable: { id: 'pemberi cap waktu tidak terjangkau', en: 'the authority cannot be reached' },
  refused: { id: 'pemberi cap waktu menolak', en: 'the authority refused' },
  unreadable: { id: 'bukan cap waktu', en: 'this is no time-stamp' },
  imprint: { id: 'cap waktu untuk teks lain', en: 'the time-stamp is of another text' },
  nonce: { id: 'jawaban untuk pertanyaan lain', en: 'the answer is to another question' },
  signature: {
    id: 'tidak ditandatangani oleh yang dijamin NETRA_TIMESTAMP_CA',
    en: 'not signed by whom NETRA_TIMESTAMP_CA vouches for',
  },
  clock: { id: 'jam pemberi cap waktu berbeda dari jam kita', en: 'its clock is another than ours' },
  missing: {
    id: 'catatan menyebut cap waktu ini, basis data tidak memilikinya',
    en: 'the log names it, the database has none',
  },
} as const satisfies Terms<TimestampProblem>;

export const FACT_PROBLEM_TERMS = {
  flag_missing: {
    id: 'catatan menyebut tanda ini, basis data tidak memilikinya: ada yang menghapusnya',
    en: 'the log names this flag, the database has none: somebody deleted it',
  },
  flag_unlogged: {
    id: 'basis data memuat tanda ini, catatan tidak menyebutnya: bukan buatan Netra',
    en: 'the database has this flag, the log does not name it: Netra did not make it',
  },
  opening_missing: {
    id: 'catatan menyebut bukti disegel, basis data tidak memuat segelnya',
    en: 'the log says its evidence was sealed, the database has no seal',
  },
  opening_unlogged: {
    id: 'basis data memuat segel bukti, catatan tidak menyebutnya',
    en: 'the database has a seal of its evidence, the log does not say so',
  },
  seal_differs: {
    id: 'segel bukti di basis data lain daripada di catatan',
    en: 'the seal of its evidence in the database is not the one in the log',
  },
  verdict_missing: {
    id: 'catatan menyebut keputusan, basis data tidak memuatnya',
    en: 'the log tells of a verdict, the database has none',
  },
  verdict_unlogged: {
    id: 'basis data memuat keputusan, catatan tidak menyebutnya: bukan keputusan yang diambil di Netra',
    en: 'the database has a verdict, the log does not tell of it: it was not given in Netra',
  },
  verdict_differs: {
    id: 'keputusan, alasan, pemutus atau waktunya di basis data lain daripada di catatan',
    en: 'verdict, reason, reviewer or time in the database are not what the log says',
  },
  state_differs: {
    id: 'keadaan tanda tidak sesuai dengan bukti dan keputusannya sendiri',
    en: 'the state of the flag does not follow from its own evidence and verdicts',
  },
  decision_differs: {
    id: 'keputusan yang dihitung daftar dan rekap lain daripada keputusan yang diambil pada tanda ini',
    en: 'what lists and digests count as its decision is not what was decided on it',
  },
  content_differs: {
    id: 'isi tanda atau tindakannya (orang, waktu, teks, temuan aturan) lain daripada ketika dibuka atau diputuskan',
    en: 'what the flag or its act says (person, time, text, what rules found) is not what it said when it opened or was decided',
  },
  verdict_replayed: {
    id: 'keputusan ini dihitung padahal sudah dibatalkan, atau dihitung dua kali: ada yang menaruhnya kembali di basis data',
    en: 'this verdict counted although it was undone, or counted twice: somebody put it back into the database',
  },
} as const satisfies Terms<FactProblem>;

export const REPORT_PROBLEM_TERMS = {
  report_missing: {
    id: 'catatan menyebut laporan ini dan masa simpannya belum habis, basis data tidak memilikinya: ada yang menghapusnya',
    en: 'the log names this report and its time is not over, the database has none: somebody deleted it',
  },
  report_unlogged: {
    id: 'basis data memuat laporan ini, catatan tidak menyebutnya: tidak masuk lewat Netra',
    en: 'the database has this report, the log does not name it: it did not come in by Netra',
  },
  report_step_differs: {
    id: 'langkah laporan atau akunnya di basis data lain daripada di catatan',
    en: 'where the report stands, or its account, is not what the log says',
  },
  report_decision_missing: {
    id: 'catatan menyebut keputusan atas laporan ini, basis data tidak memuatnya',
    en: 'the log tells of a decision on this report, the database has none',
  },
  report_decision_unlogged: {
    id: 'basis data memuat keputusan atas laporan ini, catatan tidak menyebutnya: bukan keputusan yang diambil di Netra',
    en: 'the database has a decision on this report, the log does not tell of it: it was not given in Netra',
  },
  report_decision_differs: {
    id: 'hasil, pemutus, waktu, tanda atau berkas laporan di basis data lain daripada di catatan',
    en: 'outcome, decider, time, flag or files of the report in the database are not what the log says',
  },
  report_content_differs: {
    id: 'isi laporan (alasan, orang, tautan, berkas, masa simpan) lain daripada ketika diputuskan',
    en: 'what the report says (reason, person, link, files, how long it is kept) is not what it said when it was decided',
  },
} as const satisfies Terms<ReportProblem>;
