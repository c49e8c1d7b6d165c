import type { Catalogue } from '../say.js';

export const VIEWS = {
  title: { id: 'Tampilan tersimpan', en: 'Saved views' },
  choose: { id: 'Tampilan …', en: 'View …' },
  own: { id: 'Milik saya', en: 'Mine' },
  ofOffices: { id: 'Milik OPD', en: 'Of offices' },
  save: { id: 'Simpan tampilan', en: 'Save view' },
  name: { id: 'Nama', en: 'Name' },
  whose: { id: 'Untuk', en: 'For' },
  forMe: { id: 'saya saja', en: 'myself' },
  forOffice: { id: 'semua di {office} dan di bawahnya', en: 'all in {office} and below' },
  explain: {
    id: 'Saringannya ikut tersimpan; hari, pemilik akun, dan nama pemutus tidak.',
    en: 'Its filters are kept; days, whose account it is, and who decided are not.',
  },
  confirm: { id: 'Simpan', en: 'Save' },
  remove: { id: 'Hapus tampilan "{name}"', en: 'Remove view "{name}"' },
} as const satisfies Catalogue;
