import type { Difference } from '../../domain/post-family.js';
import type { Advice, Catalogue } from '../say.js';
import type { Terms } from '../terms.js';

/** Flags of the same text, picture or shared original. */
export const SAME = {
  title: { id: 'Kiriman yang sama', en: 'The same post' },
  rows: { id: '{n} tanda yang sama', en: '{n} flags of the same' },
  grouped: { id: 'Sama digabung', en: 'Same in one' },
  each: { id: 'Satu per satu', en: 'One by one' },
  filter: { id: 'Kelompok', en: 'Groups' },
  waiting: {
    id: '{n} tanda lain dari kiriman yang sama menunggu keputusan pertama.',
    en: '{n} other flag(s) of the same post wait for a first decision.',
  },
  compare: { id: 'Bandingkan', en: 'Compare them' },
  onlyDismissing: {
    id: 'Yang dicentang ikut dikesampingkan dengan alasan yang sama, masing-masing dengan nama Anda. Mengonfirmasi selalu satu per satu.',
    en: 'Those ticked are dismissed with the same reason, each with your name. Confirming always goes one by one.',
  },
  tickAll: { id: 'Centang yang tidak berbeda', en: 'Tick those that do not differ' },
  tickNone: { id: 'Kosongkan', en: 'Clear the ticks' },
  noDifference: { id: 'tidak ada perbedaan', en: 'no difference' },
  differs: { id: 'berbeda: {what}', en: 'differs: {what}' },
  reviewed: { id: 'pernah dilihat orang', en: 'looked at before' },
  more: {
    id: '{n} lagi sesudah yang ini diputuskan.',
    en: '{n} more once these are decided.',
  },
  submit: { id: 'Kesampingkan {n} tanda', en: 'Dismiss {n} flags' },
  given: { id: '{n} tanda dikesampingkan.', en: '{n} flags dismissed.' },
  refused: { id: '{n} tidak ikut diputuskan:', en: '{n} were not decided:' },
  allCount: {
    id: 'Keputusan Anda untuk {n} tanda ({verdict}) berlaku dalam {s} detik.',
    en: 'Your decision on {n} flags ({verdict}) counts in {s} seconds.',
  },
  allCountNow: {
    id: 'Keputusan Anda untuk {n} tanda ({verdict}) sedang disimpan.',
    en: 'Your decision on {n} flags ({verdict}) is being saved.',
  },
  undoAll: { id: 'Urungkan semua', en: 'Undo all' },
  earlier: { id: 'Sudah diputuskan', en: 'Decided already' },
  earlierNote: {
    id: 'Kiriman yang sama oleh orang lain, yang terbaru dahulu. Tanda orang yang sama tidak ada di sini.',
    en: 'The same post by other people, the newest first. Flags of the same person are not here.',
  },
  earlierHidden: {
    id: 'Yang sudah diputuskan dari kiriman yang sama terlihat sesudah Anda memutuskan tanda ini.',
    en: 'What was decided of the same post is in sight once you have decided on this flag.',
  },
  closed: { id: 'diputuskan satu orang, tertutup', en: 'decided by one person, closed' },
} as const satisfies Catalogue;

export const DIFFERENCE_TERMS = {
  kind: { id: 'jenis tindakan', en: 'kind of act' },
  words: { id: 'kata sendiri', en: 'own words' },
  picture: { id: 'gambar', en: 'picture' },
  original: { id: 'kiriman asal', en: 'what it is aimed at' },
  rules: { id: 'aturan', en: 'rules' },
  tickets: { id: 'pasangan calon', en: 'tickets' },
  clears: { id: 'hal meringankan', en: 'what clears' },
} as const satisfies Terms<Difference>;

export const SAME_REFUSALS = {
  not_the_same: {
    message: {
      id: 'Ada tanda yang bukan dari kiriman yang sama.',
      en: 'One of these flags is not of the same post.',
    },
    hint: { id: 'Muat ulang daftarnya, lalu centang lagi.', en: 'Reload the list, then tick again.' },
  },
} as const satisfies Readonly<Record<string, Advice>>;
