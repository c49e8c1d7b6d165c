import type { Catalogue } from '../say.js';

export const CHAIN = {
  holds: {
    id: 'Rantai utuh: {entries} catatan, sidik terakhir {hash}',
    en: 'The chain holds: {entries} entries, last hash {hash}',
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
  problem: {
    pack_missing: { id: 'paket tidak ada', en: 'the pack is missing' },
    manifest_missing: { id: 'manifes tidak ada', en: 'the manifest is missing' },
    manifest_changed: { id: 'manifes berubah sejak disegel', en: 'the manifest changed since sealing' },
    file_missing: { id: 'berkas hilang', en: 'the file is missing' },
    file_changed: { id: 'isi berubah sejak disegel', en: 'the content changed since sealing' },
    file_extra: { id: 'berkas ini tidak ada saat disegel', en: 'this file was not there when it was sealed' },
    file_unreadable: { id: 'berkas tidak dapat dibaca', en: 'the file cannot be read' },
    not_a_plain_file: { id: 'bukan berkas biasa', en: 'no plain file' },
  },
} as const satisfies Catalogue;
