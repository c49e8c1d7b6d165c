import type { Catalogue } from '../say.js';

export const RECEIPT = {
  none: { id: 'belum ada tanda terima', en: 'no receipt yet' },
  line: { id: '{state}; percobaan {attempts}; {at}', en: '{state}; attempts {attempts}; {at}' },
  answer: { id: '; jawaban: {answer}', en: '; answer: {answer}' },
} as const satisfies Catalogue;

export const PREVIEW = {
  goesOn: {
    id: 'Hari {day} belum berakhir di sana: angkanya masih bertambah, dan rekapnya belum dapat dikirim.',
    en: 'The day {day} has not ended there: its numbers still grow, and its digest cannot be sent yet.',
  },
} as const satisfies Catalogue;
