import type { Catalogue } from '../say.js';

export const CHAIN = {
  holds: {
    id: 'Rantai utuh: {entries} catatan, sidik terakhir {hash}',
    en: 'The chain holds: {entries} entries, last hash {hash}',
  },
  plain: {
    id: 'Catatan 1 sampai {n} ditulis sebelum catatan berkunci: sampai di situ hanya rantai biasa, yang dapat ditulis ulang oleh pengelola basis data waktu itu.',
    en: 'Entries 1 to {n} were written before the log had a key: up to there it is only a plain chain, which the keeper of the database could have rewritten then.',
  },
  broken: { id: 'Rantai putus pada catatan {seq}: {problem}.', en: 'The chain breaks at entry {seq}: {problem}.' },
  next: {
    id: '  langkah berikut: hentikan pemakaian, amankan basis data, bandingkan dengan cadangan.',
    en: '  next: stop using it, secure the database, compare with a backup.',
  },
} as const satisfies Catalogue;

export const PACKS = {
  none: { id: 'Belum ada paket bukti yang disegel.', en: 'No evidence pack is sealed yet.' },
  whole: {
    id: '{packs} paket bukti diperiksa; semua sama dengan saat disegel.',
    en: '{packs} evidence packs checked; all are as they were sealed.',
  },
  broken: {
    id: '{packs} paket bukti diperiksa; {broken} tidak sama dengan saat disegel.',
    en: '{packs} evidence packs checked; {broken} are not as they were sealed.',
  },
  next: {
    id: '  langkah berikut: Jangan pakai paket yang rusak; pulihkan dari cadangan, lalu periksa lagi.',
    en: '  next: do not use a broken pack; restore it from a backup, then check again.',
  },
  problemLine: { id: '{flag} {file}: {problem}', en: '{flag} {file}: {problem}' },
  orphan: {
    no_flag: {
      id: '{path}: paket ini tidak punya tanda di basis data',
      en: '{path}: this pack has no flag in the database',
    },
    no_pack: { id: '{path}: bukan paket bukti', en: '{path}: not an evidence pack' },
  },
  orphans: {
    id: '{orphans} hal di folder bukti bukan milik tanda mana pun.',
    en: '{orphans} things in the evidence folder belong to no flag.',
  },
  row: { id: 'Bukti', en: 'Evidence' },
  notCompared: {
    id: 'belum dibandingkan: basis data tidak berjalan',
    en: 'not compared: the database is not running',
  },
  notReached: { id: 'belum dibandingkan: {why}', en: 'not compared: {why}' },
  noOrphans: { id: 'setiap paket punya tandanya', en: 'every pack has its flag' },
  orphansNext: {
    id: '  langkah berikut: bandingkan basis data dengan cadangan (tanda mungkin dihapus); jangan hapus paketnya.',
    en: '  next: compare the database with a backup (a flag may have been deleted); do not delete the pack.',
  },
} as const satisfies Catalogue;
