import type { Catalogue } from '../say.js';

/** The page of whoever keeps the key of reporters' names. */
export const KEEPER = {
  title: { id: 'Identitas pelapor', en: 'Identity of a reporter' },
  lead: {
    id: 'Berkas kunci dibaca di peramban ini saja dan tidak dikirim ke mana pun. Setiap pembukaan tercatat dalam jejak audit dengan nama Anda.',
    en: 'The key file is read in this browser alone and sent nowhere. Each opening is an entry of the audit log with your name.',
  },
  key: { id: 'Berkas kunci (kunci-pelapor-….json)', en: 'Key file (kunci-pelapor-….json)' },
  passphrase: { id: 'Sandi kunci', en: 'Passphrase' },
  report: { id: 'Nomor laporan', en: 'Number of the report' },
  reportHint: {
    id: 'Dari penyelia yang memerlukan namanya. Kosong bila hanya menguji kunci.',
    en: 'From the supervisor who needs the name. Empty to try the key alone.',
  },
  open: { id: 'Buka identitas', en: 'Open the identity' },
  try: { id: 'Uji kunci', en: 'Try the key' },
  close: { id: 'Tutup dan lupakan', en: 'Close and forget' },
  name: { id: 'Nama', en: 'Name' },
  contact: { id: 'Nomor telepon atau surel', en: 'Telephone or mail address' },
  fits: { id: 'Kunci dan sandinya cocok.', en: 'Key and passphrase fit.' },
  opened: { id: 'Terbuka. Tutup sesudah dibaca.', en: 'Open. Close it once read.' },
  noKey: { id: 'Pilih berkas kunci dari media Anda.', en: 'Choose the key file from your medium.' },
  wrongPassphrase: {
    id: 'Sandi tidak cocok dengan berkas kunci ini.',
    en: 'The passphrase does not fit this key file.',
  },
  otherKey: {
    id: 'Identitas ini disandikan dengan kunci lain. Pakai berkas kunci',
    en: 'This identity was sealed with another key. Use the key file',
  },
  broken: {
    id: 'Identitas ini tidak dapat dibuka: rusak, atau bukan dari kunci ini.',
    en: 'This identity cannot be opened: damaged, or not of this key.',
  },
  home: { id: 'Buka halaman identitas pelapor', en: 'Open the page of reporters’ identities' },
} as const satisfies Catalogue;
