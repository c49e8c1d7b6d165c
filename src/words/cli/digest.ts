import type { Catalogue } from '../say.js';

export const RECEIPT = {
  none: { id: 'belum ada tanda terima', en: 'no receipt yet' },
  line: { id: '{state}; percobaan {attempts}; {at}', en: '{state}; attempts {attempts}; {at}' },
  answer: { id: '; jawaban: {answer}', en: '; answer: {answer}' },
} as const satisfies Catalogue;
