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

/** What is wrong with the options of `netra digest`. */
export const DIGEST_INPUT = {
  noDay: {
    message: { id: '"{day}" bukan tanggal.', en: '"{day}" is no date.' },
    hint: { id: 'Tulis seperti --date 2026-11-21.', en: 'Write it like --date 2026-11-21.' },
  },
  forceAlone: {
    message: { id: '--force hanya berlaku bersama --send.', en: '--force only goes with --send.' },
    hint: { id: 'netra digest --send --force --office KODE', en: 'netra digest --send --force --office CODE' },
  },
  forceWhom: {
    message: { id: '--force perlu satu OPD.', en: '--force needs one office.' },
    hint: { id: 'netra digest --send --force --office KODE', en: 'netra digest --send --force --office CODE' },
  },
  noOffice: {
    message: { id: 'OPD {code} tidak ada.', en: 'There is no office {code}.' },
    hint: { id: 'Periksa kode OPD: netra registry check', en: 'Check the code: netra registry check' },
  },
} as const satisfies Catalogue;
