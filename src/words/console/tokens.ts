import type { TokenAbility } from '../../domain/api-token.js';
import type { Catalogue } from '../say.js';
import type { Terms } from '../terms.js';

/** What an ability is to a program that may only read by it. */
export const TOKEN_ABILITY_TERMS = {
  see_queue: { id: 'daftar tanda dan keputusan', en: 'list of flags and verdicts' },
  decide: { id: 'isi tanda, bukti, dan berkas', en: 'what flags say, evidence and dossiers' },
  review_second: { id: 'daftar yang menunggu tinjauan kedua', en: 'list of what waits for a second review' },
  adjudicate: { id: 'keputusan berlawanan dan kesepakatan', en: 'contrary verdicts and agreement' },
  see_coverage: { id: 'cakupan', en: 'coverage' },
  see_symmetry: { id: 'tanda per paslon', en: 'flags per ticket' },
  see_rules: { id: 'aturan', en: 'rules' },
  see_rule_health: { id: 'keadaan aturan', en: 'state of the rules' },
  read_audit: { id: 'jejak audit', en: 'audit log' },
  check_reports: { id: 'laporan', en: 'reports' },
  find_accounts: { id: 'akun terdaftar', en: 'registered accounts' },
  bring_findings: { id: 'temuan sendiri', en: 'own findings' },
} as const satisfies Terms<TokenAbility>;

/** The part of the own page where tokens are made. */
export const TOKENS = {
  title: { id: 'Token API', en: 'API tokens' },
  explain: {
    id: 'Dengan token, program Anda membaca Netra atas nama Anda, paling banyak yang boleh Anda lihat sendiri. Token tidak pernah dapat memutuskan tanda, mengubah pengguna atau kata sandi, atau membuat token. Apa yang dilihatnya tercatat atas nama Anda, seperti yang Anda lihat sendiri.',
    en: 'With a token a program of yours reads Netra in your name, at most what you may see yourself. A token can never decide a flag, change users or passwords, or make tokens. What it looks at is in the log under your name, like what you look at yourself.',
  },
  none: { id: 'Anda belum punya token.', en: 'You have no token.' },
  nothingToGive: {
    id: 'Peran Anda tidak membuka bagian yang dapat dibaca program.',
    en: 'Your role opens no part that a program may read.',
  },
  make: { id: 'Buat token', en: 'Make a token' },
  name: { id: 'Untuk apa', en: 'What for' },
  nameHint: { id: 'Misalnya: rekap mingguan inspektorat', en: 'For example: weekly summary of the inspectorate' },
  abilities: { id: 'Yang boleh dibaca', en: 'What it may read' },
  writes: { id: 'Juga boleh mencatat temuan patroli', en: 'May also bring findings' },
  days: { id: 'Berlaku (hari)', en: 'Holds for (days)' },
  daysHint: { id: '1 sampai {max}', en: '1 to {max}' },
  shown: {
    id: 'Salin token ini sekarang; ia hanya ditampilkan sekali. Berlaku sampai {until}.',
    en: 'Copy this token now; it is shown this once. It holds until {until}.',
  },
  token: { id: 'Token', en: 'Token' },
  kept: { id: 'Sudah saya salin', en: 'I have copied it' },
  until: { id: 'sampai {until}', en: 'until {until}' },
  used: { id: 'terakhir dipakai {at}', en: 'last used {at}' },
  unused: { id: 'belum pernah dipakai', en: 'never used' },
  alsoWrites: { id: 'juga mencatat temuan', en: 'also brings findings' },
  remove: { id: 'Cabut', en: 'Remove' },
  removeOf: { id: 'Cabut token {name}', en: 'Remove the token {name}' },
  endsWith: {
    id: 'Token berakhir bersama semua sesi: kata sandi baru, langkah kedua, peran, OPD, atau akun ditutup.',
    en: 'Tokens end with all sessions: a new password, a second step, role, offices, or a closed account.',
  },
  states: {
    active: { id: 'berlaku', en: 'holds' },
    expired: { id: 'lewat waktunya', en: 'expired' },
    ended: { id: 'berakhir', en: 'ended' },
  },
} as const satisfies Catalogue;
