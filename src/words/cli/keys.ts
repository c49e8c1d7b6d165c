import type { Advice, Catalogue } from '../say.js';

/** What `netra keys` says of the key of NIPs. */
export const KEYS = {
  withoutFieldKey: {
    id: 'tanpa NETRA_FIELD_KEY: hanya netra registry dan netra keys memerlukannya, di tempat lain lebih baik tidak ada',
    en: 'without NETRA_FIELD_KEY: only netra registry and netra keys need it, elsewhere it is better absent',
  },
  begun: {
    id: 'Kunci NIP baru dibuat; yang lama tetap membuka sampai semua disegel ulang.',
    en: 'A new key of NIPs was made; the former one opens until all is sealed again.',
  },
  goesOn: { id: 'Penggantian kunci NIP dilanjutkan.', en: 'The change of the key of NIPs goes on.' },
  nothingLost: {
    id: 'Kunci yang dipakai basis data ini ada di sini: tidak ada yang hilang, dan --lost tidak membuat kunci baru. Mengganti kunci: netra keys rotate',
    en: 'The key that this database uses is held here: nothing is lost, and --lost makes no new key. To change the key: netra keys rotate',
  },
  givenUp: {
    id: 'Kunci di sini dipakai mulai sekarang; kunci sebelumnya dinyatakan hilang.',
    en: 'The key held here is in use from now on; the one before is said to be lost.',
  },
  waits: {
    id: 'netra: menunggu perintah kunci lain selesai (proses {pid}) …',
    en: 'netra: waiting for another command on keys to end (process {pid}) …',
  },
  soFar: { id: '… {count}', en: '… {count}' },
  resealed: { id: '{count} NIP disegel ulang.', en: '{count} NIPs sealed again.' },
  unreadable: {
    id: '{count} NIP tidak dibuka oleh kunci mana pun di sini. Akun: {ids}',
    en: '{count} NIPs are opened by no key held here. Accounts: {ids}',
  },
  lookForKey: {
    id: 'Kunci lama jangan dibuang. Cari kunci yang menyegelnya (salinan keys.json), tambahkan ke formerFieldKeys di keys.json atau ke NETRA_FORMER_FIELD_KEYS, lalu ulangi: netra keys rotate. Bila hilang untuk selamanya, impor ulang registri.',
    en: 'Drop no former key. Look for the key that sealed them (a copy of keys.json), add it to formerFieldKeys in keys.json or to NETRA_FORMER_FIELD_KEYS, and run netra keys rotate again. If it is lost for ever, import the registry again.',
  },
  nothingLeft: {
    id: 'Tidak ada lagi yang disegel dengan kunci lama. Membuangnya: netra keys forget',
    en: 'Nothing is sealed with a former key any more. To drop it: netra keys forget',
  },
  someLeft: {
    id: '{count} NIP masih disegel dengan kunci lama: ada impor yang berjalan. Ulangi: netra keys rotate',
    en: '{count} NIPs are sealed with a former key still: an import is running. Again: netra keys rotate',
  },
  forgotten: {
    id: 'Kunci lama dibuang dari mesin ini. Cadangan basis data dari masa sebelumnya tetap memerlukannya: simpan salinannya selama cadangan itu ada.',
    en: 'The former key was dropped from this machine. Backups from before need it still: keep a copy as long as they are kept.',
  },
  forgetByHand: {
    id: 'Tidak ada lagi yang memerlukan kunci lama: kosongkan NETRA_FORMER_FIELD_KEYS, dan simpan salinannya selama cadangan lama masih ada.',
    en: 'Nothing needs the former key any more: empty NETRA_FORMER_FIELD_KEYS, and keep a copy as long as old backups are kept.',
  },
  noneToForget: { id: 'Tidak ada kunci lama.', en: 'There is no former key.' },
  neverOpens: {
    id: '{count} NIP tidak terbuka juga dengan kunci lama: segelnya rusak atau milik kunci lain.',
    en: '{count} NIPs do not open with the former key either: their seals are broken or belong to another key.',
  },
  underWay: {
    id: 'kunci NIP lama masih disimpan: penggantian belum selesai, atau kunci lama belum dibuang',
    en: 'a former key of NIPs is kept still: its change is not done, or the key not dropped yet',
  },
  broken: { id: 'tidak terbaca atau rusak', en: 'cannot be read, or is broken' },
  restore: {
    id: 'pulihkan dari cadangan; tanpa kunci ini data tersandi hilang',
    en: 'restore it from a backup; without these keys what they sealed is lost',
  },
} as const satisfies Catalogue;

export const KEYS_FROM_ENVIRONMENT = {
  message: {
    id: 'Kunci NIP datang dari lingkungan, jadi kunci barunya dipasang di sana.',
    en: 'The key of NIPs comes from the environment, so the new one is set there.',
  },
  hint: {
    id: 'Pindahkan kunci sekarang ke NETRA_FORMER_FIELD_KEYS, isi NETRA_FIELD_KEY dengan yang baru (openssl rand -base64 32), lalu ulangi.',
    en: 'Move the present key to NETRA_FORMER_FIELD_KEYS, set NETRA_FIELD_KEY to a new one (openssl rand -base64 32), and run this again.',
  },
} as const satisfies Advice;

export const KEY_STILL_NEEDED = {
  message: {
    id: '{count} NIP masih disegel dengan kunci lama; kunci itu tidak dibuang.',
    en: '{count} NIPs are sealed with a former key still; it is not dropped.',
  },
  hint: { id: 'Segel ulang dulu: netra keys rotate', en: 'Seal them again first: netra keys rotate' },
} as const satisfies Advice;

export const KEY_MAY_BE_ELSEWHERE = {
  message: {
    id: '{count} NIP tidak dibuka oleh kunci mana pun di sini; kunci lama tidak dibuang.',
    en: '{count} NIPs are opened by no key held here; the former key is not dropped.',
  },
  hint: {
    id: 'Cari kunci yang menyegelnya (salinan keys.json), tambahkan ke formerFieldKeys di keys.json atau ke NETRA_FORMER_FIELD_KEYS, lalu: netra keys rotate. Hanya bila kunci itu hilang untuk selamanya: netra keys forget --lost',
    en: 'Look for the key that sealed them (a copy of keys.json), add it to formerFieldKeys in keys.json or to NETRA_FORMER_FIELD_KEYS, then: netra keys rotate. Only where it is lost for ever: netra keys forget --lost',
  },
} as const satisfies Advice;
