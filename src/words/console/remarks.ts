import type { Advice, Catalogue } from '../say.js';

export const REMARKS = {
  title: { id: 'Catatan rekan', en: 'Remarks of colleagues' },
  explain: {
    id: 'Dibaca semua yang boleh membuka tanda ini; bukan bagian dari keputusan, dan tidak dapat diubah.',
    en: 'Read by all who may open this flag; no part of the decision, and not to be changed.',
  },
  text: { id: 'Catatan baru', en: 'New remark' },
  textHint: { id: '@nama pengguna memberi kabar kepada rekan itu.', en: '@username tells that colleague.' },
  send: { id: 'Simpan catatan', en: 'Save remark' },
  keys: { id: 'n: tulis catatan · Ctrl+Enter di kolomnya: simpan', en: 'n: write a remark · Ctrl+Enter in it: save' },
  told: { id: 'Akan diberi kabar: {names}.', en: 'Will be told: {names}.' },
  unknown: {
    id: 'Bukan nama pengguna yang boleh membuka tanda ini: {names}.',
    en: 'No username of somebody who may open this flag: {names}.',
  },
  calls: { id: 'Rekan yang cocok', en: 'Colleagues that fit' },
  hidden: {
    id: '{n} catatan terlihat sesudah Anda memutuskan.',
    en: '{n} remark(s) are in sight once you have decided.',
  },
  sealed: { id: 'Catatan ini tidak dapat dibuka lagi.', en: 'This remark cannot be opened any more.' },
  none: { id: 'Belum ada catatan.', en: 'There is no remark yet.' },
} as const satisfies Catalogue;

export const REMARK_REFUSALS = {
  no_colleague: {
    message: {
      id: 'Orang ini tidak boleh membuka tanda ini.',
      en: 'This person may not open this flag.',
    },
    hint: { id: 'Muat ulang, lalu pilih rekan dari daftar.', en: 'Reload, then choose a colleague from the list.' },
  },
  remark_taken: {
    message: {
      id: 'Dengan nomor itu sudah ada catatan Anda yang berbunyi lain.',
      en: 'There is another remark of yours by that number.',
    },
    hint: { id: 'Tulis lagi sebagai catatan baru.', en: 'Write it again as a new one.' },
  },
  too_many_remarks: {
    message: { id: 'Tanda ini sudah punya {limit} catatan.', en: 'This flag has {limit} remarks already.' },
    hint: { id: 'Bicarakan selebihnya langsung.', en: 'Talk about the rest in person.' },
  },
  too_many_mentions: {
    message: {
      id: 'Satu catatan menyebut paling banyak {limit} orang.',
      en: 'A remark mentions {limit} people at most.',
    },
    hint: { id: 'Sebut yang perlu tahu saja.', en: 'Mention only who needs to know.' },
  },
} as const satisfies Readonly<Record<string, Advice>>;
