import type { SecondStepMeans } from '../domain/second-step.js';
import { CHAIN_PROBLEM_TERMS } from './audit-terms.js';
import { ASKED_TERMS } from './console/question.js';
import { EVIDENCE_TERMS } from './evidence-terms.js';
import type { Language } from './language.js';
import { POST_OUTCOME_TERMS } from './post-terms.js';
import { DOOR_TERMS, REPORT_OUTCOME_TERMS, REPORT_STATE_TERMS } from './reports/terms.js';
import type { Message } from './say.js';
import { DIGEST_FAILURE_TERMS, DIGEST_TERMS, ROLE_TERMS, type Terms, termOf, VERDICT_TERMS } from './terms.js';

/** What each detail of an entry is called where a person reads it. A test holds this against the details that are written. */
export const DETAIL_NAMES = {
  abilities: { id: 'kewenangan', en: 'abilities' },
  account: { id: 'akun', en: 'account' },
  accountsCreated: { id: 'akun baru', en: 'accounts new' },
  accountsUnchanged: { id: 'akun tetap', en: 'accounts as before' },
  accountsUpdated: { id: 'akun diperbarui', en: 'accounts updated' },
  asked: { id: 'ditanyakan kepada', en: 'asked of' },
  assignee: { id: 'ditugaskan kepada', en: 'assigned to' },
  apiToken: { id: 'token API', en: 'API token' },
  attempts: { id: 'percobaan', en: 'attempts' },
  before: { id: 'kunci sebelumnya', en: 'key before' },
  blind: { id: 'tanpa melihat keputusan lain', en: 'without seeing other verdicts' },
  brokenAt: { id: 'putus pada catatan', en: 'broken at entry' },
  change: { id: 'perubahan', en: 'change' },
  copy: { id: 'salinan', en: 'copy' },
  codes: { id: 'kode salah sesudah kata sandi benar', en: 'wrong codes after the right password' },
  content: { id: 'segel isi tanda', en: 'seal of what the flag says' },
  contents: { id: 'segel isi tiap tanda', en: 'seals of what each flag says' },
  count: { id: 'jumlah', en: 'number' },
  door: { id: 'pintu', en: 'door' },
  digest: { id: 'sidik yang ditemukan', en: 'digest of what was found' },
  documents: { id: 'dokumen yang ditemukan', en: 'documents found' },
  elections: { id: 'berkas pemilihan', en: 'election files' },
  electionsBefore: { id: 'berkas pemilihan sebelumnya', en: 'election files before' },
  engine: { id: 'versi penilai', en: 'engine' },
  format: { id: 'bentuk berkas', en: 'file format' },
  from: { id: 'sejak', en: 'from' },
  former: { id: 'sebelumnya', en: 'former' },
  failed: { id: 'kata sandi salah', en: 'wrong passwords' },
  files: { id: 'sidik berkas', en: 'digests of files' },
  flag: { id: 'tanda yang dibuat atau disambung', en: 'flag made or joined' },
  flags: { id: 'tanda', en: 'flags' },
  given: { id: 'diberikan pada', en: 'given at' },
  giving: { id: 'pemberian keputusan', en: 'giving of the verdict' },
  held: { id: 'ditahan sementara', en: 'held back' },
  isLost: { id: 'kunci hilang', en: 'key lost' },
  item: { id: 'bagian', en: 'part' },
  known: { id: 'sudah dikenal', en: 'known already' },
  link: { id: 'di balik tautan', en: 'behind the link' },
  lines: { id: 'baris', en: 'lines' },
  manifest: { id: 'sidik manifes', en: 'hash of the manifest' },
  new: { id: 'baru', en: 'new' },
  offices: { id: 'OPD', en: 'offices' },
  officesCreated: { id: 'OPD baru', en: 'offices new' },
  officesUnchanged: { id: 'OPD tetap', en: 'offices as before' },
  officesUpdated: { id: 'OPD diperbarui', en: 'offices updated' },
  outcome: { id: 'hasil', en: 'outcome' },
  order: { id: 'urutan', en: 'order' },
  own: { id: 'pada akun sendiri', en: 'on the own account' },
  remark: { id: 'catatan rekan', en: 'remark' },
  report: { id: 'laporan yang sama', en: 'the same report' },
  reports: { id: 'laporan', en: 'reports' },
  person: { id: 'pemutus yang disaring', en: 'filtered by who decided' },
  plainEntries: { id: 'catatan tanpa kunci sebelumnya', en: 'entries without key before' },
  plainSealedTo: { id: 'yang tersegel di antaranya, sampai', en: 'of these sealed up to' },
  problem: { id: 'masalah', en: 'problem' },
  reason: { id: 'alasan', en: 'reason' },
  review: { id: 'segel keputusan', en: 'seal of the verdict' },
  rule: { id: 'aturan', en: 'rule' },
  role: { id: 'peran', en: 'role' },
  rulesetBefore: { id: 'aturan sebelumnya', en: 'rules before' },
  same: { id: 'kiriman yang sama dengan tanda', en: 'of the same post as the flag' },
  second: { id: 'langkah kedua', en: 'second step' },
  state: { id: 'keadaan', en: 'state' },
  step: { id: 'langkah', en: 'step' },
  ticket: { id: 'pasangan calon', en: 'ticket' },
  together: { id: 'diberikan bersama', en: 'given together' },
  told: { id: 'yang diberi kabar', en: 'who was told' },
  token: { id: 'sidik cap waktu', en: 'hash of the time-stamp' },
  until: { id: 'sampai', en: 'until' },
  verdict: { id: 'keputusan', en: 'verdict' },
  version: { id: 'versi tanda', en: 'version of the flag' },
  way: { id: 'cara masuk', en: 'way in' },
  waiting: { id: 'yang ditunggu', en: 'waiting for' },
  weighed: { id: 'pertimbangan dicentang', en: 'points weighed' },
  writes: { id: 'juga mencatat', en: 'writes too' },
  words: { id: 'menurut kata', en: 'by words' },
} as const satisfies Readonly<Record<string, Message>>;

const CHANGES = {
  changed: { id: 'diubah', en: 'changed' },
  created: { id: 'dibuat', en: 'created' },
  disabled: { id: 'ditutup', en: 'closed' },
  enabled: { id: 'dibuka lagi', en: 'opened again' },
  invited: { id: 'diundang lewat tautan', en: 'invited by a link' },
  link_shown: { id: 'tautan undangan ditampilkan kepada admin', en: 'the link was shown to the admin' },
  mail: { id: 'alamat surel diganti', en: 'mail address replaced' },
  not_done: { id: 'perubahan sebelumnya tidak jadi', en: 'the change before was not made' },
  notice_mail_off: { id: 'surel kabar dimatikan', en: 'mail of news turned off' },
  notice_mail_on: { id: 'surel kabar dinyalakan', en: 'mail of news turned on' },
  offices: { id: 'OPD diganti', en: 'offices replaced' },
  password: { id: 'kata sandi baru', en: 'new password' },
  recovery_codes: { id: 'kode pemulihan baru', en: 'new recovery codes' },
  removed: { id: 'dihapus', en: 'removed' },
  role: { id: 'peran baru', en: 'new role' },
  open_id_tied: { id: 'dikaitkan dengan akun masuk instansi', en: "tied to the house's own log-in" },
  open_id_untied: { id: 'kaitan dengan akun masuk instansi dilepas', en: "untied from the house's own log-in" },
  second_step_off: { id: 'langkah kedua dicabut sendiri', en: 'second step taken off by the person' },
  second_step_on: { id: 'langkah kedua dipasang', en: 'second step set up' },
  second_step_replaced: { id: 'langkah kedua diganti', en: 'second step replaced' },
  second_step_reset: { id: 'langkah kedua dicabut oleh admin', en: 'second step taken off by an admin' },
  token_made: { id: 'token API dibuat', en: 'API token made' },
  token_removed: { id: 'token API dicabut', en: 'API token removed' },
  sessions_ended: { id: 'sesi diakhiri', en: 'sessions ended' },
} as const satisfies Readonly<Record<string, Message>>;

const COPIES = {
  full: { id: 'lengkap', en: 'full' },
  masked: { id: 'samaran', en: 'masked' },
} as const satisfies Readonly<Record<string, Message>>;

const MEANS = {
  code: { id: 'kode aplikasi', en: 'code of the app' },
  recovery: { id: 'kode pemulihan', en: 'recovery code' },
} as const satisfies Terms<SecondStepMeans>;

const ORDERS = {
  newest: { id: 'keputusan terbaru dahulu', en: 'newest decision first' },
  oldest: { id: 'terlama dahulu', en: 'oldest first' },
  similar: { id: 'mirip yang dikonfirmasi', en: 'like confirmed ones' },
} as const satisfies Readonly<Record<string, Message>>;

/** What a code means, where a detail is one. */
const CODES: Readonly<Record<string, Terms<string>>> = {
  asked: ASKED_TERMS,
  change: CHANGES,
  copy: COPIES,
  door: DOOR_TERMS,
  item: EVIDENCE_TERMS,
  link: POST_OUTCOME_TERMS,
  order: ORDERS,
  outcome: REPORT_OUTCOME_TERMS,
  problem: CHAIN_PROBLEM_TERMS,
  reason: DIGEST_FAILURE_TERMS,
  role: ROLE_TERMS,
  second: MEANS,
  step: REPORT_STATE_TERMS,
  state: DIGEST_TERMS,
  verdict: VERDICT_TERMS,
  way: { openid: { id: 'lewat layanan masuk instansi', en: "by the house's own log-in" } },
  waiting: {
    answer: { id: 'jawaban sendiri', en: 'an answer of their own' },
    second: { id: 'keputusan kedua', en: 'second verdict' },
    settling: { id: 'keputusan di antara dua yang berlawanan', en: 'a verdict between two contrary ones' },
  },
};

const YES: Readonly<Record<Language, string>> = { id: 'ya', en: 'yes' };
const NO: Readonly<Record<Language, string>> = { id: 'tidak', en: 'no' };

/** The details of an entry as a person reads them; a name or code that is not known stands for itself. */
export function describeDetails(
  details: Readonly<Record<string, string | number | boolean | undefined>>,
  language: Language,
): string {
  return Object.entries(details)
    .flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    .map(([name, value]) => `${termOf(DETAIL_NAMES, name, language)}: ${sayValue(name, value, language)}`)
    .join(' · ');
}

function sayValue(name: string, value: string | number | boolean, language: Language): string {
  if (typeof value === 'boolean') return (value ? YES : NO)[language];
  if (typeof value === 'number') return String(value);
  const codes = Object.hasOwn(CODES, name) ? CODES[name] : undefined;
  return codes ? termOf(codes, value, language) : value;
}
