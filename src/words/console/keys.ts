import type { Catalogue, Message } from '../say.js';

/** What each single key of the console does: the table of all of them, in the order of the `?` sheet. */
export const KEY_TERMS = {
  j: { id: 'turun satu baris', en: 'one line down' },
  k: { id: 'naik satu baris', en: 'one line up' },
  t: { id: 'ambil tanda berikutnya', en: 'take the next flag' },
  '1': { id: 'pilih keputusan pertama', en: 'choose the first verdict' },
  '2': { id: 'pilih keputusan kedua', en: 'choose the second verdict' },
  '3': { id: 'pilih keputusan ketiga', en: 'choose the third verdict' },
  a: { id: 'contoh alasan pertama', en: 'first template of a reason' },
  s: { id: 'contoh alasan kedua', en: 'second template of a reason' },
  d: { id: 'contoh alasan ketiga', en: 'third template of a reason' },
  f: { id: 'contoh alasan keempat', en: 'fourth template of a reason' },
  g: { id: 'contoh alasan kelima', en: 'fifth template of a reason' },
  r: { id: 'ke alasan', en: 'go to the reason' },
  c: { id: 'ke "Yang berbicara sebaliknya"', en: 'go to "What speaks against it"' },
  p: { id: 'ke siapa yang ditanya', en: 'go to whom to ask' },
  b: { id: 'ke jawaban', en: 'go to the answer' },
  n: { id: 'ke catatan rekan', en: 'go to the remarks' },
  m: { id: 'jadikan tugas saya, atau lepaskan', en: 'make it my work, or give it back' },
  e: { id: 'bandingkan kiriman yang sama', en: 'compare the same post' },
  u: { id: 'ke "Serahkan"', en: 'go to "Hand over"' },
  z: { id: 'urungkan keputusan', en: 'undo the decision' },
  'Ctrl+Enter': { id: 'simpan yang sedang diisi', en: 'save what is being filled in' },
  Escape: { id: 'kembali ke daftar', en: 'back to the list' },
  '/': { id: 'cari', en: 'search' },
  'Ctrl+k': { id: 'lompat ke halaman, tanda, atau tampilan', en: 'jump to a page, a flag or a view' },
  '?': { id: 'lembar ini', en: 'this sheet' },
} as const satisfies Readonly<Record<string, Message>>;

export type Key = keyof typeof KEY_TERMS;

export const KEY_SHEET = {
  title: { id: 'Pintasan papan ketik', en: 'Keyboard shortcuts' },
  explain: {
    id: 'Yang berlaku di halaman ini sekarang. Selama Anda mengetik di sebuah kolom, huruf tetap huruf.',
    en: 'Those that work on this page now. While you type in a field, letters stay letters.',
  },
  always: {
    id: 'Tab: ke bidang berikutnya · Enter: buka yang dipilih · Ctrl+P: cetak',
    en: 'Tab: next field · Enter: open what is chosen · Ctrl+P: print',
  },
  open: { id: 'Pintasan papan ketik (?)', en: 'Keyboard shortcuts (?)' },
} as const satisfies Catalogue;

export const PALETTE = {
  title: { id: 'Lompat ke …', en: 'Jump to …' },
  label: {
    id: 'Halaman, nomor tanda, tampilan, atau yang dicari',
    en: 'Page, number of a flag, view, or what you look for',
  },
  found: { id: 'Tujuan', en: 'Where to' },
  page: { id: 'Halaman', en: 'Page' },
  view: { id: 'Tampilan', en: 'View' },
  flag: { id: 'Tanda', en: 'Flag' },
  none: { id: 'Tidak ada yang cocok.', en: 'Nothing fits.' },
  keys: { id: '↑ ↓ pilih · Enter buka · Esc tutup', en: '↑ ↓ choose · Enter open · Esc close' },
} as const satisfies Catalogue;
