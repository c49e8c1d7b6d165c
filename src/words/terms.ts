import type { Role } from '../domain/abilities.js';
import type { DigestRhythm, ProofState } from '../domain/account.js';
import type { DigestFailure, DigestState } from '../domain/digest.js';
import type { Stage } from '../domain/election.js';
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
