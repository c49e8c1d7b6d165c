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
} as const satisfies Catalogue;
