import type { Catalogue } from '../say.js';

/** How far two people who do not see each other say the same. */
export const AGREEMENT = {
  title: { id: 'Kesepakatan', en: 'Agreement' },
  explain: {
    id: 'Seberapa sering dua orang, yang tidak melihat keputusan satu sama lain, memutuskan tanda yang sama dengan cara yang sama. Dihitung untuk semua pemutus bersama dan untuk tiap aturan, tidak pernah untuk seseorang.',
    en: 'How often two people, neither seeing the other, decide the same flag the same way. Of all who decide together and of each rule, never of a person.',
  },
  kappaMeans: {
    id: 'Kappa (Cohen) mengurangi kesepakatan yang juga terjadi kebetulan: 1 selalu sepakat, 0 tidak lebih dari kebetulan. Di belakangnya rentang 95 %. Rendah berarti aturan atau buktinya dibaca berbeda: bicarakan contohnya bersama, atau perbaiki aturannya.',
    en: "Cohen's kappa takes away what chance gives as well: 1 is always, 0 no more than chance, with its 95 % interval. A low one means that rule or evidence is read in two ways: talk about examples, or mend the rule.",
  },
  since: { id: 'Sejak {day}, di OPD Anda dan bawahannya.', en: 'Since {day}, in your offices and below.' },
  all: { id: 'Semua tanda', en: 'All flags' },
  rule: { id: 'Aturan', en: 'Rule' },
  flags: { id: 'Diputuskan dua orang', en: 'Decided by two' },
  agreed: { id: 'Sepakat', en: 'The same' },
  kappa: { id: 'Kappa (95 %)', en: 'Kappa (95 %)' },
  tooFew: { id: 'belum cukup', en: 'too few yet' },
  tooFewMeans: {
    id: '"Belum cukup": kurang dari sepuluh tanda, kurang dari tiga orang (angkanya akan menjadi penilaian seseorang), atau semua keputusannya sama.',
    en: '"Too few yet": less than ten flags, less than three people (it would be a mark for one of them), or all verdicts the same.',
  },
} as const satisfies Catalogue;
