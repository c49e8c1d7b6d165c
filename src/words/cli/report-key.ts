import type { Catalogue } from '../say.js';

/** The ceremony that `netra report-key` prints, step by step, for two people who stand at the machine. */
export const REPORT_KEY = {
  keyFile: { id: 'kunci-pelapor-{id}.json', en: 'kunci-pelapor-{id}.json' },
  passphraseFile: { id: 'sandi-pelapor-{id}.txt', en: 'sandi-pelapor-{id}.txt' },
  made: {
    id: 'Kunci pelapor {id} dibuat dan dipakai formulir mulai sekarang.\nLakukan berikut ini berdua, sebelum meninggalkan mesin:',
    en: 'Reporter key {id} is made, and forms use it from now on.\nDo the following, two of you, before you leave the machine:',
  },
  carryKey: {
    id: '1. Salin {path} ke dua media (misalnya dua diska USB). Satu dipegang penjaga kunci, satu disimpan di brankas kantor lain.',
    en: '1. Copy {path} to two media (two USB sticks, say). One for the keeper, one into a safe of another office.',
  },
  carryPassphrase: {
    id: '2. Cetak atau tulis tangan isi {path}. Simpan terpisah dari medianya, pada orang lain; jangan difoto, jangan dikirim.',
    en: '2. Print {path} or write it down by hand. Keep it apart from the media, with somebody else; no photograph, no message.',
  },
  tryIt: {
    id: '3. Uji: penjaga kunci masuk ke konsol, membuka halaman Identitas, memilih berkas dari medianya, mengetik sandinya, dan memilih "Uji kunci".',
    en: '3. Try it: the keeper logs in, opens the page Identity, chooses the file from the medium, types the passphrase and chooses "Try the key".',
  },
  remove: {
    id: '4. Hapus keduanya dari mesin ini: shred -u {key} {passphrase}',
    en: '4. Delete both from this machine: shred -u {key} {passphrase}',
  },
  loss: {
    id: '5. Catat dalam berita acara siapa memegang apa. Bila berkas atau sandinya hilang, nama yang sudah disandikan tidak dapat dibuka siapa pun, juga oleh pembuat Netra; laporannya tetap ada.',
    en: '5. Put on record who holds what. Where file or passphrase are lost, names that are sealed cannot be opened by anybody, nor by who made Netra; the reports remain.',
  },
  keepFormer: {
    id: '6. Simpan juga kunci sebelumnya ({former}): nama yang disandikan dengannya hanya dibuka dengannya.',
    en: '6. Keep the former key ({former}) as well: what it sealed is opened by it alone.',
  },
  current: { id: 'dipakai', en: 'in use' },
  former: { id: 'sebelumnya; masih membuka yang lama', en: 'former; still opens what it sealed' },
  nothing: {
    id: 'Belum ada kunci: formulir tidak menawarkan pengisian nama.',
    en: 'There is no key: the form offers no field for a name.',
  },
} as const satisfies Catalogue;

export const REPORT_KEY_FAULTS = {
  there: {
    message: { id: 'Kunci pelapor sudah ada.', en: 'There is a reporter key already.' },
    hint: { id: 'Menggantinya: netra report-key rotate', en: 'To change it: netra report-key rotate' },
  },
  none: {
    message: { id: 'Belum ada kunci pelapor.', en: 'There is no reporter key yet.' },
    hint: { id: 'Membuatnya: netra report-key create', en: 'To make one: netra report-key create' },
  },
  notWritten: {
    message: { id: '{path} tidak dapat ditulis ({code}).', en: '{path} could not be written ({code}).' },
    hint: {
      id: 'Pilih folder lain dengan --out; berkas yang sudah ada tidak pernah ditimpa. Kunci belum dipakai.',
      en: 'Choose another folder by --out; a file that is there is never overwritten. The key is not in use.',
    },
  },
} as const satisfies Catalogue;
