import type { Catalogue } from '../say.js';

export const MISSED = {
  title: { id: 'Yang terlewat oleh aturan', en: 'What rules missed' },
  recall: {
    id: 'Dari {n} tindakan yang dibawa orang lalu dikonfirmasi, aturan menandai {rate} (antara {low} dan {high}).',
    en: 'Of {n} acts that people brought and that were confirmed, rules marked {rate} (between {low} and {high}).',
  },
  none: {
    id: 'Belum ada tindakan yang dibawa orang dan dikonfirmasi.',
    en: 'Nothing that people brought has been confirmed yet.',
  },
  means: {
    id: 'Perkiraan: orang membawa yang mereka jumpai, bukan semuanya. Di bawah ini kata-kata yang tidak ditandai aturan mana pun, tanpa nama pemilik akun.',
    en: 'An estimate: people bring what they come across, not everything. Below, words that no rule marked, without the name of whose account it is.',
  },
  sampleNote: { id: 'dibawa orang, dikonfirmasi', en: 'brought by people, confirmed' },
  copy: { id: 'Salin sebagai contoh', en: 'Copy as a sample' },
  copied: {
    id: 'Tersalin. Tempel di bawah match: pada berkas .samples.yaml aturannya, lalu baca sekali lagi.',
    en: 'Copied. Paste it below match: in the .samples.yaml of its rule, then read it once more.',
  },
  notCopied: {
    id: 'Peramban menolak menyalin. Salin baris ini:',
    en: 'The browser refused to copy. Copy this line:',
  },
} as const satisfies Catalogue;
