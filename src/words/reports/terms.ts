import type { Channel, Door, ReportOutcome, ReportState } from '../../domain/report.js';
import type { Terms } from '../terms.js';

export const DOOR_TERMS = {
  public: { id: 'formulir laporan', en: 'report form' },
  api: { id: 'portal lain', en: 'another portal' },
  patrol: { id: 'temuan patroli', en: 'patrol finding' },
} as const satisfies Terms<Door>;

export const REPORT_STATE_TERMS = {
  new: { id: 'akun siapa', en: 'whose account' },
  waits_for_registry: { id: 'menunggu registri', en: 'waiting for the registry' },
  identified: { id: 'uji kebenaran', en: 'truth check' },
  duplicate: { id: 'digabung', en: 'joined' },
  decided: { id: 'diputuskan', en: 'decided' },
} as const satisfies Terms<ReportState>;

export const REPORT_OUTCOME_TERMS = {
  true: { id: 'benar', en: 'true' },
  not_true: { id: 'tidak benar', en: 'not true' },
  cannot_be_shown: { id: 'tidak dapat dibuktikan', en: 'cannot be shown' },
  not_asn: { id: 'bukan ASN terdaftar', en: 'no registered civil servant' },
  private_channel: { id: 'saluran tertutup', en: 'closed channel' },
  not_our_matter: { id: 'di luar kewenangan', en: 'not our matter' },
} as const satisfies Terms<ReportOutcome>;

export const CHANNEL_TERMS = {
  public: { id: 'terbuka untuk umum', en: 'open to the public' },
  private: { id: 'saluran tertutup, dibawa peserta', en: 'closed channel, brought by a participant' },
} as const satisfies Terms<Channel>;

/** What a pasted link leads to. */
export const LINK_KIND_TERMS = {
  post: { id: 'unggahan', en: 'post' },
  comment: { id: 'komentar', en: 'comment' },
  profile: { id: 'profil', en: 'profile' },
  story: { id: 'cerita sehari', en: 'story' },
  group_post: { id: 'unggahan grup', en: 'group post' },
  private: { id: 'tertutup', en: 'closed' },
  short: { id: 'tautan pendek', en: 'short link' },
  page: { id: 'halaman', en: 'page' },
} as const satisfies Terms<string>;
