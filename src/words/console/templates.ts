import type { Catalogue } from '../say.js';

export const TEMPLATES = {
  title: { id: 'Contoh alasan', en: 'Reason templates' },
  explain: {
    id: 'Dipakai semua yang memutuskan di OPD itu dan di bawahnya, dengan satu tombol; isinya tetap dapat diubah pada tiap tanda. Jangan menulis nama orang di sini.',
    en: 'Used by all who decide in that office and below, by one key; the words can still be changed on each flag. Write no names of people here.',
  },
  chosenBy: { id: 'Contoh alasan', en: 'Reason templates' },
  keep: { id: 'Kelola contoh alasan', en: 'Keep reason templates' },
  none: { id: 'Belum ada contoh alasan di OPD Anda.', en: 'Your offices have no reason templates yet.' },
  office: { id: 'OPD', en: 'Office' },
  verdict: { id: 'Keputusan', en: 'Decision' },
  rule: { id: 'Aturan', en: 'Rule' },
  everyRule: { id: 'semua aturan', en: 'every rule' },
  text: { id: 'Isi', en: 'Words' },
  add: { id: 'Tambah', en: 'Add' },
  save: { id: 'Simpan', en: 'Save' },
  change: { id: 'Ubah', en: 'Change' },
  remove: { id: 'Hapus', en: 'Remove' },
  saved: { id: 'Tersimpan.', en: 'Saved.' },
} as const satisfies Catalogue;
