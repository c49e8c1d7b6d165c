import type { NotObservableReason, Observation, SkipReason } from '../domain/coverage.js';
import type { Actor } from '../domain/reason-actors.js';
import type { SignalWay } from '../domain/signal-way.js';
import type { Terms } from './terms.js';

export const OBSERVATION_TERMS = {
  seen: { id: 'terlihat', en: 'seen' },
  none: { id: 'nihil', en: 'none' },
  not_observable: { id: 'tidak dapat diamati', en: 'not observable' },
} as const satisfies Terms<Observation['state']>;

export const SIGNAL_WAY_TERMS = {
  machine: { id: 'dibaca mesin', en: 'read by machine' },
  people: { id: 'hanya dibawa orang', en: 'only brought by people' },
  nobody: { id: 'tidak dapat diamati siapa pun', en: 'observable by nobody' },
} as const satisfies Terms<SignalWay>;

export const HIDDEN_TERMS = {
  unproven: { id: 'belum terbukti pemiliknya', en: 'ownership not proven' },
  no_mandate: { id: 'tidak ada mandat yang berlaku', en: 'no mandate in force' },
  no_collector: { id: 'hanya dibawa orang', en: 'only brought by people' },
  shown_to_nobody: { id: 'tidak ditampilkan platform', en: 'shown to nobody by the platform' },
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

/** Who can change that something could not be seen, and by what. */
export const ACTOR_TERMS = {
  registry: {
    id: 'pengelola registri: lengkapi mandat dan bukti kepemilikan akun',
    en: 'registry keeper: complete mandates and proofs of ownership',
  },
  operator: {
    id: 'pengelola sistem: jalankan netra doctor dan pulihkan kunjungan',
    en: 'system operator: run netra doctor and restore the visits',
  },
  bringer: {
    id: 'petugas: bawa tindakannya lewat laporan, temuan patroli, atau berkas (netra import)',
    en: 'officers: bring the acts by reports, patrol findings or files (netra import)',
  },
  nobody: {
    id: 'tidak ada: batas platform atau pilihan pemilik akun, yang tidak ditembus',
    en: 'nobody: limits of the platform or choice of the holder, which are not broken through',
  },
} as const satisfies Terms<Actor>;

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
  picture_off: { id: 'gambar: pembacaannya dimatikan', en: 'picture: reading is switched off' },
  picture_over_budget: { id: 'gambar: di luar jatah kunjungan', en: 'picture: beyond the budget of the visit' },
  picture_too_large: { id: 'gambar: terlalu besar', en: 'picture: too large' },
  picture_unreadable: { id: 'gambar: tidak terbaca', en: 'picture: unreadable' },
  picture_closed: { id: 'gambar: tidak dibuka untuk umum', en: 'picture: not public' },
  picture_away: { id: 'gambar: tidak terjangkau', en: 'picture: out of reach' },
  picture_late: { id: 'gambar: server terlalu lambat', en: 'picture: server too slow' },
  picture_busy: { id: 'gambar: pembaca sedang penuh', en: 'picture: the reader is busy' },
} as const satisfies Terms<SkipReason>;
