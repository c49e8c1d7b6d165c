import type { Stage } from '../../domain/election.js';
import type { SignKind } from '../tickets/signs.js';

/** What people call the stages. */
export const STAGE_NAMES: Record<Stage, { id: string; en: string }> = {
  registration: { id: 'pendaftaran', en: 'registration' },
  verification: { id: 'verifikasi', en: 'verification' },
  determined: { id: 'penetapan pasangan calon', en: 'tickets determined' },
  numbers_drawn: { id: 'pengundian nomor urut', en: 'ballot numbers drawn' },
  campaign: { id: 'masa kampanye', en: 'campaign' },
  quiet: { id: 'masa tenang', en: 'quiet days' },
  voting: { id: 'hari pemungutan suara', en: 'voting day' },
  counting: { id: 'penghitungan dan rekapitulasi', en: 'counting' },
};

/** What a quoted sign of a ticket is. */
export const SIGN_MEANINGS: Record<SignKind, string> = {
  name: 'nama calon',
  alias: 'sebutan calon',
  pair: 'nama pasangan calon',
  hashtag: 'tagar pasangan calon',
  slogan: 'semboyan pasangan calon',
  party: 'partai pengusung',
  number: 'nomor urut',
  empty_box: 'kotak kosong',
  mention: 'akun yang menyebut nama calon',
  account: 'akun terdaftar pasangan calon',
};
