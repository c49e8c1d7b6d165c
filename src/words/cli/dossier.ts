import type { Advice, Catalogue } from '../say.js';

/** What `--help` says of it. */
export const DOSSIER_HELP = {
  about: {
    id: 'berkas satu tanda yang dikonfirmasi (PDF atau ZIP), sama seperti dari konsol',
    en: 'the dossier of one confirmed flag (PDF or ZIP), the same as from the console',
  },
  masked: {
    id: 'salinan samaran: tanpa nama, akun, dan berkas bukti',
    en: 'masked copy: without names, accounts and evidence files',
  },
  format: { id: 'pdf atau zip; tanpa ini zip', en: 'pdf or zip; zip without it' },
  out: { id: 'nama berkasnya; yang sudah ada tidak ditimpa', en: 'name of the file; one that is there stays' },
} as const satisfies Catalogue;

export const DOSSIER_WRITTEN = {
  full: {
    id: 'Ditulis: {file} (salinan lengkap: berisi data pribadi, hanya untuk yang memeriksa perkara ini)',
    en: 'Written: {file} (full copy: holds personal data, only for those who examine this case)',
  },
  masked: {
    id: 'Ditulis: {file} (salinan samaran: baca dulu sebelum diteruskan; julukan tidak dikenali)',
    en: 'Written: {file} (masked copy: read it before it goes on; nicknames are not known)',
  },
  awaitsSecond: {
    id: 'Menunggu orang kedua: jangan perlihatkan kepada yang masih akan memutuskan.',
    en: 'Waits for a second person: show it to nobody who is still to decide.',
  },
  digest: { id: 'SHA-256, seperti di jejak audit: {sha256}', en: 'SHA-256, as in the audit log: {sha256}' },
} as const satisfies Catalogue;

export const DOSSIER_FAULTS = {
  noFlag: {
    message: { id: 'Tanda {flag} tidak ada.', en: 'There is no flag {flag}.' },
    hint: { id: 'Nomornya ada di alamat halaman tanda.', en: 'Its number is in the address of the flag’s page.' },
  },
  notConfirmed: {
    message: { id: 'Tanda {flag} tidak dikonfirmasi.', en: 'Flag {flag} is not confirmed.' },
    hint: {
      id: 'Berkas hanya dibuat dari tanda yang keputusannya berlaku dan dikonfirmasi.',
      en: 'A dossier is made of flags alone that are confirmed by a verdict in force.',
    },
  },
  fileIsThere: {
    message: { id: 'Berkas {file} sudah ada.', en: 'The file {file} is there already.' },
    hint: { id: 'Pilih nama lain dengan --out.', en: 'Choose another name by --out.' },
  },
  cannotWrite: {
    message: { id: 'Berkas {file} tidak dapat ditulis.', en: 'The file {file} cannot be written.' },
    hint: { id: 'Periksa folder dan hak tulisnya.', en: 'Check its folder and whether it may be written.' },
  },
} as const satisfies Readonly<Record<string, Advice>>;
