import type { Role } from '../domain/abilities.js';
import type { DigestRhythm, ProofState } from '../domain/account.js';
import type { NotObservableReason, Observation, SkipReason } from '../domain/coverage.js';
import type { DigestFailure, DigestState } from '../domain/digest.js';
import type { Stage } from '../domain/election.js';
import {
  BROUGHT_ITEMS,
  type BroughtBy,
  type BroughtItemName,
  type EvidenceItemName,
  type MissingItem,
  type PackProblem,
  type ReadItemName,
} from '../domain/evidence.js';
import type { FlagState } from '../domain/flag.js';
import type { ActivityKind, Platform, Signal } from '../domain/platform.js';
import type { Stance } from '../domain/screening.js';
import type { Verdict } from '../domain/verdict.js';
import type { Language } from './language.js';
import type { Message } from './say.js';

/** A name for every code of one closed list: a new code without a name does not compile. Small letters throughout. */
export type Terms<Code extends string> = Readonly<Record<Code, Message>>;

/** The name of a code; the code itself where an old record holds one that is not in the list any more. */
export function termOf<Code extends string>(
  terms: Terms<Code>,
  code: Code | (string & {}),
  language: Language,
): string {
  return Object.hasOwn(terms, code) ? terms[code as Code][language] : code;
}

/** The law's own names of the tahapan (PKPU). */
export const STAGE_TERMS = {
  registration: { id: 'pendaftaran', en: 'registration' },
  verification: { id: 'penelitian persyaratan', en: 'verification' },
  determined: { id: 'penetapan pasangan calon', en: 'tickets determined' },
  numbers_drawn: { id: 'pengundian nomor urut', en: 'ballot numbers drawn' },
  campaign: { id: 'masa kampanye', en: 'campaign' },
  quiet: { id: 'masa tenang', en: 'quiet days' },
  voting: { id: 'pemungutan suara', en: 'voting' },
  counting: { id: 'penghitungan dan rekapitulasi', en: 'counting' },
} as const satisfies Terms<Stage>;

export const KIND_TERMS = {
  post: { id: 'unggahan', en: 'post' },
  share: { id: 'bagikan', en: 'share' },
  like: { id: 'suka', en: 'like' },
  comment: { id: 'komentar', en: 'comment' },
  follow: { id: 'ikuti', en: 'follow' },
} as const satisfies Terms<ActivityKind>;

export const SIGNAL_TERMS = {
  posts: { id: 'unggahan', en: 'posts' },
  shares: { id: 'bagikan', en: 'shares' },
  likes: { id: 'suka', en: 'likes' },
  comments: { id: 'komentar', en: 'comments' },
  follows: { id: 'ikuti', en: 'follows' },
} as const satisfies Terms<Signal>;

export const PLATFORM_TERMS = {
  bluesky: { id: 'Bluesky', en: 'Bluesky' },
  web: { id: 'halaman web', en: 'web page' },
  facebook: { id: 'Facebook', en: 'Facebook' },
  instagram: { id: 'Instagram', en: 'Instagram' },
  threads: { id: 'Threads', en: 'Threads' },
  tiktok: { id: 'TikTok', en: 'TikTok' },
  x: { id: 'X', en: 'X' },
  youtube: { id: 'YouTube', en: 'YouTube' },
  telegram: { id: 'Telegram', en: 'Telegram' },
  mastodon: { id: 'Mastodon', en: 'Mastodon' },
} as const satisfies Terms<Platform>;

export const OBSERVATION_TERMS = {
  seen: { id: 'terlihat', en: 'seen' },
  none: { id: 'nihil', en: 'none' },
  not_observable: { id: 'tidak dapat diamati', en: 'not observable' },
} as const satisfies Terms<Observation['state']>;

export const HIDDEN_TERMS = {
  unproven: { id: 'belum terbukti pemiliknya', en: 'ownership not proven' },
  no_mandate: { id: 'tidak ada mandat yang berlaku', en: 'no mandate in force' },
  no_collector: { id: 'platform belum dapat dibaca', en: 'platform cannot be read yet' },
  broken_recipe: { id: 'resep halaman rusak', en: 'page recipe is broken' },
  not_offered: { id: 'tidak disediakan platform', en: 'not offered by the platform' },
  not_public: { id: 'tidak dibuka untuk umum', en: 'not public' },
  login_wall: { id: 'terhalang halaman masuk', en: 'log-in wall' },
  rate_limited: { id: 'platform meminta jeda', en: 'platform asked to slow down' },
  gone: { id: 'akun tidak ada lagi', en: 'account is gone' },
  robots: { id: 'dilarang robots.txt', en: 'forbidden by robots.txt' },
  drift: { id: 'bentuk halaman berubah', en: 'page layout changed' },
  unreachable: { id: 'server tidak terjangkau', en: 'server unreachable' },
  timeout: { id: 'server terlalu lambat', en: 'server too slow' },
  unreadable: { id: 'jawaban tidak terbaca', en: 'answer unreadable' },
  interrupted: { id: 'tidak dikunjungi sampai selesai', en: 'not visited to the end' },
} as const satisfies Terms<NotObservableReason>;

export const SKIP_TERMS = {
  outside_mandate: { id: 'di luar hari mandat', en: 'outside the mandate' },
  unreadable: { id: 'tidak terbaca', en: 'unreadable' },
  too_old: { id: 'terlalu lama', en: 'too old' },
  in_future: { id: 'bertanggal di masa depan', en: 'dated in the future' },
  duplicate: { id: 'ganda', en: 'duplicate' },
  unregistered_account: { id: 'akun tidak terdaftar', en: 'account not registered' },
  third_party: { id: 'milik orang lain', en: 'of somebody else' },
  unsupported: { id: 'jenisnya tidak dikenal', en: 'of a kind not known' },
  too_large: { id: 'terlalu besar', en: 'too large' },
  unresolved: { id: 'menunggu tujuannya ditemukan', en: 'waiting for its target to be found' },
  failed_to_judge: { id: 'gagal dinilai', en: 'could not be judged' },
} as const satisfies Terms<SkipReason>;

export const FLAG_STATE_TERMS = {
  sealing: { id: 'sedang disegel', en: 'being sealed' },
  open: { id: 'menunggu', en: 'waiting' },
  decided: { id: 'diputuskan', en: 'decided' },
  contrary: { id: 'dua keputusan berlawanan', en: 'two contrary verdicts' },
} as const satisfies Terms<FlagState>;

export const STANCE_TERMS = {
  support: { id: 'mendukung', en: 'support' },
  attack: { id: 'menyerang', en: 'attack' },
  unclear: { id: 'belum jelas', en: 'unclear' },
} as const satisfies Terms<Stance>;

export const VERDICT_TERMS = {
  confirmed: { id: 'dikonfirmasi', en: 'confirmed' },
  dismissed: { id: 'dikesampingkan', en: 'dismissed' },
  needs_context: { id: 'perlu konteks', en: 'needs context' },
} as const satisfies Terms<Verdict>;

/** What follows from a verdict, beside its name wherever a person chooses one. */
export const VERDICT_MEANINGS = {
  confirmed: { id: 'perlu tindak lanjut', en: 'needs follow-up' },
  dismissed: { id: 'bukan pelanggaran', en: 'not a breach' },
  needs_context: { id: 'masih ada pertanyaan', en: 'a question is open' },
} as const satisfies Terms<Verdict>;

const READ_ITEM_TERMS = {
  'viewport.png': { id: 'tangkapan layar', en: 'screenshot' },
  'fullpage.png': { id: 'halaman penuh', en: 'full page' },
  'page.mhtml': { id: 'arsip halaman', en: 'page archive' },
  'text.txt': { id: 'teks halaman', en: 'page text' },
  'response.json': { id: 'jawaban server', en: 'server response' },
  'activity.json': { id: 'yang dibaca aturan', en: 'what the rules read' },
  'reading.json': { id: 'yang terbaca di balik tautan', en: 'what was read behind the link' },
} as const satisfies Terms<ReadItemName>;

/** `brought2.png`: its number and its form. */
function broughtTerm(name: string): Message {
  const [, number, form] = /(\d)\.(\w+)$/.exec(name) ?? [];
  return { id: `gambar ${number} yang dibawa (${form})`, en: `picture ${number} that was brought (${form})` };
}

export const EVIDENCE_TERMS: Terms<EvidenceItemName> = {
  ...READ_ITEM_TERMS,
  ...(Object.fromEntries(BROUGHT_ITEMS.map((name) => [name, broughtTerm(name)])) as Terms<BroughtItemName>),
};

/** Through whose hands a picture of a pack came; who that was stands nowhere. */
export const BROUGHT_BY_TERMS = {
  participant: { id: 'gambar yang dibawa peserta', en: 'picture brought by a participant' },
  reporter: { id: 'gambar yang dibawa pelapor', en: 'picture brought by a reporter' },
  officer: { id: 'gambar yang dibawa petugas', en: 'picture brought by an officer' },
} as const satisfies Terms<BroughtBy>;

export const MISSING_TERMS = {
  no_url: { id: 'tanpa alamat', en: 'no address' },
  gone: { id: 'halaman tidak ada lagi', en: 'page is gone' },
  login_wall: HIDDEN_TERMS.login_wall,
  robots: HIDDEN_TERMS.robots,
  timeout: HIDDEN_TERMS.timeout,
  unreachable: HIDDEN_TERMS.unreachable,
  too_large: SKIP_TERMS.too_large,
  failed: { id: 'gagal', en: 'failed' },
} as const satisfies Terms<MissingItem['reason']>;

export const PACK_PROBLEM_TERMS = {
  pack_missing: { id: 'paket tidak ada', en: 'the pack is missing' },
  pack_linked: { id: 'folder paket adalah tautan', en: 'the folder of the pack is a link' },
  manifest_missing: { id: 'manifes tidak ada', en: 'the manifest is missing' },
  manifest_changed: { id: 'manifes berubah sejak disegel', en: 'the manifest changed since sealing' },
  manifest_unreadable: { id: 'manifes tidak dapat dibaca', en: 'the manifest cannot be read' },
  manifest_of_other: { id: 'manifes milik tanda lain', en: 'the manifest is of another flag' },
  seal_differs: {
    id: 'daftar bukti pada tanda berbeda dari manifes',
    en: 'what the flag lists differs from the manifest',
  },
  seal_missing: { id: 'tanda ini terbuka tanpa segel', en: 'this flag is open without a seal' },
  file_missing: { id: 'berkas hilang', en: 'the file is missing' },
  file_changed: { id: 'isi berubah sejak disegel', en: 'the content changed since sealing' },
  file_extra: { id: 'berkas ini tidak ada saat disegel', en: 'this file was not there when it was sealed' },
  file_unreadable: { id: 'berkas tidak dapat dibaca', en: 'the file cannot be read' },
  not_a_plain_file: { id: 'bukan berkas biasa', en: 'no plain file' },
  act_differs: {
    id: 'tindakan di basis data berbeda dari yang disegel',
    en: 'the act in the database differs from the sealed one',
  },
  act_missing: { id: 'tindakan ini tidak ada lagi di basis data', en: 'the act is gone from the database' },
} as const satisfies Terms<PackProblem['problem']>;

export const PROOF_TERMS = {
  unproven: { id: 'belum terbukti', en: 'unproven' },
  claimed: { id: 'menurut daftar OPD', en: 'claimed by the office' },
  proven: { id: 'terbukti milik yang bersangkutan', en: 'proven' },
  disputed: { id: 'disanggah', en: 'disputed' },
} as const satisfies Terms<ProofState>;

export const ROLE_TERMS = {
  reviewer: { id: 'peninjau', en: 'reviewer' },
  patrol: { id: 'petugas patroli', en: 'patrol officer' },
  supervisor: { id: 'penyelia', en: 'supervisor' },
  analyst: { id: 'analis', en: 'analyst' },
  sekda: { id: 'kantor Sekda', en: 'Sekda office' },
  auditor: { id: 'auditor', en: 'auditor' },
  report_keeper: { id: 'penjaga identitas pelapor', en: 'keeper of reporters’ identities' },
  admin: { id: 'admin', en: 'admin' },
} as const satisfies Terms<Role>;

export const DIGEST_TERMS = {
  building: { id: 'sedang disusun', en: 'being built' },
  sending: { id: 'sedang dikirim', en: 'being sent' },
  sent: { id: 'terkirim', en: 'sent' },
  sent_empty: { id: 'terkirim, tidak ada tanda', en: 'sent, no flags' },
  withheld: { id: 'terkirim tanpa angka tanda: cakupan terlalu rendah', en: 'sent without numbers: coverage too low' },
  failed: { id: 'gagal', en: 'failed' },
} as const satisfies Terms<DigestState>;

export const DIGEST_RHYTHM_TERMS = {
  daily: { id: 'harian', en: 'daily' },
  weekly: { id: 'mingguan', en: 'weekly' },
} as const satisfies Terms<DigestRhythm>;

export const DIGEST_FAILURE_TERMS = {
  deferred: { id: 'belum diterima server, dicoba lagi sendiri', en: 'not accepted yet, tried again by itself' },
  refused: {
    id: 'ditolak; perlu tindakan, lalu --send --force',
    en: 'refused; needs a person, then --send --force',
  },
  unknown_outcome: {
    id: 'tidak diketahui apakah surel keluar; tanyakan penerima, lalu --send --force',
    en: 'nobody knows whether the mail went out; ask the recipient, then --send --force',
  },
  missed: {
    id: 'terlewat, tidak ada surel; --send --force bila tetap perlu',
    en: 'missed, no mail; --send --force if it is still needed',
  },
} as const satisfies Terms<DigestFailure>;
